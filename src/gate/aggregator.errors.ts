import { defineErrors } from '../platform/errors/domain-error.js';

export const MemberErrors = defineErrors('member', {
  notFound: { kind: 'not-found', title: 'There is no such member' },
});

/** The gym software knows 200 and 403 only: here an outage of Wellhub is a refusal (`open-api.md` section 6). */
export const AggregatorErrors = defineErrors('gate', {
  wellhubUnavailable: {
    kind: 'forbidden',
    title: 'Wellhub does not answer right now; please try again',
  },
});

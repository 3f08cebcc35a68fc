import { defineErrors } from '../../platform/errors/domain-error.js';

export const CheckInErrors = defineErrors('check-in', {
  notFound: { kind: 'not-found', title: 'There is no such check-in' },
  outageNotFound: {
    kind: 'not-found',
    title: 'There is no such time of missing webhooks',
  },
});

import { defineErrors } from '../../platform/errors/domain-error.js';

/** Titles of the first three are what Wellhub reads (`wellhub.md` 1.3). */
export const RegistrationErrors = defineErrors('registration', {
  gympassUserIdRequired: { kind: 'invalid', title: "Missing 'gympass_user_id'" },
  invalidGympassUserId: {
    kind: 'invalid',
    title:
      "'gympass_user_id' must be 'gpw-' and letters, digits or hyphens, at most 100 characters",
  },
  userStatusRequired: { kind: 'invalid', title: "Missing 'user_status'" },
});

export const WellhubIdClaimErrors = defineErrors('wellhub-id-claim', {
  notFound: { kind: 'not-found', title: 'There is no such Wellhub id claim' },
  decided: { kind: 'conflict', title: 'This claim was decided otherwise' },
  otherId: { kind: 'conflict', title: 'This customer has another Wellhub id' },
});

/** Refusals of a partner that completes a registration link itself (`admin-api.md`). */
export const RegistrationLinkErrors = defineErrors('registration-link', {
  notFound: { kind: 'not-found', title: 'There is no such registration link' },
  used: { kind: 'conflict', title: 'The registration link is used up' },
  expired: { kind: 'gone', title: 'The registration link has expired' },
  otherCustomer: {
    kind: 'conflict',
    title: 'This Wellhub membership is linked to another customer',
  },
  otherMembership: {
    kind: 'conflict',
    title: 'This customer is linked to another Wellhub membership',
  },
  paysDirectly: { kind: 'conflict', title: 'This customer has a current contract with the gym' },
  customerDisabled: { kind: 'conflict', title: 'This customer is disabled' },
  tooManyAddresses: {
    kind: 'rate-limited',
    title: 'This registration link was mailed to five addresses already',
  },
});

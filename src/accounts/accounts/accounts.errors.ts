import { defineErrors } from '../../platform/errors/domain-error.js';

export const AccountErrors = defineErrors('account', {
  notFound: { kind: 'not-found', title: 'There is no such account' },
  customerHasOne: { kind: 'conflict', title: 'This customer already has an account' },
  emailTaken: { kind: 'conflict', title: 'Another account has this e-mail' },
  facebookTaken: { kind: 'conflict', title: 'Another account is linked to this Facebook user' },
  customerDisabled: { kind: 'conflict', title: 'This customer is disabled' },
});

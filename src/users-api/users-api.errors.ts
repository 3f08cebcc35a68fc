import { defineErrors } from '../platform/errors/domain-error.js';

/** Logical errors of `users-api.md` 1.1; the last part of a code is its name on the wire. */
export const UsersApiErrors = defineErrors('users-api', {
  userAlreadyExist: { kind: 'conflict', title: 'This account has a password already' },
  userNotFound: { kind: 'not-found', title: 'There is no account with this e-mail' },
  invalidToken: { kind: 'invalid', title: 'The reset token is not valid, or none could be made' },
  invalidPassword: { kind: 'invalid', title: 'The password is missing or too weak' },
  invalidUserNameOrPassword: { kind: 'invalid', title: 'The user name or password is wrong' },
  invalidFacebookUser: { kind: 'invalid', title: 'The Facebook token is not valid' },
  facebookNotAvailable: { kind: 'invalid', title: 'Facebook did not answer; try again' },
  emailTemplateNotDefined: { kind: 'invalid', title: 'There is no template for this mail' },
  unableSendEmail: { kind: 'invalid', title: 'The mail could not be sent' },
  invalidPropertyId: { kind: 'invalid', title: 'There is nothing with this id' },
  invalidGrant: { kind: 'invalid', title: 'These credentials give no token' },
  unsupportedGrantType: { kind: 'invalid', title: 'The grant type must be password' },
  invalidRequest: { kind: 'invalid', title: 'The token request is not valid' },
});

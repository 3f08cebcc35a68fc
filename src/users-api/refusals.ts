import type { FacebookSignUpResult, ResetMailResult } from '../accounts/index.js';
import { DomainError, type ErrorSpec } from '../platform/errors/domain-error.js';
import { invalid } from '../platform/errors/request-errors.js';
import { UsersApiErrors } from './users-api.errors.js';

/** A failure that blames a parameter. `why` is shown only where `users-api.md` 1.1 fills the message. */
export const refusal = (spec: ErrorSpec, property: string, why = ''): DomainError =>
  new DomainError(spec, { violations: [{ path: property, detail: why }] });

export const badEmail = (): DomainError =>
  invalid({ path: 'email', detail: 'must be the e-mail address of one person' });

export const hasPassword = (): DomainError => refusal(UsersApiErrors.userAlreadyExist, 'Email');

/** @param detail the fault that `PasswordRules` found */
export const weakPassword = (detail: string): DomainError =>
  refusal(UsersApiErrors.invalidPassword, 'password', detail);

export const noPassword = (): DomainError =>
  refusal(UsersApiErrors.invalidPassword, 'password', 'is required');

export function notSignedUp({ kind }: FacebookSignUpResult): DomainError {
  if (kind === 'BAD_EMAIL') return badEmail();
  if (kind === 'HAS_PASSWORD') return hasPassword();
  return new DomainError(
    kind === 'NOT_AVAILABLE'
      ? UsersApiErrors.facebookNotAvailable
      : UsersApiErrors.invalidFacebookUser,
  );
}

const MAIL_ERRORS = {
  UNKNOWN: UsersApiErrors.invalidToken,
  NO_TEMPLATE: UsersApiErrors.emailTemplateNotDefined,
  NOT_SENT: UsersApiErrors.unableSendEmail,
};

export const notMailed = (result: Exclude<ResetMailResult, 'SENT'>): DomainError =>
  result === 'BAD_EMAIL' ? badEmail() : new DomainError(MAIL_ERRORS[result]);

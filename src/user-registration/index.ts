export { UserRegistrationModule } from './user-registration.module.js';
export { Joining } from './joining.js';
export { RegistrationErrors, RegistrationLinkErrors } from './user-registration.errors.js';
export type {
  BadFields,
  Confirmation,
  FinishResult,
  FormField,
  LinkRefusal,
  LinkResult,
  LogInForm,
  LogInResult,
  Look,
  MailResult,
  Prefill,
  SignUpForm,
  SignUpResult,
} from './joining.types.js';

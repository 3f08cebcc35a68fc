export { MailModule } from './mail.module.js';
export { Mailbox, type CaughtMail, type OutgoingMail } from './mailbox.js';
export { MailSettlement, type TokenMail, type TokenMailHook } from './mail-settlement.js';
export { PartnerTemplates } from './partner-templates.js';
export {
  joinConfirmMail,
  logInAttemptsMail,
  mailLanguage,
  operatorInvitationMail,
  passwordChangedMail,
  secondFactorMail,
  setPasswordMail,
  staffInvitationMail,
  type MailContent,
} from './mail-templates.js';

export { MailModule } from './mail.module.js';
export { Mailbox, type CaughtMail, type OutgoingMail } from './mailbox.js';
export { MailSettlement, type TokenMail, type TokenMailHook } from './mail-settlement.js';
export { mailBrand, OUR_BRAND, type MailBrand } from './mail-brand.js';
export { MailErrors, MailTemplateErrors } from './mail.errors.js';
export type { MailLanguage } from './mail-texts.js';
export { TestMailDto } from './dto/mail-answers.dto.js';
export { TestMails } from './test-mails.js';
export { PartnerTemplates } from './partner-templates.js';
export {
  alertsMail,
  joinConfirmMail,
  logInAttemptsMail,
  mailLanguage,
  operatorInvitationMail,
  passwordChangedMail,
  secondFactorMail,
  setPasswordMail,
  staffInvitationMail,
  type MailContent,
  type MailStyle,
} from './mail-templates.js';
export { checkMailServer, type FailedStep } from './mail-server-check.js';

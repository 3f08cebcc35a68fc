import { defineErrors } from '../platform/errors/domain-error.js';

export const MailErrors = defineErrors('mail', {
  notSetUp: {
    kind: 'conflict',
    title: 'No mail leaves this installation: set SMTP_URL and MAIL_FROM',
  },
  notAccepted: {
    kind: 'unavailable',
    title: 'The mail server did not accept the mail; see the log for its code',
  },
});

export const MailTemplateErrors = defineErrors('mail-template', {
  notFound: { kind: 'not-found', title: 'The partner has no such mail template of its own' },
  noRecipient: {
    kind: 'conflict',
    title: 'Set the supportEmail of the partner: a test mail of a key goes there',
  },
  tooManyTests: {
    kind: 'rate-limited',
    title: 'Too many test mails within an hour: five to one address, twenty of one partner',
  },
});

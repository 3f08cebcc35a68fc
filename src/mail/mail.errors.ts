import { defineErrors } from '../platform/errors/domain-error.js';

export const MailTemplateErrors = defineErrors('mail-template', {
  notFound: { kind: 'not-found', title: 'The partner has no such mail template of its own' },
});

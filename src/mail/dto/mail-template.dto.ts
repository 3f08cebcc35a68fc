import { Text } from '../../platform/http/fields.js';
import type { PartnerTemplate } from '../partner-templates.repository.js';

const ONE_LINE = { pattern: /^[^\t\r\n\u2028\u2029]+$/, message: 'must be one line' };

export class PutMailTemplateDto {
  @Text({ max: 200, shape: ONE_LINE, example: 'A new password for {gym}' })
  subject!: string;

  @Text({ max: 20_000, example: 'Set it here, within {minutes} minutes: {link}' })
  text!: string;

  @Text({
    max: 50_000,
    description: 'As sent. Values are escaped.',
    example: '<p><a href="{link}">Set your password</a></p>',
  })
  html!: string;
}

export class MailTemplateDto {
  static from({ name, subject, text, html, updatedAt }: PartnerTemplate) {
    return { name, subject, text, html, updatedAt };
  }
}

import { Text } from '../../platform/http/fields.js';
import type { MailName } from '../mail-samples.js';
import { isTemplateName, TEMPLATE_PLACEHOLDERS } from '../mail-template-placeholders.js';
import type { OwnTemplate, PartnerTemplate } from '../partner-templates.repository.js';

export const ONE_LINE = { pattern: /^[^\t\r\n\u2028\u2029]+$/, message: 'must be one line' };

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

/** A mail that people get; null where a partner cannot choose its words. */
export class MailDto {
  static from(name: MailName, own: readonly OwnTemplate[]) {
    const updatedAt = own.find((one) => one.name === name)?.updatedAt ?? null;
    return {
      name,
      placeholders: isTemplateName(name) ? TEMPLATE_PLACEHOLDERS[name] : null,
      source: updatedAt ? 'OWN' : 'DEFAULT',
      updatedAt,
    };
  }
}

export class MailTemplateDto {
  static from({ name, subject, text, html, updatedAt }: PartnerTemplate) {
    return { name, subject, text, html, updatedAt };
  }
}

import { Answer } from '../../platform/http/answer-fields.js';
import { Text } from '../../platform/http/fields.js';
import { MAIL_NAMES, type MailName } from '../mail-samples.js';
import {
  isTemplateName,
  TEMPLATE_NAMES,
  TEMPLATE_PLACEHOLDERS,
  type TemplateName,
} from '../mail-template-placeholders.js';
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
  @Answer.oneOf(MAIL_NAMES)
  name!: MailName;

  @Answer.texts(
    'What a template may hold in braces; null where a partner cannot choose its words',
    {
      nullable: true,
    },
  )
  placeholders!: readonly string[] | null;

  @Answer.oneOf(['OWN', 'DEFAULT'] as const, 'Whose words it has')
  source!: 'OWN' | 'DEFAULT';

  @Answer.instant('Of the partner’s own words', { nullable: true })
  updatedAt!: Date | null;

  static from(name: MailName, own: readonly OwnTemplate[]): MailDto {
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
  @Answer.oneOf(TEMPLATE_NAMES)
  name!: TemplateName;

  @Answer.text()
  subject!: string;

  @Answer.text()
  text!: string;

  @Answer.text()
  html!: string;

  @Answer.instant()
  updatedAt!: Date;

  static from(row: PartnerTemplate): MailTemplateDto {
    const { name, subject, text, html, updatedAt } = row;
    return { name, subject, text, html, updatedAt };
  }
}

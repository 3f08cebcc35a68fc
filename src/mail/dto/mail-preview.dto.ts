import { OneOf, Text } from '../../platform/http/fields.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { MAIL_LANGUAGES } from '../mail-texts.js';
import type { MailContent } from '../mail-templates.js';
import { ONE_LINE } from './mail-template.dto.js';

const PARTS = ['subject', 'text', 'html'] as const;

export class MailPreviewQuery {
  @OneOf(MAIL_LANGUAGES, { optional: true, description: 'of our words; else the partner’s' })
  language?: string;
}

/** What to preview: a draft in full, or what would be sent today. */
export class PreviewMailDto extends MailPreviewQuery {
  @Text({ optional: true, max: 200, shape: ONE_LINE, example: 'A new password for {gym}' })
  subject?: string;

  @Text({ optional: true, max: 20_000, example: 'Set it here: {link}' })
  text?: string;

  @Text({ optional: true, max: 50_000, example: '<a href="{link}">Set your password</a>' })
  html?: string;

  /** @throws request.invalid for a part of one */
  draft(): MailContent | undefined {
    const { subject, text, html } = this;
    if (subject !== undefined && text !== undefined && html !== undefined)
      return { subject, text, html };
    const missing = PARTS.filter((path) => this[path] === undefined);
    if (missing.length === PARTS.length) return undefined;
    throw invalid(...missing.map((path) => ({ path, detail: 'is required for a draft' })));
  }
}

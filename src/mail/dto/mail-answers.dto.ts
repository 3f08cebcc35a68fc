import { Answer } from '../../platform/http/answer-fields.js';
import type { MailPreview } from '../mail-previews.js';
import { MAIL_NAMES, type MailName } from '../mail-samples.js';
import { MAIL_LANGUAGES, type MailLanguage } from '../mail-texts.js';

/** A mail with example values, as people would get it. */
export class MailPreviewDto implements MailPreview {
  @Answer.oneOf(MAIL_NAMES)
  name!: MailName;

  @Answer.oneOf(MAIL_LANGUAGES)
  language!: MailLanguage;

  @Answer.oneOf(['DRAFT', 'OWN', 'DEFAULT'] as const, 'Whose words these are')
  source!: 'DRAFT' | 'OWN' | 'DEFAULT';

  @Answer.text()
  subject!: string;

  @Answer.text()
  text!: string;

  @Answer.text()
  html!: string;
}

export class TestMailDto {
  @Answer.text('The address that it went to', { format: 'email' })
  to!: string;
}

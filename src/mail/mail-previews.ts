import { Injectable } from '@nestjs/common';
import { Partners, type Partner } from '../partners/index.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { invalid } from '../platform/errors/request-errors.js';
import { mailBrand } from './mail-brand.js';
import { sampleMail, type MailName, type SampleValues } from './mail-samples.js';
import { fillTemplate, isTemplateName, requireFillable } from './mail-template-placeholders.js';
import { mailLanguage, type MailContent, type MailLanguage } from './mail-templates.js';
import { MailTemplateErrors } from './mail.errors.js';
import { PartnerTemplates } from './partner-templates.js';

export interface PreviewRequest {
  readonly name: MailName;
  /** A template that is not stored yet. */
  readonly draft?: MailContent | undefined;
  /** Of ours; the partner's where it is absent. */
  readonly language?: string | undefined;
}

export interface MailPreview extends MailContent {
  readonly name: MailName;
  readonly language: MailLanguage;
  /** Whose words these are. */
  readonly source: 'DRAFT' | 'OWN' | 'DEFAULT';
}

/** Mails with example values, as people would get them. */
@Injectable()
export class MailPreviews {
  constructor(
    private readonly db: Database,
    private readonly partners: Partners,
    private readonly templates: PartnerTemplates,
    private readonly settings: Settings,
  ) {}

  /** @throws request.invalid for a draft that cannot be filled in, mail-template.not-found where nothing would be sent */
  async render(partnerId: string, request: PreviewRequest): Promise<MailPreview> {
    const partner = await this.partners.get(partnerId);
    const { name, draft } = request;
    const language = mailLanguage(request.language, partner.locale);
    const values = this.examples(partner);
    const shown = (source: MailPreview['source'], content: MailContent) => {
      const { subject, text, html } = content;
      return { name, language, source, subject, text, html };
    };
    if (isTemplateName(name)) {
      if (draft) return shown('DRAFT', fillTemplate(requireFillable(name, draft), texts(values)));
      const filler = await this.templates.findFiller(this.db, partner, name);
      if (!filler) throw new DomainError(MailTemplateErrors.notFound);
      const own = filler(texts(values));
      if (own) return shown('OWN', own);
    } else if (draft)
      throw invalid({ path: 'subject', detail: `${name} has no words of your own` });
    const brand = mailBrand(partner, this.settings.publicUrl);
    return shown('DEFAULT', sampleMail(name, { language, brand }, values));
  }

  /** Their links lead nowhere. */
  private examples({ name, slug, supportEmail }: Partner): SampleValues {
    const { publicUrl, resetTokenMinutes: minutes } = this.settings;
    return { gym: name, link: `${publicUrl}/${slug}/confirm?token=example`, minutes, supportEmail };
  }
}

const texts = ({ gym, link, minutes, supportEmail }: SampleValues) => ({
  gym,
  link,
  minutes: String(minutes),
  contact: supportEmail ?? gym,
});

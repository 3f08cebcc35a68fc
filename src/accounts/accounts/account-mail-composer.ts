import { Injectable } from '@nestjs/common';
import { Customers } from '../../customers/index.js';
import {
  logInAttemptsMail,
  mailBrand,
  mailLanguage,
  PartnerTemplates,
  passwordChangedMail,
  setPasswordMail,
  type MailContent,
  type MailStyle,
} from '../../mail/index.js';
import { readLetterhead, type Letterhead } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import type { Queries } from '../../platform/database/database.js';

/** A mail without the token of its link, which is issued last. */
export type ResetMailTemplate = (clear: string, languages: Languages) => MailContent;

/** Of the person, best first. The partner's follows them. */
export type Languages = readonly (string | null | undefined)[];

/**
 * The mails about passwords and log-ins: the partner's template, else ours in the person's language. Undefined where the partner has
 * none and does not want ours (`defaultMailTemplates: false`).
 */
@Injectable()
export class AccountMailComposer {
  constructor(
    private readonly templates: PartnerTemplates,
    private readonly settings: Settings,
    private readonly customers: Customers,
  ) {}

  /** Their own, then that of the page before them, then that of their gym. */
  async languagesOf(
    queries: Queries,
    partnerId: string,
    { customerId, ofPage }: { readonly customerId: number; readonly ofPage?: string | undefined },
  ): Promise<Languages> {
    const { own, gym } = await this.customers.languagesOf(queries, partnerId, customerId);
    return [own, ofPage, gym];
  }

  /** Its link leads to the partner's page on our configured origin. */
  async passwordReset(queries: Queries, partnerId: string): Promise<ResetMailTemplate | undefined> {
    const partner = await readLetterhead(queries, partnerId);
    const { name: gym, slug } = partner;
    const minutes = this.settings.resetTokenMinutes;
    const fill = await this.templates.findFiller(queries, partner, 'password-reset');
    const ours = (link: string, languages: Languages) =>
      setPasswordMail(this.styleOf(partner, languages), { gym, link, minutes });
    const page = `${this.settings.publicUrl}/${slug}/confirm?token=`;
    return (
      fill &&
      ((clear, languages) => {
        const link = page + clear;
        return fill({ gym, link, minutes: String(minutes) }) ?? ours(link, languages);
      })
    );
  }

  async passwordChanged(
    queries: Queries,
    partnerId: string,
    languages: Languages,
  ): Promise<MailContent | undefined> {
    const partner = await readLetterhead(queries, partnerId);
    const { name: gym, supportEmail } = partner;
    const fill = await this.templates.findFiller(queries, partner, 'password-changed');
    const ours = () => passwordChangedMail(this.styleOf(partner, languages), { gym, supportEmail });
    return fill && (fill({ gym, contact: supportEmail ?? gym }) ?? ours());
  }

  /** Always our template: partners have none of their own for it. */
  async logInAttempts(
    queries: Queries,
    partnerId: string,
    languages: Languages,
  ): Promise<MailContent> {
    const partner = await readLetterhead(queries, partnerId);
    const { name: gym, supportEmail } = partner;
    return logInAttemptsMail(this.styleOf(partner, languages), { gym, supportEmail });
  }

  private styleOf(partner: Letterhead, languages: Languages): MailStyle {
    const language = mailLanguage(...languages, partner.locale);
    return { language, brand: mailBrand(partner, this.settings.publicUrl) };
  }
}

import { Injectable } from '@nestjs/common';
import { Partners } from '../partners/index.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Caller } from '../platform/http/declarations.js';
import { MailPreviews, type PreviewRequest } from './mail-previews.js';
import type { MailLanguage } from './mail-templates.js';
import { MailErrors, MailTemplateErrors } from './mail.errors.js';
import { Mailbox } from './mailbox.js';

const MOST_PER_HOUR = 20;
const LONGEST_MS = 10_000;
const AN_HOUR = 3_600;
/** Before the subject, so that it is not taken for a real one. */
const MARKS: Record<MailLanguage, string> = {
  en: 'Test',
  pt: 'Teste',
  es: 'Prueba',
  de: 'Test',
};

/**
 * Mails with example values, sent now. A caller cannot name an address: a person gets them, or the partner's support address
 * where a key calls, so that they are of no use for mailing strangers.
 */
@Injectable()
export class TestMails {
  constructor(
    private readonly db: Database,
    private readonly partners: Partners,
    private readonly previews: MailPreviews,
    private readonly mailbox: Mailbox,
  ) {}

  /**
   * @returns the address that got it
   * @throws mail.not-set-up, mail.not-accepted, mail-template.no-recipient, mail-template.too-many-tests, as `render` of previews
   */
  async send(partnerId: string, caller: Caller, request: PreviewRequest): Promise<string> {
    if (!this.mailbox.canSend) throw new DomainError(MailErrors.notSetUp);
    const to = await this.recipientOf(partnerId, caller);
    const { subject, text, html, language } = await this.previews.render(partnerId, request);
    const requester = `test-mails of ${partnerId}`;
    const mail = { to, subject: `[${MARKS[language]}] ${subject}`, text, html, requester };
    const prepared = await this.db.transaction(async (tx) => {
      const sent = await this.mailbox.countOf(tx, partnerId, requester);
      return sent < MOST_PER_HOUR ? this.mailbox.prepare(tx, partnerId, mail) : undefined;
    });
    if (!prepared)
      throw new DomainError(MailTemplateErrors.tooManyTests, { retryAfterSeconds: AN_HOUR });
    if (!(await this.mailbox.sendNow(prepared, LONGEST_MS)))
      throw new DomainError(MailErrors.notAccepted);
    return to;
  }

  private async recipientOf(partnerId: string, { person, seat }: Caller): Promise<string> {
    const to =
      person === undefined ? (await this.partners.get(partnerId)).supportEmail : seat?.email;
    if (!to) throw new DomainError(MailTemplateErrors.noRecipient);
    return to;
  }
}

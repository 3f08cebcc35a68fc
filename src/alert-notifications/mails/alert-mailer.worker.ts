import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mailBrand, mailLanguage, Mailbox, OUR_BRAND } from '../../mail/index.js';
import { readLetterhead } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { Workers, type WorkLoop } from '../../platform/worker/workers.js';
import { OPERATOR_NAME, tenantOf } from '../../staff/index.js';
import { alertMail } from './alert-mail.js';
import {
  AlertMailsRepository,
  type DueRecipient,
  type MailedAlert,
} from './alert-mails.repository.js';

const EVERY_MS = 5_000;
/** Counted apart from what people cause. */
const REQUESTER = 'alerts';
const PATHS = { partner: '/console/alerts', operator: '/console/operator/alerts' };

/** Mails people the alerts that wait for them: at once, or once a day; never in quiet hours. */
@Injectable()
export class AlertMailer implements OnModuleInit {
  private loop: WorkLoop | undefined;

  constructor(
    private readonly db: Database,
    private readonly rows: AlertMailsRepository,
    private readonly mailbox: Mailbox,
    private readonly settings: Settings,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.loop = this.workers.add({
      name: 'alert-mails',
      role: 'worker',
      queue: null,
      everyMs: EVERY_MS,
      run: () => this.mailNext(),
    });
  }

  wake(): void {
    this.loop?.wake();
  }

  private mailNext(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const recipient = await this.rows.lockDue(tx);
      if (!recipient) return 0;
      const alerts = await this.rows.takeAlerts(tx, recipient.memberId);
      // An alert that closed within seconds needs no person; the daily mail has it all the same.
      const mailed = recipient.isDaily
        ? alerts
        : alerts.filter(({ closedAt }) => closedAt === null);
      if (mailed.length === 0) return 1;
      await this.mail(tx, recipient, mailed);
      await this.rows.mailed(tx, recipient.memberId);
      return 1;
    });
  }

  private async mail(
    tx: Queries,
    recipient: DueRecipient,
    alerts: readonly MailedAlert[],
  ): Promise<void> {
    const { partnerId, email, timeZone, isDaily } = recipient;
    const { publicUrl } = this.settings;
    const letterhead = partnerId === null ? undefined : await readLetterhead(tx, partnerId);
    const brand = letterhead ? mailBrand(letterhead, publicUrl) : OUR_BRAND;
    const content = alertMail(
      { language: mailLanguage(recipient.language), brand },
      {
        owner: letterhead?.name ?? OPERATOR_NAME,
        link: `${publicUrl}${letterhead ? PATHS.partner : PATHS.operator}`,
        timeZone,
        isDaily,
        alerts,
      },
    );
    await this.mailbox.queue(tx, tenantOf(partnerId), {
      to: email,
      ...content,
      requester: REQUESTER,
    });
  }
}

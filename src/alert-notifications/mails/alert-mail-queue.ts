import { Injectable } from '@nestjs/common';
import { Mailbox } from '../../mail/index.js';
import type { UnpublishedAlert } from '../../platform/alerts/alert-list.js';
import type { Queries } from '../../platform/database/database.js';
import { AlertMailer } from './alert-mailer.worker.js';
import { AlertMailsRepository } from './alert-mails.repository.js';

/** Alerts that wait for mails to people. */
@Injectable()
export class AlertMailQueue {
  private readonly mail = () => this.mailer.wake();

  constructor(
    private readonly rows: AlertMailsRepository,
    private readonly mailbox: Mailbox,
    private readonly mailer: AlertMailer,
  ) {}

  /** For all people who get mails about them. Nothing waits where no mail can ever be sent. */
  async add(tx: Queries, alerts: readonly UnpublishedAlert[]): Promise<void> {
    if (alerts.length === 0 || !this.mailbox.canSend) return;
    await this.rows.add(tx, alerts);
    tx.afterCommit(this.mail);
  }
}

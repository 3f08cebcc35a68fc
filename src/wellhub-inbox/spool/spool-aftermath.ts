import { Injectable } from '@nestjs/common';
import { OutageJournal } from './outage-journal.js';
import { SpoolAlerts } from './spool-alerts.js';
import { StorageOutages } from './storage-outages.js';
import type { WebhookSpool } from './webhook-spool.js';

/** The alerts raised once storage is back: files that were set aside, and times of which webhooks may be missing. */
@Injectable()
export class SpoolAftermath {
  constructor(
    private readonly alerts: SpoolAlerts,
    private readonly outages: StorageOutages,
    private readonly journal: OutageJournal,
  ) {}

  get isDue(): boolean {
    return this.outages.isOpen;
  }

  /** Takes over what dead processes left. */
  async tend(): Promise<void> {
    await this.journal.tend();
  }

  /** Storage has just answered. */
  async settle(status: WebhookSpool['status']): Promise<void> {
    this.outages.answered();
    await this.outages.store();
    await this.alerts.check(status);
    await this.alerts.check(this.journal.status);
  }
}

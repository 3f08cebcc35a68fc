import { Injectable } from '@nestjs/common';
import { remainingMs } from '../../platform/deadline/request-context.js';
import { within } from '../../platform/deadline/within.js';
import { SpoolRefused } from '../../platform/spool/spool.js';
import { SpoolDrain } from './spool-drain.js';
import { StorageOutages, type RefusedWebhook } from './storage-outages.js';
import { isStorageAway } from '../../platform/database/storage-away.js';
import { whenStorageIsBack } from './storage-retry.js';
import { WebhookIntake } from '../storage/webhook-intake.js';
import { WebhookSpool } from './webhook-spool.js';
import type { Webhook, WebhookContent } from '../events/webhook.js';

const LONGEST_MS = 900;
/** What the spool gets of a request's time: a busy disk takes a while for its fsync. */
const FOR_THE_SPOOL_MS = 350;

/** Nothing is acknowledged before it is durable: a committed row or, while storage is away, a record of the spool (W-37). */
@Injectable()
export class DurableWebhooks {
  constructor(
    private readonly intake: WebhookIntake,
    private readonly spool: WebhookSpool,
    private readonly drain: SpoolDrain,
    private readonly outages: StorageOutages,
  ) {}

  /** @throws request.unavailable when neither could be had in time */
  async keep(webhook: Webhook, content: WebhookContent): Promise<void> {
    const store = () => this.intake.take(webhook, content);
    try {
      await (this.spool.isUsable ? this.inTime(store) : store());
      this.outages.answered();
      this.drain.wake();
    } catch (error) {
      if (!isStorageAway(error)) throw error;
      this.outages.began();
      if (await this.isSpooled(webhook)) return;
      const wellhubGymId = content.kind === 'event' ? content.route.wellhubGymId : null;
      await this.orRefused(store, { partnerId: webhook.origin.partnerId, wellhubGymId });
    }
  }

  /** Waits for storage; what is refused in the end is remembered, because it may be missing. */
  async orRefused<T>(work: () => Promise<T>, whose: RefusedWebhook): Promise<T> {
    try {
      return await whenStorageIsBack(work);
    } catch (error) {
      if (isStorageAway(error)) this.outages.refused(whose);
      throw error;
    }
  }

  /** A row that is stored too late counts all the same: then the spool's record is recognised as its repeat. */
  private inTime(store: () => Promise<void>): Promise<void> {
    return within(Math.max(0, remainingMs(LONGEST_MS) - FOR_THE_SPOOL_MS), store());
  }

  private async isSpooled(webhook: Webhook): Promise<boolean> {
    try {
      await this.spool.append(webhook);
      return true;
    } catch (error) {
      if (error instanceof SpoolRefused) return false;
      throw error;
    }
  }
}

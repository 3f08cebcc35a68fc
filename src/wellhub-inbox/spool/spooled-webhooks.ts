import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Partitions } from '../../platform/database/partition-keeper.js';
import { decodeWebhook } from './spooled-webhook.js';
import { isStorageAway } from '../../platform/database/storage-away.js';
import { WebhookIntake } from '../storage/webhook-intake.js';
import { readWebhook, type Webhook } from '../events/webhook.js';

/** Partitions are there for a day back; for more they have to be made. */
const LONG_AGO_MS = 12 * 3_600_000;

/** Stores records of the spool, through the same intake as new webhooks. */
@Injectable()
export class SpooledWebhooks {
  private readonly logger = new Logger('wellhub-inbox');

  constructor(
    private readonly partitions: Partitions,
    private readonly intake: WebhookIntake,
    private readonly clock: Clock,
  ) {}

  /** In order; rejects when storage is away again. @returns for each whether it is a row now */
  async take(records: readonly Buffer[]): Promise<boolean[]> {
    const webhooks = records.map((record) => decodeWebhook(record));
    const now = this.clock.now().getTime();
    const oldest = Math.min(...webhooks.map((webhook) => webhook?.receivedAt ?? now));
    if (now - oldest > LONG_AGO_MS) await this.makeRoom(now - oldest);
    // Together, so that they share statements; in their order, because a batch keeps it.
    const ends = await Promise.allSettled(webhooks.map((webhook) => this.store(webhook)));
    for (const end of ends)
      if (end.status === 'rejected' && isStorageAway(end.reason)) throw end.reason;
    return ends.map((end) => this.isDone(end));
  }

  /** Where the role may create no tables, only the webhooks without a partition fail. */
  private async makeRoom(ageMs: number): Promise<void> {
    try {
      await this.partitions.cover('wellhub_events', ageMs);
    } catch (error) {
      if (isStorageAway(error)) throw error;
      this.logger.error({ msg: 'no partition for old webhooks of the spool', err: error });
    }
  }

  private async store(webhook: Webhook | undefined): Promise<void> {
    if (!webhook) throw new Error('a record of another version');
    await this.intake.take(webhook, readWebhook(webhook));
  }

  private isDone(end: PromiseSettledResult<void>): boolean {
    if (end.status === 'fulfilled') return true;
    this.logger.error({ msg: 'a webhook of the spool cannot be stored', err: end.reason });
    return false;
  }
}

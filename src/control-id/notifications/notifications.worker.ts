import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isStorageAway } from '../../platform/database/storage-away.js';
import { Workers, type WorkLoop } from '../../platform/worker/workers.js';
import { NotificationKinds } from './notification-kinds.js';
import {
  NOTIFICATIONS_DUE_SINCE_SQL,
  NotificationsRepository,
  type StoredNotification,
} from './notifications.repository.js';

const EVERY_MS = 1_000;
/** Few: a page of access logs takes a while, and all of them must be handled within their lease. */
const AT_ONCE = 20;

/** Handles what devices told us. */
@Injectable()
export class NotificationsWorker implements OnModuleInit {
  private readonly logger = new Logger('control-id');
  private loop: WorkLoop | undefined;

  constructor(
    private readonly workers: Workers,
    private readonly rows: NotificationsRepository,
    private readonly kinds: NotificationKinds,
  ) {}

  onModuleInit(): void {
    this.loop = this.workers.add({
      name: 'control-id notifications',
      role: 'worker',
      queue: { waitingSinceSql: NOTIFICATIONS_DUE_SINCE_SQL },
      everyMs: EVERY_MS,
      run: () => this.run(),
    });
  }

  wake(): void {
    this.loop?.wake();
  }

  private async run(): Promise<number> {
    const claimed = await this.rows.claim(AT_ONCE);
    for (const one of claimed) await this.handle(one);
    return claimed.length;
  }

  /** One that fails does not delay the others. */
  private async handle(one: StoredNotification): Promise<void> {
    const { partnerId, deviceId: id, gymId, topic, facts, arrivedAt } = one;
    try {
      await this.kinds.of(topic)?.handle({ device: { partnerId, id, gymId }, facts, arrivedAt });
      await this.rows.settle(one);
    } catch (error) {
      if (isStorageAway(error)) throw error;
      const isTriedAgain = await this.rows.postpone(one);
      const msg = 'a notification of a device could not be handled';
      this.logger.error({ msg, topic, deviceId: id, isTriedAgain, err: error });
    }
  }
}

import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { RunningTasks } from '../../platform/worker/running-tasks.js';
import { Workers, type WorkLoop } from '../../platform/worker/workers.js';
import {
  DELIVERY_DUE_SINCE_SQL,
  DeliveriesRepository,
  type ClaimedDelivery,
} from './deliveries.repository.js';
import { DeliveryAttempts } from './delivery-attempts.js';
import { DeliverySlots } from './delivery-slots.js';

const EVERY_MS = 500;
/** The rate depends on the receivers, too. */
const QUEUE = { waitingSinceSql: DELIVERY_DUE_SINCE_SQL, lateAfterSeconds: 600 };

/**
 * Sends what is due. A round only starts attempts and does not wait for them, so that no receiver waits for another
 * one; each attempt holds a lease and writes its result only while no other replica has claimed the delivery again.
 */
@Injectable()
export class Deliverer implements OnModuleInit, BeforeApplicationShutdown {
  private readonly slots = new DeliverySlots();
  private loop: WorkLoop | undefined;

  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly attempts: DeliveryAttempts,
    private readonly workers: Workers,
    private readonly tasks: RunningTasks,
  ) {}

  onModuleInit(): void {
    const run = () => this.startSome();
    this.loop = this.workers.add({
      name: 'webhook-deliverer',
      role: 'worker',
      queue: QUEUE,
      everyMs: EVERY_MS,
      run,
    });
  }

  wake(): void {
    this.loop?.wake();
  }

  /** Claims nothing more and lets the attempts in progress end: each takes 5 s at most. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.loop?.stop();
    await this.tasks.ended();
  }

  private async startSome(): Promise<number> {
    if (this.slots.full) return 0;
    const claimed = await this.deliveries.claim(this.slots.limits());
    for (const delivery of claimed)
      void this.tasks.start(
        'a webhook attempt',
        () => this.attempt(delivery),
        delivery.traceparent,
      );
    return claimed.length;
  }

  private async attempt(delivery: ClaimedDelivery): Promise<void> {
    this.slots.take(delivery.subscriptionId);
    let good = false;
    try {
      // When its result cannot be recorded the lease will lapse, and the same event is sent again.
      good = await this.attempts.run(delivery);
    } finally {
      if (this.slots.free(delivery.subscriptionId, good)) this.wake();
    }
  }
}

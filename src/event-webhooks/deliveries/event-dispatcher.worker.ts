import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers, type WorkLoop } from '../../platform/worker/workers.js';
import { Deliverer } from './deliverer.worker.js';
import {
  DISPATCHED_AT_ONCE,
  EventsRepository,
  UNDISPATCHED_SINCE_SQL,
} from '../events/events.repository.js';

const EVERY_MS = 500;
/** Every scan publishes an event; a query for each one would cost as much as the scan. */
const REST = { ms: 100, full: DISPATCHED_AT_ONCE };

/** Creates deliveries from events, one per subscription that wants them. */
@Injectable()
export class EventDispatcher implements OnModuleInit {
  private loop: WorkLoop | undefined;

  constructor(
    private readonly events: EventsRepository,
    private readonly deliverer: Deliverer,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.loop = this.workers.add({
      name: 'event-dispatcher',
      role: 'worker',
      queue: { waitingSinceSql: UNDISPATCHED_SINCE_SQL },
      everyMs: EVERY_MS,
      rest: REST,
      run: () => this.dispatch(),
    });
    const replay = () => this.replay();
    this.workers.add({
      name: 'event-replay',
      role: 'worker',
      queue: null,
      everyMs: EVERY_MS,
      run: replay,
    });
  }

  wake(): void {
    this.loop?.wake();
  }

  private async dispatch(): Promise<number> {
    const { events, deliveries } = await this.events.dispatch();
    if (deliveries > 0) this.deliverer.wake();
    return events;
  }

  private async replay(): Promise<number> {
    const replayed = await this.events.replaySome();
    if (replayed > 0) this.deliverer.wake();
    return replayed;
  }
}

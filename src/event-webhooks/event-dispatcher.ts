import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers, type WorkLoop } from '../platform/worker/workers.js';
import { Deliverer } from './deliverer.js';
import { EventsRepository } from './events.repository.js';

const EVERY_MS = 500;
/** Every scan tells of an event; looking for each one alone would cost as much as the scan. */
const REST_MS = 50;

/** Turns events into deliveries, one per subscription that wants them. */
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
      everyMs: EVERY_MS,
      restMs: REST_MS,
      run: () => this.dispatch(),
    });
  }

  wake(): void {
    this.loop?.wake();
  }

  private async dispatch(): Promise<number> {
    const dispatched = await this.events.dispatch();
    const replayed = await this.events.replaySome();
    if (dispatched + replayed > 0) this.deliverer.wake();
    return dispatched + replayed;
  }
}

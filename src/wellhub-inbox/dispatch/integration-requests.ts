import { Injectable } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import type { Queries } from '../../platform/database/database.js';
import { Workers } from '../../platform/worker/workers.js';
import type { Handled, InboxEvent } from './inbox-event.js';
import { Inbox } from './inbox.js';

const TYPES = ['system-integration-requested'];

/** A gym requested at Wellhub to be connected to us: one alert per gym (W-68). */
@Injectable()
export class IntegrationRequests {
  constructor(
    private readonly inbox: Inbox,
    private readonly alerts: Alerts,
  ) {}

  start(workers: Workers): void {
    const loop = workers.add({
      name: 'integration requests',
      role: 'worker',
      queue: this.inbox.queueOf(TYPES),
      everyMs: 5_000,
      run: () => this.inbox.claimEach(TYPES, (queries, event) => this.handle(queries, event)),
    });
    this.inbox.onStored(TYPES, () => loop.wake());
  }

  private async handle(queries: Queries, event: InboxEvent): Promise<Handled> {
    const { partnerId, wellhubGymId } = event;
    const detail = `Wellhub's gym ${wellhubGymId} asks to be connected`;
    const alert = { code: 'wellhub.integration-requested', object: `wellhub-gym/${wellhubGymId}` };
    await this.alerts.raise({ partnerId, ...alert, detail }, queries);
    return 'PROCESSED';
  }
}

import { Injectable } from '@nestjs/common';
import { Partners } from '../partners/index.js';
import type { Violation } from '../platform/errors/domain-error.js';
import { invalid } from '../platform/errors/request-errors.js';
import { SendingWorker } from './sending.worker.js';
import type { NewUsageEvent, UsageEvent } from './usage-event.js';
import { UsageEventsRepository, type UsageEventPage } from './usage-events.repository.js';

/** What the partner reports of its members' usage, on its way to Wellhub. */
@Injectable()
export class UsageEvents {
  constructor(
    private readonly partners: Partners,
    private readonly rows: UsageEventsRepository,
    private readonly sending: SendingWorker,
  ) {}

  /**
   * Stores all or none (W-66).
   * @param pathOf names the field of the event at an index, for the violations
   * @throws request.invalid for a type the partner does not use and for a time ahead; partner.not-found
   */
  async add(
    partnerId: string,
    events: readonly NewUsageEvent[],
    pathOf: (index: number, field: string) => string,
  ): Promise<UsageEvent[]> {
    const { usageEventTypes } = await this.partners.get(partnerId);
    const future = await this.rows.future(events.map(({ occurredAt }) => occurredAt));
    const violations: Violation[] = events.flatMap(({ eventType }, index) => [
      ...(usageEventTypes.includes(eventType)
        ? []
        : [{ path: pathOf(index, 'eventType'), detail: 'is none of usageEventTypes' }]),
      ...(future.includes(index)
        ? [{ path: pathOf(index, 'timestamp'), detail: 'must not lie in the future' }]
        : []),
    ]);
    if (violations.length > 0) throw invalid(...violations);
    const stored = await this.rows.add(partnerId, events);
    this.sending.wake();
    return stored;
  }

  /** Newest first. @throws partner.not-found */
  async list(partnerId: string, page: UsageEventPage): Promise<UsageEvent[]> {
    await this.partners.get(partnerId);
    return this.rows.list(partnerId, page);
  }
}

import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { traceparentFor } from '../../platform/tracing/traceparent-for.js';
import type { Queries } from '../../platform/database/database.js';
import { EventDispatcher } from '../deliveries/event-dispatcher.worker.js';
import type { EventType } from '../events/event-types.js';
import { ADD } from './outbox.sql.js';

/** A fact to publish. */
export interface NewEvent {
  readonly partnerId: string;
  readonly type: EventType;
  /** Its meaning depends on the type (`open-api.md` 7.2). */
  readonly entityId: number;
  /** Null or absent: the event has no gym and passes every gym filter. */
  readonly gymId?: number | null;
  /** Moment of the fact; the database's now when absent. */
  readonly occurredAt?: Date;
  /** Ids and states only: no names, no e-mail, no codes. */
  readonly content?: object;
  /** Of the row that it is about; the step under way counts when there is none, or when it belongs to the same trace. */
  readonly traceparent?: string | null;
}

/** Stores what must be published, in the transaction of the fact: both are stored or neither is (O-45). */
@Injectable()
export class Outbox {
  private readonly dispatch = () => this.dispatcher.wake();

  constructor(private readonly dispatcher: EventDispatcher) {}

  /**
   * One round trip, however many; those that a subscription wants are dispatched at once after the commit.
   * @param queries the caller's transaction, or the pool when the event is a fact by itself
   */
  async add(queries: Queries, ...events: NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    const waiting = await queries.query(ADD, [
      events.map(({ partnerId }) => partnerId),
      events.map(() => uuidv7()),
      events.map(({ type }) => type),
      events.map(({ entityId }) => entityId),
      events.map(({ gymId }) => gymId ?? null),
      events.map(({ occurredAt }) => occurredAt ?? null),
      events.map(({ content }) => (content ? JSON.stringify(content) : null)),
      events.map(({ traceparent }) => traceparentFor(traceparent)),
    ]);
    if (waiting.length > 0) queries.afterCommit(this.dispatch);
  }

  /** After events were written by `insertEventsSql`: dispatches now instead of at the next poll. */
  wake(): void {
    this.dispatcher.wake();
  }
}

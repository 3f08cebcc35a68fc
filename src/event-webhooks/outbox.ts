import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../platform/crypto/uuid.js';
import type { Queries } from '../platform/database/database.js';
import { EventDispatcher } from './event-dispatcher.worker.js';
import type { EventType } from './event-types.js';

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
}

/**
 * For statements that write events together with other rows: an `insert` that takes them from `source`, a
 * relation with partner_id uuid, event_id uuid, type text, entity_id bigint, gym_id bigint,
 * occurred_at timestamptz, content json. Call `Outbox.wake` once it is committed: only `add` does so by itself.
 */
export const insertEventsSql = (source: string): string =>
  `insert into events (partner_id, id, type, entity_id, gym_id, occurred_at, content)
   select partner_id, event_id, type, entity_id, gym_id, occurred_at, content from ${source}`;

const ADD = {
  name: 'events.add',
  text: insertEventsSql(
    `(select e.partner_id, e.event_id, e.type, e.entity_id, e.gym_id,
             coalesce(e.occurred_at, clock_timestamp()) as occurred_at, e.content
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::timestamptz[], $7::json[])
        as e(partner_id, event_id, type, entity_id, gym_id, occurred_at, content)) new_events`,
  ),
};

/** Stores what must be published, in the transaction of the fact: both are stored or neither is (O-45). */
@Injectable()
export class Outbox {
  private readonly dispatch = () => this.dispatcher.wake();

  constructor(private readonly dispatcher: EventDispatcher) {}

  /**
   * One round trip, however many; they are dispatched at once after the commit. @param queries the caller's transaction, or the pool when the event is a fact by
   * itself
   */
  async add(queries: Queries, ...events: NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    await queries.query(ADD, [
      events.map(({ partnerId }) => partnerId),
      events.map(() => uuidv7()),
      events.map(({ type }) => type),
      events.map(({ entityId }) => entityId),
      events.map(({ gymId }) => gymId ?? null),
      events.map(({ occurredAt }) => occurredAt ?? null),
      events.map(({ content }) => (content ? JSON.stringify(content) : null)),
    ]);
    queries.afterCommit(this.dispatch);
  }

  /** After events were written by `insertEventsSql`: dispatches now instead of at the next poll. */
  wake(): void {
    this.dispatcher.wake();
  }
}

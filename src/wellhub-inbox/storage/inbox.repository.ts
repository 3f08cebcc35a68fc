import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Batch } from '../../platform/database/batch.js';
import { Database } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import { Partitions } from '../../platform/database/partition-keeper.js';
import type { NewInboxEvent } from '../events/new-event.js';

/** Rows are kept for 91 days: an event that waited in a spool for longer is stored as one of the last day. */
const OLDEST_MS = 90 * 86_400_000;

const COLUMNS = `partner_id, id, environment, hook_gym_id, type, wellhub_gym_id, person, payload, state, reason, traceparent`;
const receivedAt = (ageMs: string) => `clock_timestamp() - ${ageMs} * interval '1 millisecond'`;

/** An event is stored when all of its keys are new; either way its fact is durable once this answers. */
const STORE_ONE = {
  name: 'inbox.store',
  text: `with fresh as (
      insert into wellhub_event_keys (partner_id, key, event_id)
      select $1::uuid, k.key, $2::uuid from unnest($13::bytea[]) as k (key) order by k.key
      on conflict do nothing returning key)
    insert into wellhub_events (${COLUMNS}, received_at)
    select $1::uuid, $2::uuid, $3::text, $4::bigint, $5::text, $6::text, $7::bytea, $8::bytea, $9::text, $10::text,
      $11::text, ${receivedAt('$12::float8')}
    where (select count(*) from fresh) = cardinality($13::bytea[])
    returning id`,
};

const STORE_MANY = {
  name: 'inbox.store-many',
  text: `with fresh as (
      insert into wellhub_event_keys (partner_id, key, event_id)
      select k.partner_id, k.key, k.event_id
      from unnest($13::uuid[], $14::bytea[], $15::uuid[]) as k (partner_id, key, event_id)
      order by k.partner_id, k.key
      on conflict do nothing returning event_id),
    counted as (select event_id, count(*) as keys from fresh group by event_id)
    insert into wellhub_events (${COLUMNS}, received_at)
    select ${COLUMNS.split(', ')
      .map((column) => `e.${column}`)
      .join(', ')}, ${receivedAt('e.age_ms')}
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::bytea[],
        $8::bytea[], $9::text[], $10::text[], $11::text[], $12::float8[], $16::int[]) as e (${COLUMNS}, age_ms, keys)
      join counted c on c.event_id = e.id and c.keys = e.keys
    returning id`,
};

/** The hot statement of the inbox: rows that arrive together share one round trip. */
@Injectable()
export class InboxRepository {
  private readonly batch = new Batch<NewInboxEvent, boolean>({
    run: (events) => this.storeAll(events),
    key: (event) => `${event.partnerId}/${event.keys[0]?.toString('base64') ?? event.id}`,
  });

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    partitions: Partitions,
    sweeps: Sweeps,
  ) {
    sweeps.declare({
      data: { data: 'webhook-fingerprints', countedFrom: 'CREATED' },
      table: 'wellhub_event_keys',
      column: 'received_at',
      keep: '400 days',
    });
    partitions.declare({
      data: 'wellhub-events',
      table: 'wellhub_events',
      unit: 'day',
      ahead: 3,
      keep: 91,
    });
  }

  /** Answers after the commit. @returns false when the event was known already */
  store(event: NewInboxEvent): Promise<boolean> {
    return this.batch.add(event);
  }

  private async storeAll(events: readonly NewInboxEvent[]): Promise<boolean[]> {
    const [only] = events;
    const rows =
      only && events.length === 1
        ? await this.db.query<{ id: string }>(STORE_ONE, () => [
            ...columnsOf(only, this.now()),
            only.keys,
          ])
        : await this.db.query<{ id: string }>(STORE_MANY, () => arraysOf(events, this.now()));
    const stored = new Set(rows.map(({ id }) => id));
    return events.map(({ id }) => stored.has(id));
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

const ageOf = ({ receivedAt }: NewInboxEvent, now: number): number =>
  Math.min(Math.max(0, now - receivedAt), OLDEST_MS);

const columnsOf = (event: NewInboxEvent, now: number): unknown[] => [
  event.partnerId,
  event.id,
  event.environment,
  event.hookGymId,
  event.type,
  event.wellhubGymId,
  event.person,
  event.payload,
  event.state,
  event.reason,
  event.traceparent,
  ageOf(event, now),
];

function arraysOf(events: readonly NewInboxEvent[], now: number): unknown[] {
  const rows = events.map((event) => columnsOf(event, now));
  const columns = rows[0]?.map((_, index) => rows.map((row) => row[index])) ?? [];
  const keys = events.flatMap(({ partnerId, id, keys }) =>
    keys.map((key) => ({ partnerId, id, key })),
  );
  return [
    ...columns,
    keys.map(({ partnerId }) => partnerId),
    keys.map(({ key }) => key),
    keys.map(({ id }) => id),
    events.map((event) => event.keys.length),
  ];
}

import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import { spanOf } from '../../platform/database/time-span.js';
import { inSpan } from '../../platform/tracing/in-span.js';
import { Tracing } from '../../platform/tracing/tracing.js';
import { resultText, type InboxResult } from '../events/event-result.js';

/** Names a stored event and its gym. `receivedText` is no Date: that would lose its microseconds. */
export interface EventRef {
  readonly partnerId: string;
  readonly id: string;
  readonly receivedText: string;
  readonly type: string;
  readonly wellhubGymId: string | null;
  /** Of what received it; null when that was not traced. */
  readonly traceparent: string | null;
}

export interface ClaimedRow extends EventRef {
  readonly receivedAt: Date;
  readonly environment: 'production' | 'test';
  readonly hookGymId: number | null;
  readonly payload: Buffer | null;
  readonly attempts: number;
}

/** How events end, or wait for their gym. */
interface Settlement {
  readonly state: 'PROCESSED' | 'PARKED' | 'DEAD';
  readonly reason?: string;
  /** By the ids of the events. */
  readonly results?: ReadonlyMap<string, InboxResult>;
}

const REF = `partner_id as "partnerId", id, received_at::text as "receivedText", type,
  wellhub_gym_id as "wellhubGymId", traceparent`;
const COLUMNS = `${REF}, received_at as "receivedAt", environment, hook_gym_id as "hookGymId", payload, attempts`;

/**
 * The oldest that are due: per type the first entries of the index. With the types as one condition the planner reads and
 * sorts all that is due, so that every batch costs as much as the whole backlog.
 */
const oldestDueSql = (columns: string, lock = ''): string => `select ${columns}
  from unnest($1::text[]) as wanted (wanted_type) cross join lateral (
    select * from wellhub_events
    where state = 'RECEIVED' and type = wanted_type and next_attempt_at <= statement_timestamp()
    order by next_attempt_at limit $2 ${lock}) due
  order by next_attempt_at limit $2`;

/** Since when the oldest event of these types waits to be handled: one index look-up per type. */
export const receivedSinceSql = (types: readonly string[]): string => `select min(e.due_at)
    from unnest(array[${types.map((type) => `'${type}'`).join()}]) as t (type)
    cross join lateral (
      select next_attempt_at as due_at from wellhub_events
      where state = 'RECEIVED' and type = t.type and next_attempt_at <= statement_timestamp()
      order by next_attempt_at limit 1) e`;

const DUE = {
  name: 'inbox.due',
  text: oldestDueSql(REF),
};

const CLAIM_DUE = {
  name: 'inbox.claim-due',
  text: oldestDueSql(COLUMNS, 'for update skip locked'),
};

/** By the key alone: with a condition on the state the planner may prefer the index of all due events. */
const CLAIM = {
  name: 'inbox.claim',
  text: `select ${COLUMNS}, state = 'RECEIVED' and next_attempt_at <= clock_timestamp() as "isDue"
    from wellhub_events
    where partner_id = $1 and id = $2 and received_at = $3::text::timestamptz
    for update skip locked`,
};

/** The span of time keeps it to the partitions concerned. */
const SETTLE = {
  name: 'inbox.settle',
  text: `update wellhub_events set state = $5, reason = $6, result = $7::jsonb ->> id::text,
      processed_at = clock_timestamp()
    where partner_id = any($1::uuid[]) and id = any($2::uuid[]) and received_at between $3 and $4`,
};

/** After a failed try: retried later, or dead after too many. @returns its state */
const POSTPONE = {
  name: 'inbox.postpone',
  text: `update wellhub_events set attempts = attempts + 1, reason = $4,
      state = case when attempts + 1 >= $5 then 'DEAD' else state end,
      next_attempt_at = clock_timestamp() + least(300, 2 ^ attempts) * interval '1 second'
    where partner_id = $1 and id = $2 and received_at = $3::text::timestamptz and state = 'RECEIVED'
    returning state`,
};

const PARKED_GYMS = {
  name: 'inbox.parked-gyms',
  text: `select distinct partner_id as "partnerId", wellhub_gym_id as "wellhubGymId" from wellhub_events
    where state = 'PARKED' and wellhub_gym_id is not null limit 1000`,
};

const UNPARK = {
  name: 'inbox.unpark',
  text: `update wellhub_events set state = 'RECEIVED', next_attempt_at = clock_timestamp(), processed_at = null
    where partner_id = $1 and wellhub_gym_id = $2 and state = 'PARKED'`,
};

const FORGET = {
  name: 'inbox.forget',
  text: `update wellhub_events set payload = null, person = null,
      result = case when result not like 'CUSTOMER/%' then result end,
      state = case when state in ('RECEIVED', 'PARKED') then 'DEAD' else state end,
      reason = case when state in ('RECEIVED', 'PARKED') then 'erased' else reason end
    where partner_id = $1 and person = any($2::bytea[])`,
};

/** The worker's side of the table: claim, settle, park, forget; and the traces that its rows go on with. */
@Injectable()
export class InboxClaimsRepository {
  constructor(
    private readonly db: Database,
    private readonly tracing: Tracing,
  ) {}

  /** What is done about these rows belongs to the traces of the webhooks that brought them. */
  inTraces<T>(rows: readonly EventRef[], work: () => Promise<T>): Promise<T> {
    const traceparents = rows.map(({ traceparent }) => traceparent);
    return inSpan(this.tracing.resume('handle webhook', traceparents), work);
  }

  due(types: readonly string[], limit: number): Promise<EventRef[]> {
    return this.db.query<EventRef>(DUE, [types, limit]);
  }

  /** Due rows, locked for the caller's transaction; rows that another replica handles are skipped. */
  claimDue(queries: Queries, types: readonly string[], limit: number): Promise<ClaimedRow[]> {
    return queries.query<ClaimedRow>(CLAIM_DUE, [types, limit]);
  }

  /** Locks the row for the caller's transaction; undefined when another replica holds it or has handled it. */
  async claim(queries: Queries, { partnerId, id, receivedText }: EventRef) {
    const values = [partnerId, id, receivedText];
    const [row] = await queries.query<ClaimedRow & { isDue: boolean }>(CLAIM, values);
    return row?.isDue ? row : undefined;
  }

  async settle(
    queries: Queries,
    rows: readonly ClaimedRow[],
    { state, reason, results }: Settlement,
  ): Promise<void> {
    if (rows.length === 0) return;
    const partners = [...new Set(rows.map(({ partnerId }) => partnerId))];
    const ids = rows.map(({ id }) => id);
    const found = [...(results ?? [])].map(([id, result]) => [id, resultText(result)]);
    const values = [
      partners,
      ids,
      ...spanOf(rows.map(({ receivedAt }) => receivedAt)),
      state,
      reason ?? null,
      JSON.stringify(Object.fromEntries(found)),
    ];
    await queries.query(SETTLE, values);
  }

  async postpone({ partnerId, id, receivedText }: EventRef, reason: string, maxAttempts: number) {
    const values = [partnerId, id, receivedText, reason, maxAttempts];
    return (await this.db.query<{ state: string }>(POSTPONE, values))[0]?.state;
  }

  parkedGyms(): Promise<{ partnerId: string; wellhubGymId: string }[]> {
    return this.db.query(PARKED_GYMS, []);
  }

  async unpark(partnerId: string, wellhubGymId: string): Promise<void> {
    await this.db.query(UNPARK, [partnerId, wellhubGymId]);
  }

  async forget(
    queries: Queries,
    partnerId: string,
    personHashes: readonly Buffer[],
  ): Promise<void> {
    await queries.query(FORGET, [partnerId, personHashes]);
  }
}

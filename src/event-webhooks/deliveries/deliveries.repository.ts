import { Injectable } from '@nestjs/common';
import { Batch } from '../../platform/database/batch.js';
import { Settings } from '../../platform/config/settings.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { Partitions } from '../../platform/database/partition-keeper.js';
import { spanOf } from '../../platform/database/time-span.js';
import type { RetryPlan } from '../subscriptions/retry-plan.js';
import { eventColumnsSql } from '../events/events.repository.js';
import type { StoredEvent } from '../events/signed-delivery.js';

/** One try as it is kept and shown. */
export interface Attempt {
  readonly at: Date | string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly error?: string;
  /** Where it went; absent of those of older versions. */
  readonly url?: string;
}

/** A delivery that this worker may attempt until its lease ends. */
export interface ClaimedDelivery extends StoredEvent {
  readonly partnerId: string;
  readonly deliveryId: string;
  /** Text, because a Date would lose its microseconds. */
  readonly createdAt: string;
  readonly claim: number;
  readonly attemptsMade: number;
  /** Seconds since the first attempt. */
  readonly age: number;
  readonly now: Date;
  /** False: its subscription is disabled or deleted. */
  readonly active: boolean;
  /** Of what published its event; null when that was not traced. */
  readonly traceparent: string | null;
  /** False: its event was dropped by age. */
  readonly kept: boolean;
  readonly subscriptionId: string;
  readonly gymId: number | null;
  readonly url: string;
  readonly retry: RetryPlan;
  readonly webhookKey: Buffer;
  readonly secret: Buffer;
  /** Present while a rotation's overlap lasts. */
  readonly previousSecret: Buffer | null;
}

export interface Result {
  readonly delivery: ClaimedDelivery;
  readonly state: 'PENDING' | 'DELIVERED' | 'FAILED';
  readonly attempt: Attempt;
  /** How the receiver's answer began, encrypted. */
  readonly answer?: Buffer;
  /** With PENDING: seconds until the next attempt. */
  readonly wait?: number;
}

/** Longer than an exchange and the record of its result. */
const LEASE_SECONDS = 15;

/** Since when the oldest delivery is due. */
export const DELIVERY_DUE_SINCE_SQL = `select next_attempt_at from webhook_deliveries
    where state = 'PENDING' and next_attempt_at <= now() order by next_attempt_at limit 1`;

// `now()` and not `clock_timestamp()` where an index must be used: it is the start of this very statement. The rows are
// locked, so each conflicts with itself and is updated in its own partition (ADR 0045).
const CLAIM = {
  name: 'webhook-deliveries.claim',
  text: `with due as materialized (
      select partner_id, id, created_at, subscription_id, event_id, event_created_at, next_attempt_at
      from webhook_deliveries
      where state = 'PENDING' and next_attempt_at <= now() and subscription_id <> all($1::uuid[])
      order by next_attempt_at limit 64 for update skip locked),
    ranked as (
      select *, row_number() over (partition by subscription_id order by next_attempt_at) as place from due),
    claimed as (
      insert into webhook_deliveries as d
        (partner_id, id, created_at, subscription_id, event_id, event_created_at)
      select partner_id, id, created_at, subscription_id, event_id, event_created_at from ranked
      where place <= case when subscription_id = any($2::uuid[]) then $4::int else $3::int end
      on conflict (partner_id, id, created_at) do update set claim = d.claim + 1,
        first_attempt_at = coalesce(d.first_attempt_at, clock_timestamp()),
        next_attempt_at = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
      returning *)
    select d.partner_id as "partnerId", d.id as "deliveryId", d.created_at::text as "createdAt", d.claim,
      jsonb_array_length(d.attempts) as "attemptsMade", clock_timestamp() as now,
      extract(epoch from clock_timestamp() - d.first_attempt_at)::float8 as age,
      s.state = 'ACTIVE' and s.deleted_at is null as active,
      s.id as "subscriptionId", s.gym_id as "gymId", s.url, s.retry, s.webhook_key as "webhookKey", s.secret,
      case when s.previous_secret_until > clock_timestamp() then s.previous_secret end as "previousSecret",
      d.event_id as id, e.id is not null as kept, e.traceparent, ${eventColumnsSql}
    from claimed d
    join webhook_subscriptions s on s.partner_id = d.partner_id and s.id = d.subscription_id
    left join events e on e.partner_id = d.partner_id and e.id = d.event_id and e.created_at = d.event_created_at`,
};

/** The span of time keeps it to the partitions concerned; a join may not choose them (ADR 0045). */
const FINISH = {
  name: 'webhook-deliveries.finish',
  text: `with finished as (
    update webhook_deliveries d set state = r.state, attempts = d.attempts || r.attempt,
      next_attempt_at = clock_timestamp() + make_interval(secs => r.wait),
      finished_at = case when r.state <> 'PENDING' then clock_timestamp() end
    from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::int[], $5::text[], $6::float8[], $7::jsonb[],
        $8::bytea[]) as r(partner_id, id, created_at, claim, state, wait, attempt, answer)
    where d.created_at between $9 and $10
      and d.partner_id = r.partner_id and d.id = r.id and d.created_at is not distinct from r.created_at
      and d.state = 'PENDING' and d.claim = r.claim
    returning d.partner_id, d.id, jsonb_array_length(d.attempts) as no, r.answer),
    answered as (
      insert into webhook_answers (partner_id, delivery_id, no, answer)
      select partner_id, id, no, answer from finished where answer is not null)
    select id from finished`,
};

/** The worker's side of the deliveries: what is due, and what came of it. */
@Injectable()
export class DeliveriesRepository {
  /** Results of many receivers share statements, so that they leave the connections to the requests. */
  private readonly results = new Batch<Result, boolean>({
    run: (results) => this.finishAll(this.db, results),
    key: ({ delivery }) => delivery.deliveryId,
    maxInFlight: 2,
  });

  constructor(
    private readonly db: Database,
    partitions: Partitions,
    { rawPayloadDays }: Settings,
  ) {
    const daily = { unit: 'day', ahead: 3 } as const;
    partitions.declare({ data: 'deliveries', table: 'webhook_deliveries', ...daily, keep: 91 });
    const keep = rawPayloadDays + 1;
    partitions.declare({ data: 'delivery-answers', table: 'webhook_answers', ...daily, keep });
  }

  /**
   * Claims due deliveries: at most `each` of a subscription, `eachFailing` of one that failed lately, none of
   * the busy ones.
   */
  async claim(limits: {
    busy: readonly string[];
    failing: readonly string[];
    each: number;
    eachFailing: number;
  }): Promise<ClaimedDelivery[]> {
    const { busy, failing, each, eachFailing } = limits;
    return this.db.query<ClaimedDelivery>(CLAIM, [busy, failing, each, eachFailing]);
  }

  /** @returns false when the lease had lapsed and another worker has taken over: nothing was changed */
  async record(result: Result): Promise<boolean> {
    return this.results.add(result);
  }

  /** The same inside a transaction. */
  async recordIn(queries: Queries, result: Result): Promise<boolean> {
    return (await this.finishAll(queries, [result]))[0] ?? false;
  }

  private async finishAll(queries: Queries, results: readonly Result[]): Promise<boolean[]> {
    const rows = await queries.query<{ id: string }>(FINISH, [
      results.map(({ delivery }) => delivery.partnerId),
      results.map(({ delivery }) => delivery.deliveryId),
      results.map(({ delivery }) => delivery.createdAt),
      results.map(({ delivery }) => delivery.claim),
      results.map(({ state }) => state),
      results.map(({ wait }) => wait ?? null),
      results.map(({ attempt }) => JSON.stringify(attempt)),
      results.map(({ answer }) => answer ?? null),
      ...spanOf(results.map(({ delivery }) => new Date(delivery.createdAt))),
    ]);
    const done = new Set(rows.map(({ id }) => id));
    return results.map(({ delivery }) => done.has(delivery.deliveryId));
  }
}

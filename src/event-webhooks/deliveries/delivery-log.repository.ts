import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database } from '../../platform/database/database.js';
import { traceparentFor } from '../../platform/tracing/traceparent-for.js';
import type { Attempt } from './deliveries.repository.js';
import type { EventType } from '../events/event-types.js';
import { eventColumnsSql } from '../events/events.repository.js';
import type { StoredEvent } from '../events/signed-delivery.js';

export const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A delivery as it is shown. */
export interface Delivery {
  readonly id: string;
  readonly subscriptionId: string;
  readonly eventId: string;
  /** Null once the event is no longer kept. */
  readonly eventType: EventType | null;
  readonly state: DeliveryState;
  readonly attempts: Attempt[];
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** Its place in the list: microseconds since 1970. */
  readonly createdMicros: number;
}

export interface DeliveryPage {
  readonly state?: DeliveryState | undefined;
  readonly before?: { micros: string; id: string } | undefined;
  readonly limit: number;
}

export interface TestedSubscription {
  readonly id: string;
  readonly gymId: number | null;
}

const SHOWN = `select d.id, d.subscription_id as "subscriptionId", d.event_id as "eventId", e.type as "eventType",
    d.state, d.attempts, d.next_attempt_at as "nextAttemptAt", d.created_at as "createdAt",
    d.finished_at as "finishedAt", (extract(epoch from d.created_at) * 1000000)::bigint as "createdMicros"
  from webhook_deliveries d
  left join events e on e.partner_id = d.partner_id and e.id = d.event_id and e.created_at = d.event_created_at`;

const FIND = {
  name: 'webhook-deliveries.find',
  text: `${SHOWN} where d.partner_id = $1 and d.id = $2`,
};
const FIND_EVENT = {
  name: 'webhook-deliveries.find-event',
  text: `select e.id, ${eventColumnsSql} from webhook_deliveries d
    join events e on e.partner_id = d.partner_id and e.id = d.event_id and e.created_at = d.event_created_at
    where d.partner_id = $1 and d.id = $2`,
};
const ANSWERS = {
  name: 'webhook-deliveries.answers',
  text: `select no, answer as sealed from webhook_answers where partner_id = $1 and delivery_id = $2`,
};
const OF_EVENT = {
  name: 'webhook-deliveries.of-event',
  text: `${SHOWN} where d.partner_id = $1 and d.event_id = $2 order by d.created_at desc, d.id desc limit 200`,
};
const LIST = {
  name: 'webhook-deliveries.list',
  text: `${SHOWN} where d.partner_id = $1 and d.subscription_id = $2 and ($3::text is null or d.state = $3)
      and (d.created_at, d.id) < (
        coalesce(timestamptz 'epoch' + $4::bigint * interval '1 microsecond', 'infinity'),
        coalesce($5::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    order by d.created_at desc, d.id desc limit $6`,
};
const AGAIN = {
  name: 'webhook-deliveries.again',
  text: `insert into webhook_deliveries (partner_id, subscription_id, event_id, event_created_at)
    select partner_id, subscription_id, event_id, event_created_at from webhook_deliveries
    where partner_id = $1 and id = $2 returning id`,
};
// Already dispatched: it goes to the one requested subscription, whatever the filters are.
const TEST = {
  name: 'webhook-deliveries.test',
  text: `with event as (
      insert into events (partner_id, id, type, entity_id, gym_id, occurred_at, dispatched_at, traceparent)
      values ($1, $2, 'TEST', $3, $4, clock_timestamp(), clock_timestamp(), $6)
      returning partner_id, id, created_at)
    insert into webhook_deliveries (partner_id, subscription_id, event_id, event_created_at)
    select partner_id, $5, id, created_at from event returning id`,
};

/** The reader's side of the deliveries, and those requested by hand. */
@Injectable()
export class DeliveryLogRepository {
  constructor(private readonly db: Database) {}

  async find(partnerId: string, id: string): Promise<Delivery | undefined> {
    return (await this.db.query<Delivery>(FIND, [partnerId, id]))[0];
  }

  /** What it carried; undefined once the event is no longer kept. */
  async event(partnerId: string, id: string): Promise<StoredEvent | undefined> {
    return (await this.db.query<StoredEvent & object>(FIND_EVENT, [partnerId, id]))[0];
  }

  /** How the answers to its attempts began, encrypted. */
  async answers(partnerId: string, id: string): Promise<{ no: number; sealed: Buffer }[]> {
    return this.db.query<{ no: number; sealed: Buffer }>(ANSWERS, [partnerId, id]);
  }

  /** To all subscriptions, newest first. */
  async ofEvent(partnerId: string, eventId: string): Promise<Delivery[]> {
    return this.db.query<Delivery>(OF_EVENT, [partnerId, eventId]);
  }

  /** Newest first. */
  async list(partnerId: string, subscriptionId: string, page: DeliveryPage): Promise<Delivery[]> {
    const { state, before, limit } = page;
    const place = [before?.micros ?? null, before?.id ?? null];
    const values = [partnerId, subscriptionId, state ?? null, ...place, limit];
    return this.db.query<Delivery>(LIST, values);
  }

  /** A new delivery of the same event. @returns its id */
  async again(partnerId: string, id: string): Promise<string | undefined> {
    return (await this.db.query<{ id: string }>(AGAIN, [partnerId, id]))[0]?.id;
  }

  /** A TEST event for one subscription. @returns the id of its delivery */
  async test(
    partnerId: string,
    { id, gymId }: TestedSubscription,
    studioId: number,
  ): Promise<string | undefined> {
    const values = [partnerId, uuidv7(), studioId, gymId, id, traceparentFor()];
    return (await this.db.query<{ id: string }>(TEST, values))[0]?.id;
  }
}

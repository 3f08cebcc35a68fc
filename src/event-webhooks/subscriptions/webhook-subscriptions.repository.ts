import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import type { EventType } from '../events/event-types.js';
import type { RetryPlan } from './retry-plan.js';
import { keepInWipes } from '../../platform/database/partner-wipe.js';

keepInWipes('webhook_subscriptions');

export const SUBSCRIPTION_STATES = ['ACTIVE', 'DISABLED'] as const;
/** Its receiver answered 410, or a `PATCH` disabled it. */
export const DISABLED_REASONS = ['RECEIVER_GONE', 'BY_HAND'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** A subscription as it may be shown: without its key and secret. */
export interface WebhookSubscription {
  readonly id: string;
  readonly url: string;
  /** Null: every type. */
  readonly eventTypes: EventType[] | null;
  /** Null: every gym. */
  readonly gymId: number | null;
  readonly retry: RetryPlan;
  readonly state: SubscriptionState;
  readonly disabledAt: Date | null;
  /** Null of those that an older version disabled, too. */
  readonly disabledReason: DisabledReason | null;
  /** Everything that was stored since then is being sent again; null when nothing is. */
  readonly replayFrom: Date | null;
  /** The old secret signs as well until then. */
  readonly previousSecretUntil: Date | null;
  readonly createdAt: Date;
}

export interface NewSubscriptionRow {
  readonly id: string;
  readonly url: string;
  readonly eventTypes: EventType[] | null;
  readonly gymId: number | null;
  readonly retry: RetryPlan;
  readonly webhookKey: Buffer;
  readonly secret: Buffer;
}

/** Absent = unchanged. */
export interface SubscriptionChange {
  readonly url?: string;
  readonly eventTypes?: EventType[] | null;
  readonly gymId?: number | null;
  readonly retry?: RetryPlan;
  readonly state?: SubscriptionState;
}

const COLUMNS = `id, url, event_types as "eventTypes", gym_id as "gymId", retry, state,
  disabled_at as "disabledAt", disabled_reason as "disabledReason",
  replay_from as "replayFrom",
  case when previous_secret_until > clock_timestamp() then previous_secret_until end as "previousSecretUntil",
  created_at as "createdAt"`;
const ALIVE = 'partner_id = $1 and id = $2 and deleted_at is null';

const INSERT = {
  name: 'webhook-subscriptions.insert',
  text: `insert into webhook_subscriptions (partner_id, id, url, event_types, gym_id, retry, webhook_key, secret)
    values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
};
const MOST = 50;
/** Until the commit: of parallel calls none counts before another has inserted. */
const LOCK_PARTNER = {
  name: 'webhook-subscriptions.lock-partner',
  text: `select pg_advisory_xact_lock(hashtextextended($1, 8))::text`,
};
const COUNT = {
  name: 'webhook-subscriptions.count',
  text: `select count(*)::int as count from webhook_subscriptions where partner_id = $1 and deleted_at is null`,
};
const FIND = {
  name: 'webhook-subscriptions.find',
  text: `select ${COLUMNS} from webhook_subscriptions where ${ALIVE}`,
};
const LOCK = {
  name: 'webhook-subscriptions.lock',
  text: `select ${COLUMNS} from webhook_subscriptions where ${ALIVE} for update`,
};
const LIST = {
  name: 'webhook-subscriptions.list',
  text: `select ${COLUMNS} from webhook_subscriptions
    where partner_id = $1 and ($2::uuid is null or id > $2) and deleted_at is null order by id limit $3`,
};
const CHANGE = {
  name: 'webhook-subscriptions.change',
  text: `update webhook_subscriptions set url = coalesce($3, url),
      event_types = case when $4::boolean then $5::text[] else event_types end,
      gym_id = case when $6::boolean then $7::bigint else gym_id end,
      retry = coalesce($8::jsonb, retry), state = coalesce($9, state),
      disabled_at = case when coalesce($9, state) = 'DISABLED' then
        case state when 'ACTIVE' then clock_timestamp() else disabled_at end end,
      disabled_reason = case when coalesce($9, state) = 'DISABLED' then
        case state when 'ACTIVE' then 'BY_HAND' else disabled_reason end end,
      replay_from = case when coalesce($9, state) = 'ACTIVE' then replay_from end, updated_at = clock_timestamp()
    where ${ALIVE} returning ${COLUMNS}`,
};
const REMOVE = {
  name: 'webhook-subscriptions.remove',
  text: `update webhook_subscriptions set deleted_at = clock_timestamp(), replay_from = null
    where ${ALIVE} returning id`,
};
const ROTATE = {
  name: 'webhook-subscriptions.rotate',
  text: `update webhook_subscriptions set previous_secret = secret, secret = $3,
      previous_secret_until = clock_timestamp() + make_interval(secs => $4), updated_at = clock_timestamp()
    where ${ALIVE} returning ${COLUMNS}`,
};
const DISABLE = {
  name: 'webhook-subscriptions.disable',
  text: `update webhook_subscriptions set state = 'DISABLED', replay_from = null,
      disabled_at = clock_timestamp(), disabled_reason = 'RECEIVER_GONE', updated_at = clock_timestamp()
    where ${ALIVE} and state = 'ACTIVE'`,
};
const REPLAY = {
  name: 'webhook-subscriptions.replay',
  text: `update webhook_subscriptions
    set replay_from = $3, replay_until = clock_timestamp(), replay_xid = '0', replay_no = 0
    where ${ALIVE} and state = 'ACTIVE' returning replay_until as "replayUntil"`,
};

@Injectable()
export class WebhookSubscriptionsRepository {
  constructor(private readonly db: Database) {}

  /** @returns undefined when the partner has reached the limit of subscriptions */
  async insert(
    partnerId: string,
    row: NewSubscriptionRow,
  ): Promise<WebhookSubscription | undefined> {
    const { id, url, eventTypes, gymId, retry, webhookKey, secret } = row;
    const values = [id, url, eventTypes, gymId, JSON.stringify(retry), webhookKey, secret];
    return this.db.transaction(async (tx) => {
      await tx.query(LOCK_PARTNER, [partnerId]);
      const [found] = await tx.query<{ count: number }>(COUNT, [partnerId]);
      if (found && found.count >= MOST) return undefined;
      return (await tx.query<WebhookSubscription>(INSERT, [partnerId, ...values]))[0];
    });
  }

  async find(partnerId: string, id: string): Promise<WebhookSubscription | undefined> {
    return (await this.db.query<WebhookSubscription>(FIND, [partnerId, id]))[0];
  }

  async list(
    partnerId: string,
    after: string | undefined,
    limit: number,
  ): Promise<WebhookSubscription[]> {
    return this.db.query<WebhookSubscription>(LIST, [partnerId, after ?? null, limit]);
  }

  /** @param check what is to be changed, locked; it may throw */
  async change(
    partnerId: string,
    { id, ...change }: SubscriptionChange & { readonly id: string },
    check: (present: WebhookSubscription) => void,
  ): Promise<WebhookSubscription | undefined> {
    const { url, eventTypes, gymId, retry, state } = change;
    const types = [eventTypes !== undefined, eventTypes ?? null];
    const gym = [gymId !== undefined, gymId ?? null];
    const plan = retry === undefined ? null : JSON.stringify(retry);
    const values = [partnerId, id, url ?? null, ...types, ...gym, plan, state ?? null];
    return this.db.transaction(async (tx) => {
      const [present] = await tx.query<WebhookSubscription>(LOCK, [partnerId, id]);
      if (!present) return undefined;
      check(present);
      return (await tx.query<WebhookSubscription>(CHANGE, values))[0];
    });
  }

  async remove(partnerId: string, id: string): Promise<boolean> {
    return (await this.db.query(REMOVE, [partnerId, id])).length > 0;
  }

  /** The new secret in front; the old one signs too for `overlapSeconds`. */
  async rotate(
    partnerId: string,
    id: string,
    { secret, overlapSeconds }: { readonly secret: Buffer; readonly overlapSeconds: number },
  ): Promise<WebhookSubscription | undefined> {
    const values = [partnerId, id, secret, overlapSeconds];
    return (await this.db.query<WebhookSubscription>(ROTATE, values))[0];
  }

  async disable(queries: Queries, partnerId: string, id: string): Promise<void> {
    await queries.query(DISABLE, [partnerId, id]);
  }

  /** Notes that everything stored since `from` is to be sent again. @returns up to when; undefined when not active */
  async startReplay(partnerId: string, id: string, from: Date): Promise<Date | undefined> {
    const [row] = await this.db.query<{ replayUntil: Date }>(REPLAY, [partnerId, id, from]);
    return row?.replayUntil;
  }
}

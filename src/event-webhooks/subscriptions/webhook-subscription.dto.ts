import { Answer } from '../../platform/http/answer-fields.js';
import { WebAddress, Checked, Id, ListOf, OneOf, Whole } from '../../platform/http/fields.js';
import { EVENT_TYPES, type EventType } from '../events/event-types.js';
import { isRetryPlan, type RetryPlan } from './retry-plan.js';
import {
  DISABLED_REASONS,
  SUBSCRIPTION_STATES,
  type DisabledReason,
  type SubscriptionChange,
  type SubscriptionState,
  type WebhookSubscription,
} from './webhook-subscriptions.repository.js';
import type { NewSubscription } from './webhook-subscriptions.js';

const Retry = () =>
  Checked(
    (value) =>
      isRetryPlan(value)
        ? undefined
        : 'must be default, magicline or at most 20 waits in whole seconds, 24 hours in all',
    { optional: true, example: 'default' },
  );

const TARGET = {
  schemes: ['https', 'http'],
  longest: 2_000,
  message: 'must be an https URL without user info',
} as const;

/** No type at all = every type. */
const typesOf = (types: EventType[] | null) => (types?.length ? types : null);

export class CreateWebhookSubscriptionDto {
  @WebAddress({ ...TARGET, example: 'https://hooks.example.com/gatehouse' })
  url!: string;

  @ListOf(EVENT_TYPES, { optional: true, description: 'none = every type' })
  eventTypes?: EventType[];

  @Id({ optional: true, description: 'none = every gym' })
  gymId?: number;

  @Retry()
  retry?: RetryPlan;

  toCommand(): NewSubscription {
    const { url, eventTypes, gymId, retry } = this;
    return {
      url,
      ...(eventTypes?.length && { eventTypes }),
      ...(gymId !== undefined && { gymId }),
      ...(retry !== undefined && { retry }),
    };
  }
}

/** `PATCH /webhook-subscriptions/{id}`: a merge patch; null clears a filter. */
export class ChangeWebhookSubscriptionDto {
  @WebAddress({ ...TARGET, optional: true })
  url?: string;

  @ListOf(EVENT_TYPES, { optional: true, nullable: true })
  eventTypes?: EventType[] | null;

  @Id({ optional: true, nullable: true })
  gymId?: number | null;

  @Retry()
  retry?: RetryPlan;

  @OneOf(SUBSCRIPTION_STATES, { optional: true })
  state?: SubscriptionState;

  toCommand(): SubscriptionChange {
    const { eventTypes, ...change } = this as ChangeWebhookSubscriptionDto;
    return { ...change, ...(eventTypes !== undefined && { eventTypes: typesOf(eventTypes) }) };
  }
}

export class RotateSecretDto {
  @Whole({ optional: true, max: 604_800, description: 'how long the old secret signs as well' })
  graceSeconds?: number;
}

const RETRY_PLAN = {
  oneOf: [
    { type: 'string', enum: ['default', 'magicline'] },
    { type: 'array', items: { type: 'integer', minimum: 1 }, maxItems: 20 },
  ],
};

export class WebhookSubscriptionDto {
  @Answer.uuid()
  id!: string;

  @Answer.text()
  url!: string;

  @Answer.someOf(EVENT_TYPES, 'Null: every type', { nullable: true })
  eventTypes!: readonly EventType[] | null;

  @Answer.id('Null: every gym', { nullable: true })
  gymId!: number | null;

  @Answer.schema<RetryPlan>(RETRY_PLAN, 'When a failed delivery is tried again; waits in seconds')
  retry!: RetryPlan;

  @Answer.oneOf(SUBSCRIPTION_STATES)
  state!: SubscriptionState;

  @Answer.instant(undefined, { nullable: true })
  disabledAt!: Date | null;

  @Answer.oneOf(DISABLED_REASONS, undefined, { nullable: true })
  disabledReason!: DisabledReason | null;

  @Answer.instant('Everything since then is being sent again', { nullable: true })
  replayFrom!: Date | null;

  @Answer.instant('The secret before signs as well until then', { nullable: true })
  previousSecretUntil!: Date | null;

  @Answer.instant()
  createdAt!: Date;

  static from(row: WebhookSubscription): WebhookSubscriptionDto {
    return {
      id: row.id,
      url: row.url,
      eventTypes: row.eventTypes,
      gymId: row.gymId,
      retry: row.retry,
      state: row.state,
      disabledAt: row.disabledAt,
      disabledReason: row.disabledReason,
      replayFrom: row.replayFrom,
      previousSecretUntil: row.previousSecretUntil,
      createdAt: row.createdAt,
    };
  }
}

/** Absent where a call is repeated. */
const ONCE = { optional: true } as const;

export class RotatedSecretDto extends WebhookSubscriptionDto {
  @Answer.text('Verifies signatures of Standard Webhooks; shown this once', ONCE)
  secret!: string;

  static withSecret(row: WebhookSubscription, secret: string): RotatedSecretDto {
    return { ...WebhookSubscriptionDto.from(row), secret };
  }
}

export class NewWebhookSubscriptionDto extends RotatedSecretDto {
  @Answer.text('Comes with every delivery as `x-api-key`; shown this once', ONCE)
  key!: string;

  static withKeys(
    row: WebhookSubscription,
    { key, secret }: { readonly key: string; readonly secret: string },
  ): NewWebhookSubscriptionDto {
    return { ...WebhookSubscriptionDto.from(row), key, secret };
  }
}

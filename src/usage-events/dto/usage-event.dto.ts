import { Answer } from '../../platform/http/answer-fields.js';
import { Decimal, Instant, OneOf, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { GPW_ID } from '../../wellhub/index.js';
import {
  USAGE_EVENT_STATES,
  type NewUsageEvent,
  type UsageDetails,
  type UsageEvent,
  type UsageEventState,
} from '../usage-event.js';

const LONGEST = 1e9;

/** What Wellhub knows of an event beside its type, time and person (`wellhub.md` section 7). */
class UsageDetailsDto {
  @Text({ optional: true })
  eventSubcategory?: string;

  @Text({ optional: true })
  eventTitle?: string;

  @Text({ optional: true })
  eventSubtitle?: string;

  @Text({ optional: true })
  eventEquipment?: string;

  @Text({ optional: true })
  timezone?: string;

  @Text({ optional: true })
  device?: string;

  @Decimal({ optional: true, min: 0, max: LONGEST })
  eventDuration?: number;

  @Decimal({ optional: true, min: 0, max: LONGEST })
  viewingDuration?: number;

  @Decimal({ optional: true, min: -90, max: 90 })
  geoLatitude?: number;

  @Decimal({ optional: true, min: -180, max: 180 })
  geoLongitude?: number;
}

/** One event of `POST /partners/{partnerId}/usage-events`. */
export class UsageEventDto extends UsageDetailsDto {
  @Text({ max: 100, example: 'signin', description: 'One of the partner’s usageEventTypes' })
  eventType!: string;

  @Instant({ description: 'When it happened; sent to Wellhub in whole seconds' })
  timestamp!: Date;

  @Text({ max: 100, shape: GPW_ID, example: 'gpw-29caecdf-2d5e-40b8-82b4-d0a044fa4679' })
  gpwId!: string;

  toCommand(): NewUsageEvent {
    const { eventType, timestamp, gpwId, ...details } = this;
    return {
      eventType,
      occurredAt: timestamp,
      gpwId,
      details: { ...details } as UsageDetails,
    };
  }
}

export class UsageEventsQuery extends PageQuery {
  @OneOf(USAGE_EVENT_STATES, { optional: true })
  state?: UsageEventState;
}

export class StoredUsageEventDto extends UsageDetailsDto {
  @Answer.uuid()
  id!: string;

  @Answer.oneOf(
    USAGE_EVENT_STATES,
    'QUARANTINED: Wellhub refused it; UNPAYABLE: it is too late to report it',
  )
  state!: UsageEventState;

  @Answer.text()
  eventType!: string;

  @Answer.instant('When it happened')
  timestamp!: Date;

  @Answer.text('null once the person was erased', { nullable: true })
  gpwId!: string | null;

  @Answer.id('null while no customer has that gpwId', { nullable: true })
  customerId!: number | null;

  @Answer.oneOf(['ADMIN', 'VISIT'], 'Sent by your software, or made of a visit')
  source!: 'ADMIN' | 'VISIT';

  @Answer.instant('When Wellhub took it', { nullable: true })
  sentAt!: Date | null;

  @Answer.whole('HTTP status of Wellhub’s answer', { nullable: true })
  lastStatus!: number | null;

  @Answer.text('The key of Wellhub’s answer', { nullable: true })
  lastKey!: string | null;

  @Answer.instant()
  createdAt!: Date;

  static from({ no: _no, occurredAt, details, ...row }: UsageEvent): StoredUsageEventDto {
    return Object.assign(new StoredUsageEventDto(), details, row, { timestamp: occurredAt });
  }
}

/** In the order in which they came. */
export class StoredUsageEventsDto {
  @Answer.list(() => StoredUsageEventDto)
  items!: readonly StoredUsageEventDto[];

  static from(rows: readonly UsageEvent[]): StoredUsageEventsDto {
    return { items: rows.map((row) => StoredUsageEventDto.from(row)) };
  }
}

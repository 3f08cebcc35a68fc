import { Answer } from '../../platform/http/answer-fields.js';
import { Instant, OneOf } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { EVENT_TYPES, type EventType } from '../events/event-types.js';
import type { AnswerExcerpt } from './answer-excerpt.js';
import type { Attempt } from './deliveries.repository.js';
import type { AttemptExchange } from './delivery-exchanges.js';
import { DELIVERY_STATES, type Delivery, type DeliveryState } from './delivery-log.repository.js';

export class DeliveriesQuery extends PageQuery {
  @OneOf(DELIVERY_STATES, { optional: true })
  state?: DeliveryState;
}

export class ReplayQuery {
  @Instant({ description: 'everything stored since then is sent again' })
  from!: Date;
}

/** One try. */
class AttemptDto implements Attempt {
  @Answer.instant()
  at!: Date | string;

  @Answer.whole('HTTP status; absent: no answer came', { optional: true })
  status?: number;

  @Answer.whole('Absent: nothing was sent', { optional: true })
  durationMs?: number;

  @Answer.text('Why no answer came', { optional: true })
  error?: string;

  @Answer.text('Where it went', { optional: true })
  url?: string;
}

class SentRequestDto {
  @Answer.oneOf(['POST'])
  method!: 'POST';

  @Answer.map<string>({ type: 'string' }, 'Secrets are hidden')
  headers!: Readonly<Record<string, string>>;

  @Answer.text('The bytes that were signed')
  body!: string;
}

class ReceivedAnswerDto implements AnswerExcerpt {
  @Answer.text(undefined, { nullable: true })
  contentType!: string | null;

  @Answer.text('How it began, at most 1 KiB')
  body!: string;

  @Answer.flag('There was more')
  isCut!: boolean;
}

/** One try with both sides of its exchange. */
class AttemptExchangeDto extends AttemptDto implements AttemptExchange {
  @Answer.object(() => SentRequestDto, 'Null: nothing was sent, or it is no longer kept', {
    nullable: true,
  })
  request!: SentRequestDto | null;

  @Answer.object(() => ReceivedAnswerDto, 'Null: nothing came, or it is no longer kept', {
    nullable: true,
  })
  response!: ReceivedAnswerDto | null;
}

/** What a delivery has beside its tries. */
class DeliveryFields {
  @Answer.uuid()
  id!: string;

  @Answer.uuid()
  subscriptionId!: string;

  @Answer.uuid()
  eventId!: string;

  @Answer.oneOf(EVENT_TYPES, 'Null: the event is no longer kept', { nullable: true })
  eventType!: EventType | null;

  @Answer.oneOf(DELIVERY_STATES)
  state!: DeliveryState;

  @Answer.instant('Null: no further try', { nullable: true })
  nextAttemptAt!: Date | null;

  @Answer.instant()
  createdAt!: Date;

  @Answer.instant(undefined, { nullable: true })
  finishedAt!: Date | null;
}

export class DeliveryDto extends DeliveryFields {
  @Answer.list(() => AttemptDto)
  attempts!: Attempt[];

  static from({ createdMicros: _place, ...shown }: Delivery): DeliveryDto {
    return shown;
  }
}

/** A delivery with what was sent and what came. */
export class DeliveryExchangesDto extends DeliveryFields {
  @Answer.list(() => AttemptExchangeDto)
  attempts!: AttemptExchange[];

  static from(delivery: Delivery, attempts: AttemptExchange[]): DeliveryExchangesDto {
    return { ...DeliveryDto.from(delivery), attempts };
  }
}

/** From when until when everything is sent again. */
export class ReplayDto {
  @Answer.instant()
  from!: Date;

  @Answer.instant()
  until!: Date;
}

import { Answer } from '../../platform/http/answer-fields.js';
import type { KeptEvent } from './events.repository.js';
import { EVENT_TYPES, type EventType } from './event-types.js';
import { envelopeOf, type StoredEvent } from './signed-delivery.js';

class EventPayloadDto {
  @Answer.whole('When it happened, in milliseconds since 1970')
  timestamp!: number;

  @Answer.oneOf(EVENT_TYPES)
  type!: EventType;

  @Answer.json('Ids and states, by type; absent where there are none', { optional: true })
  content?: object;
}

/** An event as subscribers get it. */
export class EventDto {
  @Answer.whole('What it is about; which kind of thing depends on the type')
  entityId!: number;

  @Answer.uuid('The same at every attempt: know repetitions by it')
  uuid!: string;

  @Answer.list(() => EventPayloadDto, 'Always one')
  payload!: EventPayloadDto[];

  static from(event: StoredEvent): EventDto {
    return envelopeOf(event);
  }
}

/** The same with what only the feed knows. */
export class KeptEventDto extends EventDto {
  @Answer.id('Null: of no gym', { nullable: true })
  gymId!: number | null;

  @Answer.instant('When it was stored')
  createdAt!: Date;

  static ofKept({ gymId, createdAt, ...event }: KeptEvent): KeptEventDto {
    return { ...envelopeOf(event), gymId, createdAt };
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { EventType } from './event-types.js';
import {
  EventsRepository,
  type FeedEvent,
  type FeedPosition,
  type KeptEvent,
} from './events.repository.js';
import { EventErrors } from './event-webhooks.errors.js';

/**
 * Where a reader goes on. `asOf` is the moment since when nothing was missed there; once events of that age are
 * dropped, the place can no longer be trusted.
 */
export interface FeedPlace extends FeedPosition {
  readonly asOf: number;
}

export interface FeedPage {
  readonly events: FeedEvent[];
  /** Where to go on; always present, because a feed has no end. */
  readonly next: FeedPlace;
}

/** The events of a partner in the order of their transactions: a reader that continues from `next` misses none. */
@Injectable()
export class EventFeed {
  constructor(private readonly events: EventsRepository) {}

  /** @param after undefined: from the oldest event kept; @throws event.cursor-too-old */
  async page(partnerId: string, after: FeedPlace | undefined, limit: number): Promise<FeedPage> {
    const { now, keptSince } = await this.events.times();
    if (after && after.asOf < keptSince.getTime()) throw new DomainError(EventErrors.cursorTooOld);
    const position = after ?? { xid: '0', no: 0 };
    const events = await this.events.feed(partnerId, position, limit);
    const last = events.at(-1);
    // At the end of the feed nothing older is left unseen, so the place stays good for as long as events are kept.
    const asOf = last && events.length === limit ? last.createdAtMs : now.getTime();
    const { xid, no } = last ?? position;
    return { events, next: { xid, no, asOf } };
  }

  /** Behind everything that has happened: only what is new comes after it. */
  async end(): Promise<FeedPlace> {
    const [{ now }, position] = await Promise.all([this.events.times(), this.events.end()]);
    return { ...position, asOf: now.getTime() };
  }

  /** For people, the latest ones first; a reader of the feed goes by `page`. */
  recent(
    partnerId: string,
    about: { readonly type: EventType | undefined; readonly before: FeedPosition | undefined },
    limit: number,
  ): Promise<FeedEvent[]> {
    return this.events.recent(partnerId, about, limit);
  }

  /** @throws event.not-found */
  async get(partnerId: string, id: string): Promise<KeptEvent> {
    const event = await this.events.find(partnerId, id);
    if (!event) throw new DomainError(EventErrors.notFound);
    return event;
  }
}

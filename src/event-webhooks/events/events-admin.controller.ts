import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import { DEFAULT_LIMIT, PageQuery, pageOf, readCursor } from '../../platform/http/paging.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { OneOf } from '../../platform/http/fields.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { Partners } from '../../partners/index.js';
import { EventFeed, type FeedPlace } from './event-feed.js';
import { EVENT_TYPES, type EventType } from './event-types.js';
import { EventErrors } from './event-webhooks.errors.js';
import { EventDto, KeptEventDto } from './event.dto.js';

const EVENT_ID = new UuidPipe(EventErrors.notFound);
const PLACE = /^\d{1,19}\.\d{1,16}$/;
const CURSOR = /^\d{1,19}\.\d{1,16}\.\d{1,15}$/;

class EventsQuery extends PageQuery {
  @OneOf(['oldest', 'newest'], { optional: true, description: '`oldest` when absent' })
  order?: 'oldest' | 'newest';

  @OneOf(EVENT_TYPES, { optional: true, description: 'With `order=newest`' })
  type?: EventType;

  @OneOf(['now'], {
    optional: true,
    description: 'No events, and in `nextCursor` the place from which the next ones come',
  })
  start?: 'now';
}

@ApiTags('Event subscriptions')
@Controller('admin/v1')
export class EventsAdminController {
  constructor(
    private readonly feed: EventFeed,
    private readonly partners: Partners,
  ) {}

  @Operation('events.list', {
    summary: 'Read the event feed',
    description:
      'The events that subscribers get, the oldest first. `nextCursor` is never null there: poll again with it later, and miss none. `order=newest` is for people, and ends with the oldest event that is kept.',
    answer: pagesOf(EventDto),
    errors: [EventErrors.cursorTooOld],
  })
  @Get('partners/:partnerId/events')
  @Requires('WEBHOOK_READ')
  async list(@Tenant() partnerId: string, @Query() query: EventsQuery) {
    await this.partners.get(partnerId);
    if (query.start && (query.cursor !== undefined || query.order === 'newest'))
      throw invalid({ path: 'start', detail: 'goes without cursor and without order=newest' });
    return query.order === 'newest'
      ? this.recent(partnerId, query)
      : this.inOrder(partnerId, query);
  }

  @Operation('events.get', {
    summary: 'Read an event',
    description:
      'As subscribers get it, with the gym that it is about and the moment at which it was stored. Events are kept for 30 days.',
    answer: KeptEventDto,
    errors: [EventErrors.notFound],
  })
  @Get('events/:id')
  @Requires('WEBHOOK_READ')
  async get(@Tenant() partnerId: string, @Param('id', EVENT_ID) id: string) {
    return KeptEventDto.ofKept(await this.feed.get(partnerId, id));
  }

  private async inOrder(partnerId: string, query: EventsQuery) {
    const { limit = DEFAULT_LIMIT, cursor, type, start } = query;
    if (type !== undefined) throw invalid({ path: 'type', detail: 'goes with order=newest only' });
    if (start !== undefined) return { items: [], nextCursor: cursorOf(await this.feed.end()) };
    const { events, next } = await this.feed.page(partnerId, placeOf(cursor), limit);
    return { items: events.map(EventDto.from), nextCursor: cursorOf(next) };
  }

  private async recent(partnerId: string, { limit = DEFAULT_LIMIT, cursor, type }: EventsQuery) {
    const [xid, no] = readCursor(cursor, PLACE)?.split('.') ?? [];
    const before = xid === undefined ? undefined : { xid, no: Number(no) };
    const rows = await this.feed.recent(partnerId, { type, before }, limit + 1);
    return pageOf(rows, { limit, position: (row) => `${row.xid}.${row.no}`, shape: EventDto.from });
  }
}

const cursorOf = ({ xid, no, asOf }: FeedPlace) =>
  Buffer.from(`${xid}.${no}.${asOf}`).toString('base64url');

function placeOf(cursor: string | undefined): FeedPlace | undefined {
  const [xid = '0', no, asOf] = readCursor(cursor, CURSOR)?.split('.') ?? [];
  return no === undefined ? undefined : { xid, no: Number(no), asOf: Number(asOf) };
}

import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import { DEFAULT_LIMIT, PageQuery, readCursor } from '../../platform/http/paging.js';
import { Partners } from '../../partners/index.js';
import { EventFeed, type FeedPlace } from './event-feed.js';
import { envelopeOf } from './signed-delivery.js';

const CURSOR = /^\d{1,19}\.\d{1,16}\.\d{1,15}$/;

@ApiTags('Event subscriptions')
@Controller('admin/v1')
export class EventsAdminController {
  constructor(
    private readonly feed: EventFeed,
    private readonly partners: Partners,
  ) {}

  /** The envelopes that subscribers get. `nextCursor` is never null: poll again with it later. */
  @Get('partners/:partnerId/events')
  @Requires('WEBHOOK_READ')
  async list(@Tenant() partnerId: string, @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery) {
    await this.partners.get(partnerId);
    const { events, next } = await this.feed.page(partnerId, placeOf(cursor), limit);
    const nextCursor = Buffer.from(`${next.xid}.${next.no}.${next.asOf}`).toString('base64url');
    return { items: events.map(envelopeOf), nextCursor };
  }
}

function placeOf(cursor: string | undefined): FeedPlace | undefined {
  const [xid = '0', no, asOf] = readCursor(cursor, CURSOR)?.split('.') ?? [];
  return no === undefined ? undefined : { xid, no: Number(no), asOf: Number(asOf) };
}

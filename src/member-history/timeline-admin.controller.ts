import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CustomerErrors } from '../customers/index.js';
import { CurrentActor, type Actor } from '../platform/http/actor.js';
import { CallerOf, Requires, type Caller } from '../platform/http/declarations.js';
import { DEFAULT_LIMIT, pageOf, readCursor } from '../platform/http/paging.js';
import { Operation, pagesOf } from '../platform/http/operation.js';
import { IdPipe } from '../platform/http/parameters.js';
import { placeText, timelinePath } from '../platform/http/timeline-entry.js';
import { TIMELINE_ENTRY, TimelineEntryDto, TimelineQuery } from './dto/timeline.dto.js';
import { TimelineErrors } from './member-history.errors.js';
import type { HistoryRow } from './timeline.repository.js';
import { MemberTimeline } from './member-timeline.js';
import { readEntryId, readPlace, TIMELINE_PLACE } from './timeline-places.js';

const CUSTOMER_ID = new IdPipe(CustomerErrors.notFound);

@ApiTags('Customers')
@Controller('admin/v1/partners/:partnerId/customers/:customerId/timeline')
export class TimelineAdminController {
  constructor(private readonly timeline: MemberTimeline) {}

  @Operation('customers.listTimeline', {
    summary: 'List a customer’s whole story',
    description:
      'Newest first: everything that is kept about the person, from the registration to the reconciliation, as far as the caller’s scopes read it elsewhere.',
    answer: pagesOf(TIMELINE_ENTRY),
    errors: [CustomerErrors.notFound],
  })
  @Get()
  @Requires('CUSTOMER_READ')
  async list(
    @CurrentActor() actor: Actor,
    @CallerOf() caller: Caller,
    @Param('customerId', CUSTOMER_ID) customerId: number,
    @Query() { limit = DEFAULT_LIMIT, cursor, kind }: TimelineQuery,
  ) {
    const after = readPlace(readCursor(cursor, TIMELINE_PLACE));
    const page = { kind, after, limit: limit + 1 };
    const rows = await this.timeline.page({ actor, caller }, customerId, page);
    return pageOf(rows, {
      limit,
      position: placeText,
      shape: (row) => this.shown(row, { actor, caller, customerId }),
    });
  }

  @Operation('customers.getTimelineEntry', {
    summary: 'Read one entry of a customer’s story',
    description:
      '404 as well for an entry of another person, and for one that no scope of the caller reads elsewhere.',
    answer: TIMELINE_ENTRY,
    errors: [CustomerErrors.notFound, TimelineErrors.entryNotFound],
  })
  @Get(':entryId')
  @Requires('CUSTOMER_READ')
  async get(
    @CurrentActor() actor: Actor,
    @CallerOf() caller: Caller,
    @Param('customerId', CUSTOMER_ID) customerId: number,
    @Param('entryId') entry: string,
  ) {
    const place = readEntryId(entry);
    const row = await this.timeline.entry({ actor, caller }, customerId, place);
    return this.shown(row, { actor, caller, customerId });
  }

  private shown(
    row: HistoryRow,
    { actor, caller, customerId }: { actor: Actor; caller: Caller; customerId: number },
  ) {
    return TimelineEntryDto.from(row, timelinePath(actor.partnerId, customerId), caller);
  }
}

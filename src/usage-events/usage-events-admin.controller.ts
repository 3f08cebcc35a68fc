import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires, Tenant, WholePartner } from '../platform/http/declarations.js';
import { Operation, pagesOf } from '../platform/http/operation.js';
import { DEFAULT_LIMIT, NUMBER_CURSOR, pageOf, readCursor } from '../platform/http/paging.js';
import { readUsageEvents } from './dto/one-or-many.js';
import {
  StoredUsageEventDto,
  StoredUsageEventsDto,
  UsageEventDto,
  UsageEventsQuery,
} from './dto/usage-event.dto.js';
import { UsageEvents } from './usage-events.js';

const ONE = { $ref: getSchemaPath(UsageEventDto) };

/** What members used, on its way to Wellhub (`wellhub.md` section 7). */
@ApiTags('Usage events')
@WholePartner()
@Controller('admin/v1/partners/:partnerId/usage-events')
export class UsageEventsAdminController {
  constructor(private readonly usage: UsageEvents) {}

  @Operation('usageEvents.create', {
    summary: 'Report what members used',
    description:
      'One event or an array, which is stored as a whole or not at all. Sending to Wellhub starts at once.',
    answer: StoredUsageEventsDto,
  })
  @Post()
  @Requires('CHECKIN_WRITE')
  @ApiExtraModels(UsageEventDto)
  @ApiBody({ schema: { oneOf: [ONE, { type: 'array', maxItems: 1_000, items: ONE }] } })
  async add(
    @Tenant() partnerId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { events, pathOf } = readUsageEvents(body);
    const commands = events.map((event) => event.toCommand());
    const rows = await this.usage.add(partnerId, commands, pathOf);
    void reply.header('Location', `/admin/v1/partners/${partnerId}/usage-events`);
    return StoredUsageEventsDto.from(rows);
  }

  @Operation('usageEvents.list', {
    summary: 'List what was reported to Wellhub, and what became of it',
    description: 'Newest first.',
    answer: pagesOf(StoredUsageEventDto),
  })
  @Get()
  @Requires('CHECKIN_READ')
  async list(
    @Tenant() partnerId: string,
    @Query() { limit = DEFAULT_LIMIT, cursor, state }: UsageEventsQuery,
  ) {
    const before = readCursor(cursor, NUMBER_CURSOR);
    const rows = await this.usage.list(partnerId, {
      state: state ?? null,
      before: before === undefined ? null : Number(before),
      limit: limit + 1,
    });
    return pageOf(rows, {
      limit,
      position: (row) => row.no,
      shape: (row) => StoredUsageEventDto.from(row),
    });
  }
}

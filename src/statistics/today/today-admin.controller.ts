import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { CallerOf, Requires, Streams, type Caller } from '../../platform/http/declarations.js';
import { EventStreams } from '../../platform/http/event-streams.js';
import { TodayDto, TodayQuery } from './today.dto.js';
import { TodayListeners } from './today-listeners.worker.js';
import { Today } from './today.js';

@ApiTags('Statistics')
@Controller('admin/v1/partners/:partnerId/today')
export class TodayAdminController {
  constructor(
    private readonly today: Today,
    private readonly streams: EventStreams,
    private readonly listeners: TodayListeners,
  ) {}

  /** What goes on at the gyms now, beside yesterday and last week until the same hour. */
  @Get()
  @Requires('CHECKIN_READ')
  @ApiOkResponse({ type: TodayDto })
  async get(
    @CurrentActor() actor: Actor,
    @CallerOf() caller: Caller,
    @Query() query: TodayQuery,
  ): Promise<TodayDto> {
    const reader = { actor, caller, gymId: query.gym() };
    return TodayDto.from(await this.today.read(actor.partnerId), reader);
  }

  /** The same by server-sent events: an event `today` at once and whenever a number changes. */
  @Get('events')
  @Streams()
  @Requires('CHECKIN_READ')
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async events(
    @CurrentActor() actor: Actor,
    @CallerOf() caller: Caller,
    @Query() query: TodayQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reader = { actor, caller, gymId: query.gym() };
    const numbers = await this.today.read(actor.partnerId);
    TodayDto.from(numbers, reader);
    const stream = this.streams.begin(request, reply);
    const has = request.headers['last-event-id'];
    this.listeners.add({ stream, reader }, numbers, typeof has === 'string' ? has : undefined);
  }
}

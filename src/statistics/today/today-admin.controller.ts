import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GymErrors } from '../../partners/index.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { CallerOf, Requires, Streams, type Caller } from '../../platform/http/declarations.js';
import { EventStreams, StreamErrors } from '../../platform/http/event-streams.js';
import { eventsOf, Operation } from '../../platform/http/operation.js';
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

  @Operation('statistics.getToday', {
    summary: 'Read what goes on at the gyms now',
    description:
      'Beside yesterday and the same weekday of last week, each until the same hour. Parts that the caller’s scopes do not read are null.',
    answer: TodayDto,
    errors: [GymErrors.notFound],
  })
  @Get()
  @Requires('CHECKIN_READ')
  async get(
    @CurrentActor() actor: Actor,
    @CallerOf() caller: Caller,
    @Query() query: TodayQuery,
  ): Promise<TodayDto> {
    const reader = { actor, caller, gymId: query.gym() };
    return TodayDto.from(await this.today.read(actor.partnerId), reader);
  }

  @Operation('statistics.followToday', {
    summary: 'Follow what goes on at the gyms',
    description:
      'Server-sent events: an event `today` at once and whenever a number changes; its data is what `statistics.getToday` answers.',
    answer: eventsOf(TodayDto),
    errors: [GymErrors.notFound, StreamErrors.tooMany],
  })
  @Get('events')
  @Streams()
  @Requires('CHECKIN_READ')
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

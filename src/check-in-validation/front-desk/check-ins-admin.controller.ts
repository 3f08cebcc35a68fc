import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GymErrors } from '../../partners/index.js';
import { Requires } from '../../platform/http/declarations.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import { DEFAULT_LIMIT, pageOf, readCursor, UUID_CURSOR } from '../../platform/http/paging.js';
import { IdPipe, UuidPipe } from '../../platform/http/parameters.js';
import { CheckInErrors } from '../check-ins/check-in.errors.js';
import {
  CheckInsQuery,
  CheckInDto,
  CheckInWithTrailDto,
  TypedCheckInDto,
  ValidationDto,
} from './check-in.dto.js';
import { DeskCheckIns } from './desk-check-ins.js';
import type { DeskResult } from './desk-validation.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';

const GYM_ID = new IdPipe(GymErrors.notFound);
const CHECK_IN_ID = new UuidPipe(CheckInErrors.notFound);

@ApiTags('Check-ins')
@Controller('admin/v1')
export class CheckInsAdminController {
  constructor(private readonly desk: DeskCheckIns) {}

  @Operation('gyms.listCheckIns', {
    summary: 'List the check-ins of a gym',
    description:
      'Newest first; a probe only with `probe=true`, until it is validated or joined to one.',
    answer: pagesOf(CheckInDto),
    errors: [GymErrors.notFound],
  })
  @Get('gyms/:gymId/check-ins')
  @Requires('CHECKIN_READ')
  async list(
    @CurrentActor() caller: Actor,
    @Param('gymId', GYM_ID) gymId: number,
    @Query() query: CheckInsQuery,
  ) {
    const { limit = DEFAULT_LIMIT, cursor, state, from, to, probe, day, result } = query;
    const rows = await this.desk.list(caller, {
      gymId,
      state: state ?? null,
      from: from ?? null,
      to: to ?? null,
      day: day ?? null,
      result: result ?? null,
      probes: probe === 'true',
      before: readCursor(cursor, UUID_CURSOR) ?? null,
      limit: limit + 1,
    });
    return pageOf(rows, { limit, position: (row) => row.id, shape: CheckInDto.from });
  }

  @Operation('checkIns.get', {
    summary: 'Read a check-in and its audit trail',
    description:
      '`trail` has each state that it reached, by what cause, after how many calls and with which answer of Wellhub.',
    answer: CheckInWithTrailDto,
    errors: [CheckInErrors.notFound],
  })
  @Get('check-ins/:id')
  @Requires('CHECKIN_READ')
  async get(@CurrentActor() caller: Actor, @Param('id', CHECK_IN_ID) id: string) {
    const { checkIn, trail } = await this.desk.get(caller, id);
    return { ...CheckInDto.from(checkIn), trail };
  }

  @Operation('checkIns.validate', {
    summary: 'Validate a check-in at Wellhub now',
    description: '202 while Wellhub has not answered: the check-in is `PENDING`, and calls go on.',
    answer: ValidationDto,
    also: { 202: ValidationDto },
    errors: [CheckInErrors.notFound],
  })
  @Post('check-ins/:id/validate')
  @HttpCode(200)
  @Requires('CHECKIN_WRITE')
  async validate(
    @CurrentActor() caller: Actor,
    @Param('id', CHECK_IN_ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(await this.desk.validate(caller, id), reply);
  }

  @Operation('gyms.validateCheckIn', {
    summary: 'Validate a check-in by the id that a person shows',
    description: '202 while Wellhub has not answered: the check-in is `PENDING`, and calls go on.',
    answer: ValidationDto,
    also: { 202: ValidationDto },
    errors: [GymErrors.notFound],
  })
  @Post('gyms/:gymId/check-ins/validate')
  @HttpCode(200)
  @Requires('CHECKIN_WRITE')
  async validateTyped(
    @CurrentActor() caller: Actor,
    @Param('gymId', GYM_ID) gymId: number,
    @Body() body: TypedCheckInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(await this.desk.validateTyped(caller, gymId, body), reply);
  }
}

function answer({ checkIn, reentry, accessWarnings }: DeskResult, reply: FastifyReply) {
  void reply.status(checkIn.state === 'PENDING' ? 202 : 200);
  return { ...CheckInDto.from(checkIn), reentry, accessWarnings };
}

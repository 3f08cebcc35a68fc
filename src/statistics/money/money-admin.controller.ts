import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GymErrors } from '../../partners/index.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { asCsv, wantsCsv } from '../../platform/http/csv-answer.js';
import { Requires } from '../../platform/http/declarations.js';
import { Operation, orCsv } from '../../platform/http/operation.js';
import { ReportScope } from '../reports/report-scope.js';
import { MoneyDto, MoneyQuery, moneyCsv } from './money.dto.js';
import { MoneyRepository } from './money.repository.js';

@ApiTags('Statistics')
@Controller('admin/v1/partners/:partnerId/statistics/money')
export class MoneyAdminController {
  constructor(
    private readonly scope: ReportScope,
    private readonly rows: MoneyRepository,
  ) {}

  @Operation('statistics.getMoney', {
    summary: 'Count the check-ins that Wellhub pays, and those that were lost',
    description:
      'By day or month and by gym, with the reasons of the losses. Days are those of the clock on the gym’s wall. With `Accept: text/csv` one row for each gym and day, or month.',
    answer: orCsv(MoneyDto),
    errors: [GymErrors.notFound],
  })
  @Get()
  @Requires('CHECKIN_READ')
  async get(
    @CurrentActor() actor: Actor,
    @Query() query: MoneyQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wanted = query.toCommand();
    const request = { ...wanted, gymId: (await this.scope.of(actor, wanted)).gymId };
    const rows = await this.rows.figures(actor.partnerId, request);
    return wantsCsv(reply) ? asCsv(reply, moneyCsv(request, rows)) : MoneyDto.from(request, rows);
  }
}

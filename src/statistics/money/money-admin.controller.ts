import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { asCsv, wantsCsv } from '../../platform/http/csv-answer.js';
import { Requires } from '../../platform/http/declarations.js';
import { ReportScope } from '../reports/report-scope.js';
import { MoneyDto, MoneyQuery, moneyCsv } from './money.dto.js';
import { MoneyRepository } from './money.repository.js';

@ApiTags('Statistics')
@ApiProduces('application/json', 'text/csv')
@Controller('admin/v1/partners/:partnerId/statistics/money')
export class MoneyAdminController {
  constructor(
    private readonly scope: ReportScope,
    private readonly rows: MoneyRepository,
  ) {}

  /** Which check-ins Wellhub pays, which were lost and why, and which may be: by day or month, and by gym. */
  @Get()
  @Requires('CHECKIN_READ')
  @ApiOkResponse({ type: MoneyDto })
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

import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GymErrors } from '../../partners/index.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { Requires } from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { StatisticsDto, StatisticsQuery } from './statistics.dto.js';
import { StatisticsReports } from './statistics.js';

@ApiTags('Statistics')
@Controller('admin/v1/partners/:partnerId/statistics')
export class StatisticsAdminController {
  constructor(private readonly reports: StatisticsReports) {}

  @Operation('statistics.get', {
    summary: 'Count check-ins, scans, visits and people inside',
    description: 'By day, hour, weekday or month, as the clock on the gym’s wall shows them.',
    answer: StatisticsDto,
    errors: [GymErrors.notFound],
  })
  @Get()
  @Requires('CHECKIN_READ')
  async get(@CurrentActor() actor: Actor, @Query() query: StatisticsQuery): Promise<StatisticsDto> {
    return StatisticsDto.from(await this.reports.read(actor, query.toCommand()));
  }
}

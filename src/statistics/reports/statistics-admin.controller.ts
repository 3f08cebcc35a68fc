import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { Requires } from '../../platform/http/declarations.js';
import { StatisticsDto, StatisticsQuery } from './statistics.dto.js';
import { StatisticsReports } from './statistics.js';

@ApiTags('Statistics')
@Controller('admin/v1/partners/:partnerId/statistics')
export class StatisticsAdminController {
  constructor(private readonly reports: StatisticsReports) {}

  /** Check-ins, scans, visits and people inside, by the clock on the gym's wall. */
  @Get()
  @Requires('CHECKIN_READ')
  @ApiOkResponse({ type: StatisticsDto })
  async get(@CurrentActor() actor: Actor, @Query() query: StatisticsQuery): Promise<StatisticsDto> {
    return StatisticsDto.from(await this.reports.read(actor, query.toCommand()));
  }
}

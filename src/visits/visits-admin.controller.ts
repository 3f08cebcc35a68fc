import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Gyms, GymErrors } from '../partners/index.js';
import { CallerOf, Requires, Tenant, type Caller } from '../platform/http/declarations.js';
import { Operation, pagesOf } from '../platform/http/operation.js';
import {
  DEFAULT_LIMIT,
  momentOf,
  NUMBER_MOMENT,
  pageOf,
  readMoment,
} from '../platform/http/paging.js';
import { IdPipe } from '../platform/http/parameters.js';
import { OccupancyDto } from './dto/occupancy.dto.js';
import { VisitDto, VisitsQuery } from './dto/visit.dto.js';
import { OccupancyRepository } from './occupancy.repository.js';
import { Visits } from './visits.js';
import { VisitErrors } from './visits.errors.js';

@ApiTags('Visits')
@Controller('admin/v1')
export class VisitsAdminController {
  constructor(
    private readonly visits: Visits,
    private readonly gyms: Gyms,
    private readonly occupancy: OccupancyRepository,
  ) {}

  @Operation('gyms.listVisits', {
    summary: 'List the visits of a gym',
    description: 'Newest first.',
    answer: pagesOf(VisitDto),
    errors: [GymErrors.notFound],
  })
  @Get('gyms/:gymId/visits')
  @Requires('CHECKIN_READ')
  async list(
    @Tenant() partnerId: string,
    @Param('gymId', new IdPipe(GymErrors.notFound)) gymId: number,
    @Query() { limit = DEFAULT_LIMIT, cursor, from, to, open }: VisitsQuery,
  ) {
    await this.gyms.get(partnerId, gymId);
    const rows = await this.visits.list(partnerId, {
      gymId,
      limit: limit + 1,
      from: from ?? null,
      to: to ?? null,
      open: open === undefined ? undefined : open === 'true',
      before: readMoment(cursor, NUMBER_MOMENT),
    });
    return pageOf(rows, { limit, position: momentOf, shape: VisitDto.from });
  }

  @Operation('gyms.getOccupancy', {
    summary: 'Read how many people are inside a gym',
    description:
      'By the number that doors judge the capacity with; at a gym without one its open visits. `capacity` is null there.',
    answer: OccupancyDto,
    errors: [GymErrors.notFound],
  })
  @Get('gyms/:gymId/occupancy')
  @Header('Cache-Control', 'no-store')
  @Requires('CHECKIN_READ')
  async readOccupancy(
    @Tenant() partnerId: string,
    @Param('gymId', new IdPipe(GymErrors.notFound)) gymId: number,
  ) {
    await this.gyms.get(partnerId, gymId);
    return OccupancyDto.from(await this.occupancy.read(partnerId, gymId));
  }

  @Operation('visits.leave', {
    summary: 'End the visit of a person who left without a scan',
    description: 'A visit that has ended is returned as it is.',
    answer: VisitDto,
    errors: [VisitErrors.notFound],
  })
  @Post('visits/:id/leave')
  @HttpCode(200)
  @Requires('CHECKIN_WRITE')
  async leave(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', new IdPipe(VisitErrors.notFound)) id: number,
  ) {
    return VisitDto.from(await this.visits.leave(partnerId, id, caller.gymId));
  }
}

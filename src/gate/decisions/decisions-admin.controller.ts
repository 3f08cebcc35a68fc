import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GymErrors, Gyms } from '../../partners/index.js';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import {
  DEFAULT_LIMIT,
  momentOf,
  pageOf,
  readMoment,
  UUID_MOMENT,
} from '../../platform/http/paging.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionDto, DecisionsQuery } from './decision.dto.js';

@ApiTags('Devices')
@Controller('admin/v1')
export class DecisionsAdminController {
  constructor(
    private readonly log: DecisionsRepository,
    private readonly gyms: Gyms,
  ) {}

  @Operation('gyms.listDecisions', {
    summary: 'List what the doors of a gym decided',
    description: 'Every scan of the last 90 days, allowed or refused; newest first.',
    answer: pagesOf(DecisionDto),
    errors: [GymErrors.notFound],
  })
  @Get('gyms/:gymId/gate-decisions')
  @Requires('CHECKIN_READ')
  async list(
    @Tenant() partnerId: string,
    @Param('gymId', new IdPipe(GymErrors.notFound)) gymId: number,
    @Query() query: DecisionsQuery,
  ) {
    await this.gyms.get(partnerId, gymId);
    const { limit = DEFAULT_LIMIT, cursor, from, to, result, deviceId, ruleId, outcome } = query;
    const rows = await this.log.list(partnerId, {
      gymId,
      from: from ?? null,
      to: to ?? null,
      result: result ?? null,
      deviceId: deviceId ?? null,
      ruleId: ruleId ?? null,
      outcome: outcome ?? null,
      before: readMoment(cursor, UUID_MOMENT),
      limit: limit + 1,
    });
    return pageOf(rows, { limit, position: momentOf, shape: DecisionDto.from });
  }
}

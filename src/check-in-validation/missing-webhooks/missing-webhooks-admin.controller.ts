import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GymErrors } from '../../partners/index.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { Requires } from '../../platform/http/declarations.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import {
  DEFAULT_LIMIT,
  PageQuery,
  pageOf,
  readCursor,
  UUID_CURSOR,
} from '../../platform/http/paging.js';
import { IdPipe, UuidPipe } from '../../platform/http/parameters.js';
import { CheckInErrors } from '../check-ins/check-in.errors.js';
import { MissingWebhooksDto, ProbedPeopleDto } from './missing-webhooks.dto.js';
import { MissingWebhooks } from './missing-webhooks.js';

const GYM_ID = new IdPipe(GymErrors.notFound);
const OUTAGE_ID = new UuidPipe(CheckInErrors.outageNotFound);

/** Times of which webhooks of Wellhub may be missing, because they were refused while the database was away. */
@ApiTags('Check-ins')
@Controller('admin/v1/gyms/:gymId/missing-webhooks')
export class MissingWebhooksAdminController {
  constructor(private readonly missing: MissingWebhooks) {}

  @Operation('missingWebhooks.list', {
    summary: 'List the times of which webhooks of Wellhub may be missing',
    description: 'They were refused while the database was away. Newest first.',
    answer: pagesOf(MissingWebhooksDto),
    errors: [GymErrors.notFound],
  })
  @Get()
  @Requires('CHECKIN_READ')
  async list(
    @CurrentActor() caller: Actor,
    @Param('gymId', GYM_ID) gymId: number,
    @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  ) {
    const before = readCursor(cursor, UUID_CURSOR);
    const rows = await this.missing.list(caller, gymId, { before, limit: limit + 1 });
    return pageOf(rows, { limit, position: ({ id }) => id, shape: MissingWebhooksDto.from });
  }

  @Operation('missingWebhooks.probe', {
    summary: 'Ask Wellhub about everybody who may have checked in then',
    description: 'Those who were seen or expected. What Wellhub confirms becomes a check-in.',
    answer: ProbedPeopleDto,
    errors: [GymErrors.notFound, CheckInErrors.outageNotFound],
  })
  @Post(':id/probe')
  @HttpCode(202)
  @Requires('CHECKIN_WRITE')
  async probe(
    @CurrentActor() caller: Actor,
    @Param('gymId', GYM_ID) gymId: number,
    @Param('id', OUTAGE_ID) id: string,
  ): Promise<ProbedPeopleDto> {
    return { people: await this.missing.probe(caller, gymId, id) };
  }
}

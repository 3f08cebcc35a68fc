import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PartnerErrors, Partners } from '../../partners/index.js';
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
import { RefusalsRepository } from '../storage/refusals.repository.js';
import { WebhookRefusalsDto } from './webhook-refusals.dto.js';

@ApiTags('Webhooks of Wellhub')
@Controller('admin/v1/partners/:partnerId/wellhub-refusals')
export class RefusalsAdminController {
  constructor(
    private readonly partners: Partners,
    private readonly rows: RefusalsRepository,
  ) {}

  @Operation('wellhubRefusals.list', {
    summary: 'Count the webhooks that were refused, by day, address and reason',
    description: 'What they said is proven by nothing, so it is not kept.',
    answer: pagesOf(WebhookRefusalsDto),
    errors: [PartnerErrors.notFound],
  })
  @Get()
  @Requires('CHECKIN_READ')
  async list(
    @CurrentActor() { partnerId, gymId }: Actor,
    @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  ) {
    await this.partners.get(partnerId);
    const page = { before: readCursor(cursor, UUID_CURSOR), limit: limit + 1 };
    const rows = await this.rows.list(partnerId, gymId, page);
    return pageOf(rows, { limit, position: ({ id }) => id, shape: WebhookRefusalsDto.from });
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/declarations.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import { DEFAULT_LIMIT, pageOf, readCursor, UUID_CURSOR } from '../../platform/http/paging.js';
import { PartnerHealthDto, PartnerHealthQuery } from './partner-health.dto.js';
import { PartnerHealthRepository } from './partner-health.repository.js';

/** How every partner is, for the operator. */
@ApiTags('Partners')
@Controller('admin/v1/installation/partners')
export class PartnerHealthController {
  constructor(private readonly rows: PartnerHealthRepository) {}

  @Operation('installation.listPartners', {
    summary: 'List how every partner is',
    description: 'Oldest partner first. The numbers are those of this moment.',
    answer: pagesOf(PartnerHealthDto),
  })
  @Get()
  @Requires('OPERATOR')
  async list(@Query() { limit = DEFAULT_LIMIT, cursor, q: text }: PartnerHealthQuery) {
    const after = readCursor(cursor, UUID_CURSOR);
    const rows = await this.rows.list({ text, after, limit: limit + 1 });
    return pageOf(rows, { limit, position: ({ id }) => id, shape: PartnerHealthDto.from });
  }
}

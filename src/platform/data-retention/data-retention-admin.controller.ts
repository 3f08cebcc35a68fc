import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../http/declarations.js';
import { Operation, pagesOf } from '../http/operation.js';
import type { Page } from '../http/paging.js';
import { KeptDataDto } from './kept-data.dto.js';
import { keptData } from './kept-data.js';

/** What is kept how long: the same for every partner of an installation. */
@ApiTags('Data retention')
@Controller('admin/v1/partners/:partnerId/data-retention')
export class DataRetentionAdminController {
  @Operation('dataRetention.list', {
    summary: 'List what is kept, and how long',
    description: 'The same for every partner of an installation. One page holds all.',
    answer: pagesOf(KeptDataDto),
  })
  @Get()
  @Requires('PARTNER_ADMIN')
  list(): Page<KeptDataDto> {
    return { items: keptData(), nextCursor: null };
  }
}

import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../http/declarations.js';
import { keptData } from './kept-data.js';

/** What is kept how long: the same for every partner of an installation. */
@ApiTags('Data retention')
@Controller('admin/v1/partners/:partnerId/data-retention')
export class DataRetentionAdminController {
  @Get()
  @Requires('PARTNER_ADMIN')
  list() {
    return { items: keptData(), nextCursor: null };
  }
}

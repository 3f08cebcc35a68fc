import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires, Tenant } from '../http/declarations.js';
import { PageQuery } from '../http/paging.js';
import { AuditLog } from './audit-log.js';
import { auditPage } from './audit-page.js';

/** Who did what, when and from where; `requestId` finds the line of the request in the logs. */
@ApiTags('Audit log')
@Controller('admin/v1/partners/:partnerId/audit-log')
export class AuditAdminController {
  constructor(private readonly log: AuditLog) {}

  @Get()
  @Requires('PARTNER_ADMIN')
  async list(@Tenant() partnerId: string, @Query() query: PageQuery) {
    return auditPage(this.log, partnerId, query);
  }
}

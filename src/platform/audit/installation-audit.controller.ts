import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../http/declarations.js';
import { PageQuery } from '../http/paging.js';
import { AuditLog } from './audit-log.js';
import { auditPage } from './audit-page.js';

/** What concerned no partner, or all of them: the operator's people, alerts of the installation, log-ins of unknown names. */
@ApiTags('Audit log')
@Controller('admin/v1/installation/audit-log')
export class InstallationAuditController {
  constructor(private readonly log: AuditLog) {}

  /** Newest first. */
  @Get()
  @Requires('OPERATOR')
  list(@Query() query: PageQuery) {
    return auditPage(this.log, null, query);
  }
}

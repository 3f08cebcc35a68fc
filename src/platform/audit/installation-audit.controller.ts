import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '../http/declarations.js';
import { AuditQuery } from './audit.dto.js';
import { AuditLog } from './audit-log.js';
import { auditPage } from './audit-page.js';

/** What concerned no partner, or all of them: the operator's people, alerts of the installation, log-ins of unknown names. */
@ApiTags('Audit log')
@ApiProduces('application/json', 'text/csv')
@Controller('admin/v1/installation/audit-log')
export class InstallationAuditController {
  constructor(private readonly log: AuditLog) {}

  /** Newest first. */
  @Get()
  @Requires('OPERATOR')
  list(@Query() query: AuditQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    return auditPage(this.log, null, { query, reply });
  }
}

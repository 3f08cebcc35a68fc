import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '../http/declarations.js';
import { Operation, orCsv, pagesOf } from '../http/operation.js';
import { AuditEntryDto, AuditQuery } from './audit.dto.js';
import { AuditLog } from './audit-log.js';
import { auditPage } from './audit-page.js';

/** What concerned no partner, or all of them: the operator's people, alerts of the installation, log-ins of unknown names. */
@ApiTags('Audit log')
@Controller('admin/v1/installation/audit-log')
export class InstallationAuditController {
  constructor(private readonly log: AuditLog) {}

  @Operation('installation.listAuditLog', {
    summary: 'List who did what to the installation',
    description: 'Newest first. With `Accept: text/csv` the newest ten thousand, without pages.',
    answer: orCsv(pagesOf(AuditEntryDto)),
  })
  @Get()
  @Requires('OPERATOR')
  list(@Query() query: AuditQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    return auditPage(this.log, null, { query, reply });
  }
}

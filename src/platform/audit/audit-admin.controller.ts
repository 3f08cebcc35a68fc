import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires, Tenant } from '../http/declarations.js';
import { Operation, orCsv, pagesOf } from '../http/operation.js';
import { AuditEntryDto, AuditQuery } from './audit.dto.js';
import { AuditLog } from './audit-log.js';
import { auditPage } from './audit-page.js';

/** Who did what, when and from where; `requestId` finds the line of the request in the logs. */
@ApiTags('Audit log')
@Controller('admin/v1/partners/:partnerId/audit-log')
export class AuditAdminController {
  constructor(private readonly log: AuditLog) {}

  @Operation('auditLog.list', {
    summary: 'List who did what at a partner',
    description: 'Newest first. With `Accept: text/csv` the newest ten thousand, without pages.',
    answer: orCsv(pagesOf(AuditEntryDto)),
  })
  @Get()
  @Requires('PARTNER_ADMIN')
  async list(
    @Tenant() partnerId: string,
    @Query() query: AuditQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return auditPage(this.log, partnerId, { query, reply });
  }
}

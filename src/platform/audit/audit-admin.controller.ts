import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires, Tenant } from '../http/declarations.js';
import { AuditQuery } from './audit.dto.js';
import { AuditLog } from './audit-log.js';
import { auditPage } from './audit-page.js';

/** Who did what, when and from where; `requestId` finds the line of the request in the logs. */
@ApiTags('Audit log')
@ApiProduces('application/json', 'text/csv')
@Controller('admin/v1/partners/:partnerId/audit-log')
export class AuditAdminController {
  constructor(private readonly log: AuditLog) {}

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

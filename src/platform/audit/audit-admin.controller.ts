import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires, Tenant } from '../http/declarations.js';
import { DEFAULT_LIMIT, PageQuery, pageOf, readCursor, UUID_CURSOR } from '../http/paging.js';
import { AuditLog, type AuditRow } from './audit-log.js';

/** Who did what, when and from where; `requestId` finds the line of the request in the logs. */
@ApiTags('Audit log')
@Controller('admin/v1/partners/:partnerId/audit-log')
export class AuditAdminController {
  constructor(private readonly log: AuditLog) {}

  @Get()
  @Requires('PARTNER_ADMIN')
  async list(@Tenant() partnerId: string, @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery) {
    const rows = await this.log.list(partnerId, readCursor(cursor, UUID_CURSOR), limit + 1);
    return pageOf(rows, { limit, position: (row) => row.id, shape: AuditEntryDto.from });
  }
}

class AuditEntryDto {
  static from({ id, at, actor, action, object, requestId, source, changes }: AuditRow) {
    return {
      id,
      at,
      actor,
      action,
      object,
      requestId,
      source,
      changes,
    };
  }
}

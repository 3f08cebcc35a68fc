import { DEFAULT_LIMIT, pageOf, readCursor, UUID_CURSOR, type PageQuery } from '../http/paging.js';
import type { AuditLog, AuditRow } from './audit-log.js';

/** @param partnerId null: of the installation */
export async function auditPage(
  log: AuditLog,
  partnerId: string | null,
  { limit = DEFAULT_LIMIT, cursor }: PageQuery,
) {
  const rows = await log.list(partnerId, readCursor(cursor, UUID_CURSOR), limit + 1);
  return pageOf(rows, { limit, position: (row) => row.id, shape: AuditEntryDto.from });
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

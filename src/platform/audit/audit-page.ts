import type { FastifyReply } from 'fastify';
import { asCsv, MOST_CSV_ROWS, wantsCsv } from '../http/csv-answer.js';
import { DEFAULT_LIMIT, pageOf, readCursor, UUID_CURSOR } from '../http/paging.js';
import { AuditEntryDto, auditCsv, type AuditQuery } from './audit.dto.js';
import type { AuditLog } from './audit-log.js';

/** A page, or as CSV the newest ten thousand rows. @param partnerId null: of the installation */
export async function auditPage(
  log: AuditLog,
  partnerId: string | null,
  { query, reply }: { readonly query: AuditQuery; readonly reply: FastifyReply },
) {
  const filter = query.filter();
  if (wantsCsv(reply)) {
    const rows = await log.list(partnerId, { ...filter, limit: MOST_CSV_ROWS });
    return asCsv(reply, auditCsv(rows));
  }
  const { limit = DEFAULT_LIMIT, cursor } = query;
  const before = readCursor(cursor, UUID_CURSOR);
  const rows = await log.list(partnerId, { ...filter, before, limit: limit + 1 });
  return pageOf(rows, { limit, position: (row) => row.id, shape: AuditEntryDto.from });
}

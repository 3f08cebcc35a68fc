import type { FastifyReply } from 'fastify';
import { asCsv, MOST_CSV_ROWS, wantsCsv } from '../http/csv-answer.js';
import { DEFAULT_LIMIT, pageOf, readCursor, UUID_CURSOR, type Page } from '../http/paging.js';
import { AlertDto, alertsCsv, type AlertsQuery } from './alert.dto.js';
import type { AlertList } from './alert-list.js';

/** A page of the alerts of a partner or of the installation, or as CSV the newest ten thousand. @throws request.invalid */
export async function alertPage(
  alerts: AlertList,
  owner: string,
  { query, reply }: { readonly query: AlertsQuery; readonly reply: FastifyReply },
): Promise<Page<AlertDto> | string> {
  const open = query.open === undefined ? undefined : query.open === 'true';
  if (wantsCsv(reply)) {
    const all = await alerts.list(owner, { open, before: undefined, limit: MOST_CSV_ROWS });
    return asCsv(reply, alertsCsv(all));
  }
  const { limit = DEFAULT_LIMIT, cursor } = query;
  const before = readCursor(cursor, UUID_CURSOR);
  const rows = await alerts.list(owner, { open, before, limit: limit + 1 });
  return pageOf(rows, { limit, position: (row) => row.id, shape: (row) => AlertDto.from(row) });
}

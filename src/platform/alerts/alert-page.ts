import { DEFAULT_LIMIT, pageOf, readCursor, UUID_CURSOR, type Page } from '../http/paging.js';
import { AlertDto, type AlertsQuery } from './alert.dto.js';
import type { AlertList } from './alert-list.js';

/** A page of the alerts of a partner, or of the installation. @throws request.invalid */
export async function alertPage(
  alerts: AlertList,
  owner: string,
  { limit = DEFAULT_LIMIT, cursor, open }: AlertsQuery,
): Promise<Page<AlertDto>> {
  const rows = await alerts.list(owner, {
    open: open === undefined ? undefined : open === 'true',
    before: readCursor(cursor, UUID_CURSOR),
    limit: limit + 1,
  });
  return pageOf(rows, { limit, position: (row) => row.id, shape: (row) => AlertDto.from(row) });
}

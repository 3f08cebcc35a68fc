import { Get } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import { callAdmin } from '../frame/admin-api.js';
import type { ConsolePage } from '../frame/console-page.js';
import { pageErrorOf } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import {
  AREAS,
  AUDIT_LOG,
  type Area,
  type AuditEntryPage,
  type AuditLogFilter,
  type ListedPerson,
} from './audit-entry.js';
import { auditLogScreen } from './audit-log-screen.js';
import { areDays, startOfDay } from './day-bounds.js';

const MOST_PEOPLE = 200;
const NOTHING: AuditEntryPage = { items: [], nextCursor: null };

/** Who did what: by person, subject and time, page by page and as a file. */
@Screens(AUDIT_LOG.slice(1))
export class AuditLogController {
  @Get()
  @RequiresSession('PARTNER_ADMIN')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const filter = filterIn(page);
    const staff = await page.get<{ items: readonly ListedPerson[] }>(
      `partners/${page.partnerId}/staff`,
      { limit: MOST_PEOPLE },
    );
    const people = staff.items;
    if (!areDays(filter.from, filter.to))
      return page.show(
        auditLogScreen(page, { found: NOTHING, filter, people, hasBadDays: true }),
        'form-refused',
      );
    const cursor = page.query.text('cursor');
    const found = await page.get<AuditEntryPage>(pathOf(page), {
      ...queryOf(page, filter),
      cursor,
    });
    return page.show(auditLogScreen(page, { found, filter, people, hasBadDays: false }));
  }

  /** What the filters show, as CSV. */
  @Get('export')
  @RequiresSession('PARTNER_ADMIN')
  async export(@OnPage() page: ConsolePage): Promise<string> {
    const filter = filterIn(page);
    if (!areDays(filter.from, filter.to)) return page.goTo(AUDIT_LOG);
    const query = new URLSearchParams(queryOf(page, filter)).toString();
    const path = `${pathOf(page)}?${query}`;
    const headers = { accept: 'text/csv' };
    const answer = await callAdmin<string>(page.request, { method: 'GET', path, headers });
    if (!answer.ok) throw pageErrorOf(answer.problem);
    void page.reply.headers({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="audit-log.csv"',
      'Cache-Control': 'no-store',
    });
    return answer.body;
  }
}

const pathOf = ({ partnerId }: ConsolePage): string => `partners/${partnerId}/audit-log`;

/** Unknown values, typed into the address by hand, do not filter. */
function filterIn({ query }: ConsolePage): AuditLogFilter {
  const area = query.text('area');
  const person = query.text('person');
  return {
    person: /^[0-9a-f-]{36}$/.test(person) ? person : '',
    area: Object.hasOwn(AREAS, area) ? (area as Area) : '',
    from: query.text('from'),
    to: query.text('to'),
  };
}

function queryOf({ partner }: ConsolePage, { person, area, from, to }: AuditLogFilter) {
  const zone = partner?.timeZone ?? 'UTC';
  return {
    ...(person !== '' && { actor: person }),
    ...(area !== '' && { action: AREAS[area] }),
    ...(from !== '' && { from: startOfDay(from, zone).toISOString() }),
    ...(to !== '' && { to: startOfDay(to, zone, 1).toISOString() }),
  };
}

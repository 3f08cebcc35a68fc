import { Get } from '@nestjs/common';
import { RequiresSession, type Scope } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import {
  AREAS,
  INSTALLATION_AUDIT,
  PARTNER_AUDIT,
  type AuditEntryPage,
  type AuditHouse,
  type AuditLogFilter,
  type ListedPerson,
} from './audit-entry.js';
import { auditLogScreen } from './audit-log-screen.js';
import { areDays, startOfDay } from './day-bounds.js';

const NOTHING: AuditEntryPage = { items: [], nextCursor: null };

/** Who did what: by person, subject and time, page by page and as a file. */
function auditLogController(house: AuditHouse, scope: Scope) {
  @Screens(house.path.slice(1))
  class AuditLogController {
    @Get()
    @RequiresSession(scope)
    async list(@OnPage() page: ConsolePage): Promise<string> {
      const filter = filterIn(page, house);
      const people = await page.all<ListedPerson>(house.people(page));
      const view = { house, filter, people };
      if (!areDays(filter.from, filter.to))
        return page.show(
          auditLogScreen(page, { ...view, found: NOTHING, hasBadDays: true }),
          'form-refused',
        );
      const query = { ...queryOf(page, filter), cursor: page.query.text('cursor') };
      const found = await page.get<AuditEntryPage>(house.list(page), query);
      return page.show(auditLogScreen(page, { ...view, found, hasBadDays: false }));
    }

    /** What the filters show, as CSV. */
    @Get('export')
    @RequiresSession(scope)
    async export(@OnPage() page: ConsolePage): Promise<string> {
      const filter = filterIn(page, house);
      if (!areDays(filter.from, filter.to)) return page.goTo(house.path);
      const csv = await page.csv(house.list(page), queryOf(page, filter));
      return page.file('audit-log.csv', csv);
    }
  }
  return AuditLogController;
}

/** Unknown values, typed into the address by hand, do not filter. */
function filterIn({ query }: ConsolePage, { areas }: AuditHouse): AuditLogFilter {
  const area = query.text('area');
  const person = query.text('person');
  return {
    person: /^[0-9a-f-]{36}$/.test(person) ? person : '',
    area: areas.find((known) => known === area) ?? '',
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

export const AuditLogController = auditLogController(PARTNER_AUDIT, 'PARTNER_ADMIN');
export const InstallationAuditScreens = auditLogController(INSTALLATION_AUDIT, 'OPERATOR');

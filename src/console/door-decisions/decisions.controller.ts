import { Get } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import { REFUSALS } from '../reasons/reason-words.js';
import type { DecisionPage, Door } from '../doors/door.js';
import { memberNames } from '../doors/member-link.js';
import { decisionsScreen, type FeedFilter } from './decisions-screen.js';

const OUTCOMES = new Set(['OPENED', 'REFUSED']);
const RESULTS: ReadonlySet<string> = new Set(REFUSALS);

/** What the doors of a gym decide, newest first. */
@Screens('console/doors/decisions')
export class DoorDecisionsController {
  @Get()
  @RequiresSession('CHECKIN_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.gyms();
    const gym = gyms.find(({ id }) => String(id) === page.query.text('gym')) ?? gyms[0];
    if (!gym) return page.show(decisionsScreen(page, { gyms, doors: [], filter: {} }));
    const doors = await doorsOf(page, gym);
    const filter = filterIn(page, doors);
    const { door: deviceId, result = '' } = filter;
    const cursor = page.query.text('cursor');
    const kind = OUTCOMES.has(result) ? { outcome: result } : { result };
    const path = `gyms/${gym.id}/gate-decisions`;
    const found = await page.get<DecisionPage>(path, { deviceId, ...kind, cursor });
    const members = await memberNames(
      page,
      found.items.map(({ customerId }) => customerId),
    );
    return page.show(decisionsScreen(page, { gyms, gym, doors, filter, found, members }));
  }
}

async function doorsOf(page: ConsolePage, gym: ListedGym): Promise<readonly Door[]> {
  if (!page.may('DEVICE_READ')) return [];
  return page.all<Door>(`gyms/${gym.id}/devices`);
}

/** Unknown values, typed into the address by hand, do not filter. */
function filterIn({ query }: ConsolePage, doors: readonly Door[]): FeedFilter {
  const [door, result] = [query.text('door'), query.text('result')];
  return {
    ...(doors.some(({ id }) => String(id) === door) && { door }),
    ...((OUTCOMES.has(result) || RESULTS.has(result)) && { result }),
  };
}

import { Get, Param, Post } from '@nestjs/common';
import { isCalendarDay } from '../../platform/values/instant.js';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { gymIn } from '../frame/gym-field.js';
import { namesOfPeople } from '../frame/people.js';
import { OnPage, Screens } from '../frame/screens.js';
import { doorWarningFields } from '../reasons/door-warnings.js';
import { checkInScreen } from './check-in-screen.js';
import {
  CHECK_INS_PATH,
  checkInsScreen,
  noGymScreen,
  type CheckInsFilter,
} from './check-ins-screen.js';
import {
  RESULT_NAMES,
  resultOf,
  type CheckInDetail,
  type ListedCheckIn,
} from './listed-check-in.js';

interface Found {
  readonly items: readonly ListedCheckIn[];
  readonly nextCursor: string | null;
}

interface ValidatedCheckIn extends ListedCheckIn {
  readonly accessWarnings: readonly { readonly code: string }[];
}

/** The check-ins of a gym, day by day, and each with its story. */
@Screens('console/check-ins')
export class CheckInScreensController {
  @Get()
  @RequiresSession('CHECKIN_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.gyms();
    const gym = gymIn(page, gyms) ?? gyms[0];
    if (!gym) return page.show(noGymScreen(page, page.words.sections.checkIns));
    const filter = filterIn(page, gym);
    const cursor = page.query.text('cursor');
    const found = await page.get<Found>(`gyms/${gym.id}/check-ins`, { ...filter, cursor });
    const names = await namesOfPeople(
      page,
      found.items.map(({ customerId }) => customerId),
    );
    return page.show(checkInsScreen(page, { gyms, gym, filter, found, names }));
  }

  @Get(':id')
  @RequiresSession('CHECKIN_READ')
  async show(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const checkIn = await page.get<CheckInDetail>(`check-ins/${encodeURIComponent(id)}`);
    const gyms = await page.gyms();
    const gym = gyms.find((one) => one.id === checkIn.gymId);
    const names = await namesOfPeople(page, [checkIn.customerId]);
    return page.show(checkInScreen(page, { checkIn, gym, names }));
  }

  /** Waits for Wellhub as the front desk does. */
  @Post(':id/validate')
  @RequiresSession('CHECKIN_WRITE')
  async validate(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const path = `check-ins/${encodeURIComponent(id)}`;
    const answer = await page.send<ValidatedCheckIn>('POST', `${path}/validate`);
    if (!answer.ok) return page.goTo(`${CHECK_INS_PATH}/${encodeURIComponent(id)}`, 'waiting');
    const done = { PAID: 'paid', WAITING: 'waiting', OVERDUE: 'waiting', LOST: 'lost' } as const;
    const { id: validated, accessWarnings } = answer.body;
    const query = new URLSearchParams(doorWarningFields(accessWarnings)).toString();
    const to = `${CHECK_INS_PATH}/${validated}${query && `?${query}`}`;
    return page.goTo(to, done[resultOf(answer.body)]);
  }
}

/** Unknown values, typed into the address by hand, do not filter. */
function filterIn(page: ConsolePage, gym: ListedGym): CheckInsFilter {
  const { query } = page;
  const [day, result] = [query.text('day'), query.text('result')];
  return {
    day: isCalendarDay(day) ? day : page.formats.todayAt([gym]),
    result: RESULT_NAMES.some((known) => known === result) ? result : '',
  };
}

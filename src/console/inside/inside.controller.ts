import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage, ListedGym, ListedPage } from '../frame/console-page.js';
import { gymIn, gymOfForm } from '../frame/gym-field.js';
import { namesOfPeople } from '../frame/people.js';
import { OnPage, Screens } from '../frame/screens.js';
import { entryDoors } from './entry-doors.js';
import {
  INSIDE_SCREEN,
  insideScreen,
  noInsideScreen,
  type GymOccupancy,
  type InsideView,
  type OpenVisit,
} from './inside-screen.js';

/** The people inside a gym, and how the visit of one ends who left without a scan. */
@Screens('console/inside')
export class InsideScreensController {
  @Get()
  @RequiresSession('CHECKIN_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.gyms();
    const gym = gymIn(page, gyms) ?? gyms[0];
    if (!gym) return page.show(noInsideScreen(page));
    return page.show(insideScreen(page, await viewOf(page, gyms, gym)));
  }

  @Post(':visitId/leave')
  @RequiresSession('CHECKIN_WRITE')
  async leave(@OnPage() page: ConsolePage, @Param('visitId') id: string): Promise<string> {
    const answer = await page.send('POST', `visits/${id}/leave`);
    const gyms = await page.gyms();
    const gym = gymOfForm(page, gyms);
    if (!gym) return page.show(noInsideScreen(page));
    if (answer.ok) return page.goTo(`${INSIDE_SCREEN}?gymId=${gym.id}`, 'ended');
    const view = { ...(await viewOf(page, gyms, gym)), problem: answer.problem };
    return page.show(insideScreen(page, view), 'form-refused');
  }
}

async function viewOf(
  page: ConsolePage,
  gyms: readonly ListedGym[],
  gym: ListedGym,
): Promise<InsideView> {
  const cursor = page.query.text('cursor');
  const [occupancy, found] = await Promise.all([
    page.get<GymOccupancy>(`gyms/${gym.id}/occupancy`),
    page.get<ListedPage<OpenVisit>>(`gyms/${gym.id}/visits`, { open: true, cursor }),
  ]);
  const ids = found.items.map(({ customerId }) => customerId);
  const [names, doors] = await Promise.all([
    namesOfPeople(page, ids),
    entryDoors(page, gym, found.items),
  ]);
  return { gyms, gym, occupancy, found, names, doors };
}

import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import { noGymScreen } from '../check-ins/check-ins-screen.js';
import type { ConsolePage, ListedGym, ListedPage } from '../frame/console-page.js';
import { gymIn, gymOfForm } from '../frame/gym-field.js';
import { OnPage, Screens } from '../frame/screens.js';
import {
  MISSING_WEBHOOKS,
  missingWebhooksScreen,
  type MissingTime,
  type MissingView,
} from './missing-webhooks-screen.js';
import { MISSING_WORDS } from './missing-webhooks-words.js';

/** Times of which messages of Wellhub may be missing, and the search for the check-ins of then. */
@Screens('console/check-ins/missing-webhooks')
export class MissingWebhooksScreensController {
  @Get()
  @RequiresSession('CHECKIN_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.gyms();
    const gym = gymIn(page, gyms) ?? gyms[0];
    if (!gym) return page.show(noGymScreen(page, page.textsOf(MISSING_WORDS).title));
    return page.show(missingWebhooksScreen(page, await viewOf(page, gyms, gym)));
  }

  @Post(':id/probe')
  @RequiresSession('CHECKIN_WRITE')
  async probe(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const gymId = page.form.text('gymId');
    const path = `gyms/${/^\d{1,16}$/.test(gymId) ? gymId : 0}/missing-webhooks/${id}/probe`;
    const answer = await page.send<{ people: number }>('POST', path);
    if (answer.ok) {
      const done = answer.body.people > 0 ? 'probed' : 'nobody';
      return page.goTo(`${MISSING_WEBHOOKS}?gymId=${gymId}`, done);
    }
    const gyms = await page.gyms();
    const gym = gymOfForm(page, gyms);
    if (!gym) return page.show(noGymScreen(page, page.textsOf(MISSING_WORDS).title));
    const view = { ...(await viewOf(page, gyms, gym)), problem: answer.problem };
    return page.show(missingWebhooksScreen(page, view), 'form-refused');
  }
}

async function viewOf(
  page: ConsolePage,
  gyms: readonly ListedGym[],
  gym: ListedGym,
): Promise<MissingView> {
  const path = `gyms/${gym.id}/missing-webhooks`;
  const cursor = page.query.text('cursor');
  return { gyms, gym, found: await page.get<ListedPage<MissingTime>>(path, { cursor }) };
}

import { Get } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage, ListedPage } from '../frame/console-page.js';
import { namesOfPeople } from '../frame/people.js';
import { OnPage, Screens } from '../frame/screens.js';
import { USAGE_STATES, usageScreen, type ListedUsage } from './usage-screen.js';

/** What members used, as it is reported to Wellhub: of all gyms together. */
@Screens('console/check-ins/usage')
export class UsageScreensController {
  @Get()
  @RequiresSession('CHECKIN_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const state = USAGE_STATES.find((one) => one === page.query.text('state')) ?? '';
    const path = `partners/${page.partnerId}/usage-events`;
    const query = { state, cursor: page.query.text('cursor') };
    const found = await page.get<ListedPage<ListedUsage>>(path, query);
    const ids = found.items.flatMap(({ customerId }) => customerId ?? []);
    return page.show(usageScreen(page, { found, names: await namesOfPeople(page, ids), state }));
  }
}

import { Get } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import { TODAY_SCREEN, todayScreen } from './today-screen.js';
import type { TodayAnswer } from './today-numbers.js';

/** What goes on now. `web/today.ts` loads the same page again whenever a number has changed. */
@Screens(TODAY_SCREEN.slice(1))
export class TodayController {
  @Get()
  @RequiresSession('CHECKIN_READ')
  async show(@OnPage() page: ConsolePage): Promise<string> {
    const gymId = page.query.text('gymId');
    const numbers = await page.get<TodayAnswer>(`partners/${page.partnerId}/today`, { gymId });
    const gyms = await page.readableGyms();
    return page.show(todayScreen(page, { numbers, gyms, gymId }));
  }
}

import { Get } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { gymIn } from '../frame/gym-field.js';
import { OnPage, Screens } from '../frame/screens.js';
import { daysOfMonth, monthAfter, shownMonth, type MoneyReport } from './money-report.js';
import { moneyScreen } from './money-screen.js';

/** A month of check-ins as money. */
@Screens('console/money')
export class MoneyController {
  @Get()
  @RequiresSession('CHECKIN_READ')
  async show(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.gyms();
    const gym = gymIn(page, gyms);
    const month = shownMonth(page, gym ? [gym] : gyms);
    const read = (by: string, first: string) => {
      const days = { from: daysOfMonth(first).from, to: daysOfMonth(month).to };
      return page.get<MoneyReport>(reportOf(page), { ...days, by, gymId: gym?.id });
    };
    const report = await read('day', month);
    const months = await read('month', monthAfter(month, -11));
    return page.show(moneyScreen(page, { gyms, gym, month, report, months }));
  }

  @Get('csv')
  @RequiresSession('CHECKIN_READ')
  async csv(@OnPage() page: ConsolePage): Promise<string> {
    const month = shownMonth(page, []);
    const gymId = page.query.text('gymId');
    const csv = await page.csv(reportOf(page), { ...daysOfMonth(month), by: 'day', gymId });
    return page.file(`check-ins-${month}.csv`, csv);
  }
}

const reportOf = ({ partnerId }: ConsolePage) => `partners/${partnerId}/statistics/money`;

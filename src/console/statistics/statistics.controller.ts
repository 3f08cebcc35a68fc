import { Get } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { pageErrorOf, type Problem } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import { periodIn, type ShownPeriod } from './period.js';
import { CHART_GROUPINGS, type PeriodReport, type PeriodReports } from './report.js';
import { STATISTICS, statisticsScreen } from './statistics-screen.js';

/** What happened in a period, as charts and tables. */
@Screens(STATISTICS.slice(1))
export class StatisticsController {
  @Get()
  @RequiresSession('CHECKIN_READ')
  async show(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.readableGyms();
    const period = periodIn(page, gyms);
    const read = await readReports(page, period);
    const isRefused = 'problem' in read;
    return page.show(
      statisticsScreen(page, { period, gyms, ...read }),
      isRefused ? 'form-refused' : 'ok',
    );
  }
}

type Read = { readonly reports: PeriodReports } | { readonly problem: Problem };

/** One after the other: a reader takes one connection. A period that is none comes back with its problem. */
async function readReports(page: ConsolePage, { from, to, gymId }: ShownPeriod): Promise<Read> {
  const reports: Partial<Record<(typeof CHART_GROUPINGS)[number], PeriodReport>> = {};
  for (const by of CHART_GROUPINGS) {
    const query = new URLSearchParams({ from, to, by, ...(gymId !== '' && { gymId }) });
    const path = `partners/${page.partnerId}/statistics?${query.toString()}`;
    const answer = await page.send<PeriodReport>('GET', path);
    if (answer.ok) reports[by] = answer.body;
    else if (answer.problem.errors?.some(({ pointer }) => pointer !== '/gymId'))
      return { problem: answer.problem };
    else throw pageErrorOf(answer.problem);
  }
  return { reports: reports as PeriodReports };
}

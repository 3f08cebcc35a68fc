import type { ConsolePage, ListedGym } from '../frame/console-page.js';

export interface ShownPeriod {
  readonly from: string;
  readonly to: string;
  /** Empty: all gyms. */
  readonly gymId: string;
}

const USUAL_DAYS = 30;
const DAY_MS = 86_400_000;

/** The last `days` days, today included. */
export function lastDays(days: number, today: string): Pick<ShownPeriod, 'from' | 'to'> {
  const from = new Date(Date.parse(today) - (days - 1) * DAY_MS).toISOString().slice(0, 10);
  return { from, to: today };
}

/** Today in the gyms that a report is about. */
export function todayIn(page: ConsolePage, gyms: readonly ListedGym[], gymId: string): string {
  const chosen = gyms.filter(({ id }) => String(id) === gymId);
  return page.formats.todayAt(chosen.length > 0 ? chosen : gyms);
}

/** The period in the address; thirty days where it names none. */
export function periodIn(page: ConsolePage, gyms: readonly ListedGym[]): ShownPeriod {
  const { query } = page;
  const gymId = query.text('gymId');
  const usual = lastDays(USUAL_DAYS, todayIn(page, gyms, gymId));
  return { from: query.text('from') || usual.from, to: query.text('to') || usual.to, gymId };
}

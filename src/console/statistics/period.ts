import { zoneForClocks } from '../../platform/values/time-zones.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';

export interface ShownPeriod {
  readonly from: string;
  readonly to: string;
  /** Empty: all gyms. */
  readonly gymId: string;
}

const USUAL_DAYS = 30;
const DAY_MS = 86_400_000;

/** The last `days` days, today included, by the clock of the zone. */
export function lastDays(days: number, zone: string): Pick<ShownPeriod, 'from' | 'to'> {
  const form = new Intl.DateTimeFormat('sv-SE', { timeZone: zoneForClocks(zone) });
  const to = form.format(new Date());
  const from = new Date(Date.parse(to) - (days - 1) * DAY_MS).toISOString().slice(0, 10);
  return { from, to };
}

/** The clock that decides what today is: that of the chosen gym, else the partner's. */
export const zoneIn = (page: ConsolePage, gyms: readonly ListedGym[], gymId: string): string =>
  gyms.find(({ id }) => String(id) === gymId)?.timeZone ?? page.partner?.timeZone ?? 'UTC';

/** The period in the address; thirty days where it names none. */
export function periodIn(page: ConsolePage, gyms: readonly ListedGym[]): ShownPeriod {
  const { query } = page;
  const gymId = query.text('gymId');
  const usual = lastDays(USUAL_DAYS, zoneIn(page, gyms, gymId));
  return { from: query.text('from') || usual.from, to: query.text('to') || usual.to, gymId };
}

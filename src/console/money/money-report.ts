import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import type { Loss } from '../reasons/reason-words.js';

/** What check-ins came to, as the administration API counts it. */
export interface MoneySums {
  readonly paid: number;
  readonly waiting: number;
  readonly atRisk: number;
  readonly lost: number;
  readonly losses: readonly { readonly reason: Loss; readonly count: number }[];
}

export interface MoneyReport {
  readonly items: readonly (MoneySums & { readonly key: string })[];
  readonly gyms: readonly (MoneySums & { readonly gymId: number })[];
  readonly total: MoneySums;
}

/** `2026-10` of a text from a form or an address. */
export const monthIn = (text: string): string | undefined =>
  /^20\d\d-(?:0[1-9]|1[0-2])$/.test(text) ? text : undefined;

/** The month in the address, else the present one at these gyms. */
export const shownMonth = (
  { formats, query }: Pick<ConsolePage, 'formats' | 'query'>,
  gyms: readonly ListedGym[],
): string => monthIn(query.text('month')) ?? formats.todayAt(gyms).slice(0, 7);

/** @param by how many months later */
export function monthAfter(month: string, by: number): string {
  const at = new Date(`${month}-15T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return at.toISOString().slice(0, 7);
}

export function daysOfMonth(month: string): { readonly from: string; readonly to: string } {
  const end = new Date(`${monthAfter(month, 1)}-01T00:00:00Z`);
  end.setUTCDate(0);
  return { from: `${month}-01`, to: end.toISOString().slice(0, 10) };
}

/** Of those that ended, how many are paid; undefined when none has. */
export const paidShare = ({ paid, lost }: MoneySums): number | undefined =>
  paid + lost === 0 ? undefined : paid / (paid + lost);

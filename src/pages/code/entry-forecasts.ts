import { Injectable } from '@nestjs/common';
import type { PageSession } from '../../accounts/index.js';
import { AccessCheck, type CheckedEntry } from '../../gate/index.js';
import { FreshCache } from '../../platform/cache/fresh-cache.js';

/** Why every door here would refuse the person now, and what the screen may say about it. */
export interface EntryForecast {
  readonly why: RuledRefusal;
  /** From when on a door opens for the person again, where that is known and the same everywhere. */
  readonly nextOpening?: { readonly at: Date; readonly timeZone: string };
  /** Only where the gym shows it. */
  readonly inside?: { readonly now: number; readonly most: number };
}

const RULED = [
  'ACCESS_OUTSIDE_HOURS',
  'ACCESS_CLOSED_TODAY',
  'ACCESS_FULL',
  'ACCESS_PLAN_NOT_INCLUDED',
] as const;
export type RuledRefusal = (typeof RULED)[number];

const isRuled = (verdict: string): verdict is RuledRefusal =>
  RULED.some((refusal) => refusal === verdict);

/** The screen polls every two seconds, and what it says ends within five. */
const FRESH_MS = 3_000;

interface Person extends Pick<PageSession, 'partnerId' | 'customerId'> {
  readonly gymIds: readonly number[];
}

/** What the rules of the gyms say to a person before a scan: the checks of the gate, at no door. */
@Injectable()
export class EntryForecasts {
  private readonly people = new FreshCache<string, { readonly forecast: EntryForecast | null }>({
    load: async (key) => ({ forecast: (await this.read(JSON.parse(key) as Person)) ?? null }),
    freshMs: FRESH_MS,
    max: 5_000,
  });

  constructor(private readonly checks: AccessCheck) {}

  /** @param gymIds every gym where the person may be @returns undefined where a door may open */
  async of(session: PageSession, gymIds: readonly number[]): Promise<EntryForecast | undefined> {
    const { partnerId, customerId } = session;
    const person: Person = { partnerId, customerId, gymIds };
    const read = await this.people.get(JSON.stringify(person));
    return read?.forecast ?? undefined;
  }

  /** The first gym that says something else ends it: mostly that is the first one. */
  private async read({
    partnerId,
    customerId,
    gymIds,
  }: Person): Promise<EntryForecast | undefined> {
    const rows: CheckedEntry[] = [];
    for (const gymId of gymIds) {
      const at = { deviceId: null, inside: null, wellhubProduct: null };
      const row = await this.checks.check({ partnerId, customerId, gymId, ...at }, null);
      if (!row || !isRuled(row.verdict)) return undefined;
      if (row.verdict !== (rows[0] ?? row).verdict) return undefined;
      rows.push(row);
    }
    const [first] = rows;
    return first && isRuled(first.verdict) ? forecastOf(first.verdict, rows) : undefined;
  }
}

function forecastOf(why: RuledRefusal, rows: readonly CheckedEntry[]): EntryForecast {
  return { why, ...openingOf(rows), ...(why === 'ACCESS_FULL' && insideOf(rows)) };
}

function openingOf([first, ...others]: readonly CheckedEntry[]) {
  const at = first?.nextOpening;
  if (!at || others.some((row) => row.nextOpening?.getTime() !== at.getTime())) return {};
  return { nextOpening: { at, timeZone: first.timeZone } };
}

/** Of several gyms the screen cannot say which one it means. */
function insideOf([first, ...others]: readonly CheckedEntry[]) {
  if (!first?.showsOccupancy || first.capacity === null || others.length > 0) return {};
  return { inside: { now: first.inside ?? 0, most: first.capacity } };
}

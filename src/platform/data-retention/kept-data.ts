/** What is kept of one kind, and how long. */
export interface KeptData {
  /** As the administration names it: `gate-decisions`. */
  readonly data: string;
  /** A duration of ISO 8601, `P90D`; null: until the person is erased, or it is replaced or removed. */
  readonly keptFor: string | null;
  readonly countedFrom: 'CREATED' | 'ENDED' | null;
}

const known = new Map<string, KeptData>();

/** Adds a room's data to the one list; what deletes it declares it, so that the list is true. */
export function declareKept({ data, keptFor, countedFrom }: KeptData): void {
  known.set(data, { data, keptFor, countedFrom });
}

export const keptData = (): KeptData[] =>
  [...known.values()].sort((a, b) => a.data.localeCompare(b.data, 'en'));

const UNITS: Readonly<Record<string, [before: string, after: string]>> = {
  second: ['PT', 'S'],
  minute: ['PT', 'M'],
  hour: ['PT', 'H'],
  day: ['P', 'D'],
  year: ['P', 'Y'],
};

/** `P2Y` of the interval `2 years`. */
export function isoDuration(interval: string): string {
  const [, count, unit = ''] = /^(\d+) (\w+?)s?$/.exec(interval) ?? [];
  const [before, after] = UNITS[unit] ?? [];
  if (!count || !before) throw new Error(`the interval ${interval} has no duration`);
  return `${before}${count}${after}`;
}

export const GROUPINGS = ['day', 'hour', 'weekday', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Days at the gym, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

export const lengthOf = ({ from, to }: Days): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

const upTo = (count: number, shape: (no: number) => string) =>
  Array.from({ length: count }, (_, no) => shape(no));

const daysOf = (days: Days) =>
  upTo(lengthOf(days), (no) =>
    new Date(Date.parse(days.from) + no * DAY_MS).toISOString().slice(0, 10),
  );

const KEYS: Readonly<Record<Grouping, (days: Days) => string[]>> = {
  day: daysOf,
  hour: () => upTo(24, (hour) => String(hour).padStart(2, '0')),
  weekday: () => upTo(7, (day) => String(day + 1)),
  month: (days) => [...new Set(daysOf(days).map((day) => day.slice(0, 7)))],
};

/** Every key of a period, also those at which nothing happened. */
export const keysOf = (by: Grouping, days: Days): string[] => KEYS[by](days);

import { DAYS, type Day, type TimeCondition } from './conditions.js';

export const MINUTES_OF_DAY = 1_440;

/** A part of one local day, in minutes of the local week: MO 00:00 is 0, SU 23:59 is 10079. */
export interface WeekWindow {
  readonly minuteFrom: number;
  /** The first minute that is no longer part of it. */
  readonly minuteTo: number;
  /** It began on the day before, whose date counts. */
  readonly startedYesterday: boolean;
}

/** Of `HH:MM`, also `24:00`. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** When a rule may fit: every window lies in one day, so that one over midnight is two. */
export function weekWindows({ days = DAYS, from, to }: TimeCondition): WeekWindow[] {
  const [start, end] = [minuteOf(from ?? '00:00'), minuteOf(to ?? '24:00')];
  return days.flatMap((day) =>
    start < end ? [within(day, start, end)] : overnight(day, start, end),
  );
}

function overnight(day: Day, start: number, end: number): WeekWindow[] {
  const evening = within(day, start, MINUTES_OF_DAY);
  if (end === 0) return [evening];
  return [evening, { ...within(dayAfter(day), 0, end), startedYesterday: true }];
}

const dayAfter = (day: Day): Day => DAYS[(DAYS.indexOf(day) + 1) % DAYS.length] ?? day;

function within(day: Day, start: number, end: number): WeekWindow {
  const midnight = DAYS.indexOf(day) * MINUTES_OF_DAY;
  return { minuteFrom: midnight + start, minuteTo: midnight + end, startedYesterday: false };
}

import { WEEK_DAYS, type RuleTime } from './access-rule.js';

const DAY = 1_440;

/** A part of one day of the week, in minutes of that day. */
export interface DaySpan {
  /** 0 is Monday. */
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

const minuteOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** When a rule fits in a week. A window over midnight belongs to the day on which it starts, and ends on the next. */
export function weekSpans(when: RuleTime | null): DaySpan[] {
  const from = minuteOf(when?.from ?? '00:00');
  const to = minuteOf(when?.to ?? '24:00');
  const days = when?.days ?? WEEK_DAYS;
  return days.flatMap((name) => {
    const day = WEEK_DAYS.indexOf(name);
    if (from < to) return [{ day, from, to }];
    const rest = to === 0 ? [] : [{ day: (day + 1) % 7, from: 0, to }];
    return [{ day, from, to: DAY }, ...rest];
  });
}

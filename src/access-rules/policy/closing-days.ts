import type { Violation } from '../../platform/errors/domain-error.js';
import { isCalendarDay } from '../../platform/values/instant.js';
import type { Rule } from '../../platform/values/rule.js';
import { minuteOf } from '../compiled/local-week.js';
import type { ClosingDay } from './access-policy.js';

export const MOST_CLOSING_DAYS = 400;

/** `YYYY-MM-DD`, or `MM-DD` for every year, which may be one with a 29 February. */
export const closingDateRule: Rule = (value) =>
  isCalendarDay(value) || (typeof value === 'string' && isCalendarDay(`2000-${value}`))
    ? undefined
    : 'must be a date, YYYY-MM-DD, or MM-DD for every year';

/** Closed hours begin and end on one day. */
export const closingFaults = (days: readonly ClosingDay[]): Violation[] =>
  days.flatMap(({ from = '00:00', to = '24:00' }, no) =>
    minuteOf(from) < minuteOf(to)
      ? []
      : [
          { path: `closingDays.${no}.from`, detail: 'must be before to, on the same day' },
          { path: `closingDays.${no}.to`, detail: 'must be after from, on the same day' },
        ],
  );

import type { ListedClosingDay } from './access-rule.js';

const LINE =
  /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})-(\d{1,2})|(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4})?)?)(?:\s+(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2}))?(?:\s+(.+))?$/;

const two = (text = '') => text.padStart(2, '0');

/**
 * Closing days as people type them, one on each line: `25/12 Natal`, `24/12/2027 14:00-24:00 Véspera`, also
 * `2027-12-24`. A line that is none is passed on, so that the API can refuse it.
 */
export function closingDaysIn(text: string): ListedClosingDay[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter(Boolean).map(closingDayIn);
}

function closingDayIn(line: string): ListedClosingDay {
  const [, isoYear, isoMonth, isoDay, month, day, ownDay, ownMonth, ownYear, from, to, name] =
    LINE.exec(line) ?? [];
  const year = isoYear ?? ownYear;
  const monthAndDay = `${two(isoMonth ?? month ?? ownMonth)}-${two(isoDay ?? day ?? ownDay)}`;
  if (monthAndDay === '00-00') return { date: line };
  return {
    date: year === undefined ? monthAndDay : `${year}-${monthAndDay}`,
    ...(from !== undefined && { from: from.padStart(5, '0') }),
    ...(to !== undefined && { to: to.padStart(5, '0') }),
    ...(name !== undefined && { name }),
  };
}

/** The same days as lines. @param separator between day and month: `/`, or `.` in German */
export function closingDayLines(days: readonly ListedClosingDay[], separator: string): string {
  return days.map((day) => closingDayLine(day, separator)).join('\n');
}

function closingDayLine({ date, from, to, name }: ListedClosingDay, separator: string): string {
  const [day, month, year] = date.split('-').toReversed();
  const end = separator === '.' && year === undefined ? '.' : '';
  const shown = [day, month, ...(year === undefined ? [] : [year])].join(separator) + end;
  const times = from || to ? [`${from ?? '00:00'}-${to ?? '24:00'}`] : [];
  return [shown, ...times, ...(name ? [name] : [])].join(' ');
}

import type { ColumnMapping } from './column-mapping.js';
import { readRows } from './portal-report.js';
import { DATE_ORDERS, reportDay, type DateOrder } from './report-day.js';

const SAMPLE = 20;
/** Of the sample; totals and remarks stand between the rows. */
const MOST_OF_IT = 0.6;
const TYPED_ID = /^(?:="?|')?\d{13}"?$/;

/** Fills what no name tells by what the cells hold: ids of 13 digits, and dates. */
export function suggestColumns(mapping: ColumnMapping, timeZone: string): ColumnMapping {
  const cells = mapping.data.slice(0, SAMPLE).map((row) => row.cells ?? []);
  const isDate = (cell: string) =>
    /\D/.test(cell) &&
    DATE_ORDERS.some((dateOrder) => reportDay(cell, { timeZone, dateOrder }) !== undefined);
  const idAt = mapping.idAt < 0 ? columnOf(cells, (cell) => TYPED_ID.test(cell)) : mapping.idAt;
  const dateAt = mapping.dateAt < 0 ? columnOf(cells, isDate) : mapping.dateAt;
  const filled = { ...mapping, idAt, dateAt };
  return mapping.source === 'GUESSED'
    ? { ...filled, dateOrder: orderOf(filled, timeZone) }
    : filled;
}

/** The first column of which most cells fit; -1 for none. */
function columnOf(rows: readonly (readonly string[])[], fits: (cell: string) => boolean): number {
  const columns = Array.from({ length: Math.max(0, ...rows.map(({ length }) => length)) });
  return columns.findIndex(
    (_, at) => rows.filter((cells) => fits(cells[at] ?? '')).length >= rows.length * MOST_OF_IT,
  );
}

/** In the right order more dates can be read, and they are of fewer months. */
function orderOf(mapping: ColumnMapping, timeZone: string): DateOrder {
  if (mapping.idAt < 0 || mapping.dateAt < 0) return mapping.dateOrder;
  const [dayFirst, monthFirst] = DATE_ORDERS.map((dateOrder) => {
    const days = readRows({ ...mapping, dateOrder }, timeZone).visits.map(({ day }) => day);
    return { read: days.length, months: new Set(days.map((day) => day.slice(0, 7))).size };
  });
  if (!dayFirst || !monthFirst) return mapping.dateOrder;
  const isMonthFirst =
    monthFirst.read > dayFirst.read ||
    (monthFirst.read === dayFirst.read && monthFirst.months < dayFirst.months);
  return isMonthFirst ? 'MONTH_FIRST' : 'DAY_FIRST';
}

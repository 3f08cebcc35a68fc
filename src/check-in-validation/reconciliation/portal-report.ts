import { invalid } from '../../platform/errors/request-errors.js';
import { WELLHUB_ID } from '../../wellhub/index.js';
import { mapColumns, type ColumnMapping } from './column-mapping.js';
import type { CsvRow } from '../../platform/text/parse-csv.js';
import { reportDay, type DateReading } from './report-day.js';

/** The days that are compared, both included, as the gym's calendar has them. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/** A visit as Wellhub lists it. */
export interface ReportedVisit {
  readonly line: number;
  readonly wellhubId: string;
  readonly day: string;
}

export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

export interface ReadRows {
  readonly visits: ReportedVisit[];
  readonly badRows: BadRow[];
}

/** Reads a report of Wellhub's portal. @throws request.invalid when its header names no id or no date, or no row can be read */
export function readReport(
  rows: readonly CsvRow[],
  period: Period,
  mapping: ColumnMapping = mapColumns(rows),
): ReadRows {
  const missing = missingColumns(mapping)[0];
  if (missing) throw invalid({ path: 'header', detail: MISSING[missing] });
  const { visits, badRows } = readRows(mapping, period.timeZone);
  if (visits.length === 0 && badRows.length > 0) throw unreadable(badRows);
  const isOutside = ({ day }: ReportedVisit) => day < period.from || day > period.to;
  const outside = visits.filter(isOutside).map(({ line, day }) => ({
    line,
    reason: `its day ${day} is not in ${period.from} to ${period.to}`,
  }));
  return {
    visits: visits.filter((visit) => !isOutside(visit)),
    badRows: [...badRows, ...outside].sort((a, b) => a.line - b.line),
  };
}

const MISSING = {
  gympassIdColumn: 'the first row must name a column with the Wellhub id, for example gympass_id',
  dateColumn: 'the first row must name a column with the day, for example date',
} as const;

/** What no column is known to have. */
export function missingColumns({ idAt, dateAt }: ColumnMapping): (keyof typeof MISSING)[] {
  const missing = [idAt < 0 && 'gympassIdColumn', dateAt < 0 && 'dateColumn'] as const;
  return missing.filter((name) => name !== false);
}

/** Every row of a mapped report, of whichever day. Without a header that names them the first row may be a visit. */
export function readRows(
  { header, data, idAt, dateAt, dateOrder }: ColumnMapping,
  timeZone: string,
): ReadRows {
  const visits: ReportedVisit[] = [];
  const badRows: BadRow[] = [];
  const read = (row: CsvRow) => readVisit(row, { idAt, dateAt }, { timeZone, dateOrder });
  const first = header && read(header);
  if (first && typeof first !== 'string') visits.push(first);
  for (const row of data) {
    const found = read(row);
    if (typeof found === 'string') badRows.push({ line: row.line, reason: found });
    else visits.push(found);
  }
  return { visits, badRows };
}

/** Compared as an empty report it would mean that Wellhub pays for nothing. */
function unreadable([first]: readonly BadRow[]): Error {
  const example = first ? `; line ${first.line}: ${first.reason}` : '';
  return invalid({ path: 'body', detail: `no row of the report could be read${example}` });
}

/** @returns the visit, or why there is none */
function readVisit(
  { line, cells }: CsvRow,
  { idAt, dateAt }: Pick<ColumnMapping, 'idAt' | 'dateAt'>,
  dates: DateReading,
): ReportedVisit | string {
  if (!cells) return 'its quotes do not match';
  // Spreadsheets write ="00123" to keep the zeros, or '00123.
  const wellhubId = (cells[idAt] ?? '').replaceAll(/^(?:="?|')|"$/g, '').replaceAll(/[\s-]/g, '');
  if (!WELLHUB_ID.test(wellhubId)) return 'its Wellhub id is not 1 to 20 digits';
  const day = reportDay(cells[dateAt] ?? '', dates);
  if (day === undefined)
    return `its date is none that we know (YYYY-MM-DD or ${WRITTEN[dates.dateOrder]})`;
  return { line, wellhubId, day };
}

const WRITTEN = { DAY_FIRST: 'DD/MM/YYYY', MONTH_FIRST: 'MM/DD/YYYY' } as const;

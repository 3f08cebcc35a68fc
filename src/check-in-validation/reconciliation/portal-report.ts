import { invalid } from '../../platform/errors/request-errors.js';
import { WELLHUB_ID } from '../../wellhub/index.js';
import { parseCsv, type CsvRow } from './csv.js';
import { columnName, dayColumn, idColumn } from './report-columns.js';
import { reportDay } from './report-day.js';
import { reportText } from './report-text.js';
import { isSpreadsheet, xlsxRows } from './xlsx-report.js';

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

/** The rows of a file, whichever way it was saved. @throws request.invalid */
export const rowsOf = async (file: Buffer): Promise<CsvRow[]> =>
  isSpreadsheet(file) ? xlsxRows(file) : parseCsv(reportText(file));

/** Reads a report of Wellhub's portal. @throws request.invalid when its header names no id or no date, or no row can be read */
export function readReport(
  [header, ...rows]: readonly CsvRow[],
  period: Period,
): { visits: ReportedVisit[]; badRows: BadRow[] } {
  const names = (header?.cells ?? []).map(columnName);
  const idAt = found(idColumn(names), 'the Wellhub id, for example gympass_id');
  const dayAt = found(dayColumn(names), 'the day, for example date');
  const visits: ReportedVisit[] = [];
  const badRows: BadRow[] = [];
  let isRead = rows.length === 0;
  for (const { line, cells } of rows) {
    const read = cells
      ? readVisit(cells[idAt] ?? '', cells[dayAt] ?? '', period.timeZone)
      : 'its quotes do not match';
    if (typeof read === 'string') badRows.push({ line, reason: read });
    else if (read.day < period.from || read.day > period.to)
      badRows.push({
        line,
        reason: `its day ${read.day} is not in ${period.from} to ${period.to}`,
      });
    else visits.push({ line, ...read });
    isRead ||= typeof read !== 'string';
  }
  if (!isRead) throw unreadable(badRows);
  return { visits, badRows };
}

function found(at: number, what: string): number {
  if (at < 0)
    throw invalid({ path: 'header', detail: `the first row must name a column with ${what}` });
  return at;
}

/** Compared as an empty report it would mean that Wellhub pays for nothing. */
function unreadable([first]: readonly BadRow[]): Error {
  const example = first ? `; line ${first.line}: ${first.reason}` : '';
  return invalid({ path: 'body', detail: `no row of the report could be read${example}` });
}

/** @returns the visit, or why there is none */
function readVisit(
  id: string,
  date: string,
  timeZone: string,
): Omit<ReportedVisit, 'line'> | string {
  // Spreadsheets write ="00123" to keep the zeros, or '00123.
  const wellhubId = id.replaceAll(/^(?:="?|')|"$/g, '').replaceAll(/[\s-]/g, '');
  if (!WELLHUB_ID.test(wellhubId)) return 'its Wellhub id is not 1 to 20 digits';
  const day = reportDay(date, timeZone);
  if (day === undefined) return 'its date is none that we know (YYYY-MM-DD or DD/MM/YYYY)';
  return { wellhubId, day };
}

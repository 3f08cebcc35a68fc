import { invalid } from '../platform/errors/request-errors.js';
import { parseCsv } from './csv.js';
import { reportDay } from './report-day.js';

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

/** Names of columns with everything but letters and digits left out; the first that is there counts. */
const ID_COLUMNS = [
  'gympassid',
  'wellhubid',
  'uniquetoken',
  'userid',
  'wellhubuserid',
  'gympassuserid',
  'memberid',
  'token',
];
const DAY_COLUMNS = [
  'checkindate',
  'checkinat',
  'checkintime',
  'checkin',
  'date',
  'datetime',
  'visitdate',
  'timestamp',
  'validatedat',
  'validationdate',
];
const WELLHUB_ID = /^\d{1,20}$/;

/** Reads a report of Wellhub's portal. @throws request.invalid when its header names no id or no date */
export function readReport(
  text: string,
  period: Period,
): { visits: ReportedVisit[]; badRows: BadRow[] } {
  const [header, ...rows] = parseCsv(text);
  const names = (header?.cells ?? []).map((name) =>
    name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''),
  );
  const idAt = column(names, ID_COLUMNS, 'the Wellhub id, for example gympass_id');
  const dayAt = column(names, DAY_COLUMNS, 'the day, for example date');
  const visits: ReportedVisit[] = [];
  const badRows: BadRow[] = [];
  for (const { line, cells } of rows) {
    const read = cells
      ? readVisit(cells[idAt] ?? '', cells[dayAt] ?? '', period)
      : 'its quotes do not match';
    if (typeof read === 'string') badRows.push({ line, reason: read });
    else visits.push({ line, ...read });
  }
  return { visits, badRows };
}

function column(names: readonly string[], known: readonly string[], what: string): number {
  const name = known.find((one) => names.includes(one));
  if (name === undefined)
    throw invalid({ path: 'header', detail: `the first row must name a column with ${what}` });
  return names.indexOf(name);
}

/** @returns the visit, or why there is none */
function readVisit(
  id: string,
  date: string,
  { from, to, timeZone }: Period,
): Omit<ReportedVisit, 'line'> | string {
  // Spreadsheets write ="00123" to keep the zeros, or '00123.
  const wellhubId = id.replaceAll(/^(?:="?|')|"$/g, '').replaceAll(/[ -]/g, '');
  if (!WELLHUB_ID.test(wellhubId)) return 'its Wellhub id is not 1 to 20 digits';
  const day = reportDay(date, timeZone);
  if (day === undefined) return 'its date is none that we know (YYYY-MM-DD or DD/MM/YYYY)';
  if (day < from || day > to) return `its day ${day} is not in ${from} to ${to}`;
  return { wellhubId, day };
}

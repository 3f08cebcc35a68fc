import { invalid } from '../../platform/errors/request-errors.js';
import type { CsvRow } from '../../platform/text/parse-csv.js';
import {
  columnName,
  dayColumn,
  idColumn,
  namesColumns,
  ROWS_BEFORE_DATA,
} from './report-columns.js';
import type { DateOrder } from './report-day.js';

/** What the caller says about the columns, counted from 1. */
export interface ChosenColumns {
  readonly gympassIdColumn?: number | undefined;
  readonly dateColumn?: number | undefined;
  readonly dateOrder?: DateOrder | undefined;
}

/** What was said last about columns of these names. */
export interface RememberedColumns {
  readonly idName: string;
  readonly dateName: string;
  readonly dateOrder: DateOrder;
}

/** Where a report has what counts. */
export interface ColumnMapping {
  /** The row that names the columns. */
  readonly header: CsvRow | undefined;
  readonly data: readonly CsvRow[];
  /** -1 when no column is known to have it. */
  readonly idAt: number;
  readonly dateAt: number;
  readonly dateOrder: DateOrder;
  readonly source: 'CHOSEN' | 'REMEMBERED' | 'GUESSED';
}

export interface ColumnHints {
  readonly chosen?: ChosenColumns;
  readonly remembered?: RememberedColumns | undefined;
}

/** @throws request.invalid when a chosen column is none of the report */
export function mapColumns(
  rows: readonly CsvRow[],
  { chosen = {}, remembered }: ColumnHints = {},
): ColumnMapping {
  const at = headerAt(rows, remembered);
  const isChosen = Object.values(chosen).some((value) => value !== undefined);
  const known = columnsOf((rows[at]?.cells ?? []).map(columnName), remembered);
  return {
    ...known,
    header: rows[at],
    data: rows.slice(at + 1),
    idAt: place('gympassIdColumn', chosen, rows) ?? known.idAt,
    dateAt: place('dateColumn', chosen, rows) ?? known.dateAt,
    dateOrder: chosen.dateOrder ?? known.dateOrder,
    source: isChosen ? 'CHOSEN' : known.source,
  };
}

/** What is known about columns of these names. */
function columnsOf(names: readonly string[], remembered: RememberedColumns | undefined) {
  if (!remembered || !knows(names, remembered))
    return {
      idAt: idColumn(names),
      dateAt: dayColumn(names),
      dateOrder: 'DAY_FIRST',
      source: 'GUESSED',
    } as const;
  return {
    idAt: names.indexOf(remembered.idName),
    dateAt: names.indexOf(remembered.dateName),
    dateOrder: remembered.dateOrder,
    source: 'REMEMBERED',
  } as const;
}

/** The first row with both names; else the first that is no title, which fills one cell. */
function headerAt(rows: readonly CsvRow[], remembered: RememberedColumns | undefined): number {
  const first = rows.slice(0, ROWS_BEFORE_DATA).map(({ cells = [] }) => cells);
  const named = first.findIndex(
    (cells) => namesColumns(cells) || knows(cells.map(columnName), remembered),
  );
  if (named >= 0) return named;
  return Math.max(
    first.findIndex((cells) => cells.filter((cell) => cell !== '').length > 1),
    0,
  );
}

const knows = (names: readonly string[], remembered: RememberedColumns | undefined): boolean =>
  remembered !== undefined &&
  names.includes(remembered.idName) &&
  names.includes(remembered.dateName);

function place(
  path: 'gympassIdColumn' | 'dateColumn',
  chosen: ChosenColumns,
  rows: readonly CsvRow[],
): number | undefined {
  const number = chosen[path];
  if (number === undefined) return undefined;
  const columns = Math.max(0, ...rows.slice(0, 100).map(({ cells = [] }) => cells.length));
  if (number > columns)
    throw invalid({ path, detail: `must be one of the ${columns} columns of the report` });
  return number - 1;
}

/** What to remember of a mapping; undefined where the columns have no names of their own. */
export function namesOf({
  header,
  idAt,
  dateAt,
  dateOrder,
}: ColumnMapping): RememberedColumns | undefined {
  const names = (header?.cells ?? []).map(columnName);
  const [idName = '', dateName = ''] = [names[idAt], names[dateAt]];
  const isName = (name: string) => /[a-z]/.test(name) && name.length <= LONGEST_NAME;
  const isClear = [idName, dateName].every(
    (name) => isName(name) && names.indexOf(name) === names.lastIndexOf(name),
  );
  return isClear ? { idName, dateName, dateOrder } : undefined;
}

/** What is longer is a text, and may be about a person. */
const LONGEST_NAME = 60;

import type { CsvRow } from '../../platform/text/parse-csv.js';
import type { JsonLine, TableFile } from '../tables/table-file.js';
import { customerColumnsOf, type ColumnMap, type NamedColumns } from './column-mapping.js';
import { isShownOnly, type CustomerColumn } from './customer-columns.js';

export type CustomerItem = Record<string, unknown>;

/** Why a line is not stored. */
export interface LineFault {
  readonly line: number;
  readonly code: string;
  readonly reason: string;
}

/** A line as the service takes it. */
export interface CustomerLine {
  readonly line: number;
  readonly item: CustomerItem;
}

export interface CustomerLines {
  readonly lines: readonly CustomerLine[];
  readonly faults: readonly LineFault[];
}

/** Reads what can be read here; everything else the service judges. @throws CliProblem for a column that is no field */
export function customerLines(file: TableFile, named: NamedColumns): CustomerLines {
  const read =
    file.kind === 'csv'
      ? csvLines(file.rows, customerColumnsOf(file.header, named))
      : file.rows.map(jsonLine);
  return withoutRepeated(read);
}

type Read = CustomerLine | LineFault;

const csvLines = (rows: readonly CsvRow[], columns: ColumnMap): Read[] =>
  rows.map(({ line, cells }) => {
    if (!cells) return { line, code: 'import.unreadable', reason: 'its quotes do not match' };
    if (cells.slice(columns.length).some((cell) => cell !== ''))
      return {
        line,
        code: 'import.unreadable',
        reason: `has ${cells.length} cells, the first row has ${columns.length}: put cells with a separator in quotes`,
      };
    return { line, item: itemOf(cells, columns) };
  });

function itemOf(cells: readonly string[], columns: ColumnMap): CustomerItem {
  const item: CustomerItem = {};
  columns.forEach((column, at) => {
    const cell = cells[at] ?? '';
    if (column && cell !== '') put(item, column, valueOf(cell, column));
  });
  return item;
}

function put(item: CustomerItem, { path }: CustomerColumn, value: unknown): void {
  const [field = '', inner] = path;
  if (inner === undefined) item[field] = value;
  else item[field] = { ...(item[field] as object | undefined), [inner]: value };
}

/** An export, and others, write a cell that begins like a formula behind an apostrophe. */
const GUARDED = /^'(?=\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|[\t\r\n])/;
const FLAGS = new Map([
  ...['true', '1', 'yes', 'y'].map((word) => [word, true] as const),
  ...['false', '0', 'no', 'n'].map((word) => [word, false] as const),
]);

function valueOf(cell: string, { kind }: CustomerColumn): unknown {
  if (kind === 'flag') return FLAGS.get(cell.toLowerCase()) ?? cell;
  if (kind === 'id') return /^\d{1,15}$/.test(cell) ? Number(cell) : cell;
  return cell.replace(GUARDED, '');
}

function jsonLine({ line, value }: JsonLine): Read {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { line, code: 'import.unreadable', reason: 'is no JSON object' };
  const fields = Object.entries(value).filter(([name]) => !isShownOnly(name));
  const item = Object.fromEntries(fields);
  const { cardNumber: card } = item;
  return { line, item: typeof card === 'string' ? { ...item, cardNumber: { value: card } } : item };
}

/** What names a person, so that the same file can be imported again. */
const KEYS = ['number', 'gympassId', 'gympassUserId'] as const;

function withoutRepeated(read: readonly Read[]): CustomerLines {
  const seen = new Map<string, number>();
  const lines: CustomerLine[] = [];
  const faults: LineFault[] = [];
  for (const one of read) {
    const fault = 'item' in one ? keyFault(one, seen) : one;
    if (fault) faults.push(fault);
    else if ('item' in one) lines.push(one);
  }
  return { lines, faults };
}

function keyFault({ line, item }: CustomerLine, seen: Map<string, number>): LineFault | undefined {
  if (!isFoundAgain(item))
    return {
      line,
      code: 'import.no-key',
      reason:
        'names nothing by which the person is found again: number, gympassId, gympassUserId, cardNumber, or email with firstName and lastName',
    };
  for (const key of KEYS) {
    const value = item[key];
    if (typeof value !== 'string') continue;
    const earlier = seen.get(`${key}:${value}`);
    if (earlier !== undefined)
      return { line, code: 'import.repeated', reason: `has the ${key} of line ${earlier}` };
    seen.set(`${key}:${value}`, line);
  }
  return undefined;
}

const isFoundAgain = (item: CustomerItem): boolean =>
  [...KEYS, 'cardNumber'].some((key) => item[key] !== undefined && item[key] !== null) ||
  ['email', 'firstName', 'lastName'].every((key) => Boolean(item[key]));

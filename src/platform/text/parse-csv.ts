/** One row of a CSV file. */
export interface CsvRow {
  /** Where it begins, counted from 1 as an editor does. */
  readonly line: number;
  /** Undefined when its quotes do not match. */
  readonly cells: readonly string[] | undefined;
}

type IsHeader = (cells: readonly string[]) => boolean;

interface CsvOptions {
  readonly mostRows?: number;
  /** Recognises the row with the names of the columns, which need not be the first one. */
  readonly isHeader?: IsHeader;
}

/** Where the separator is looked for. */
const FIRST_LINES = 10;
const SEPARATORS = [';', ',', '\t'];

/** A first line that names the separator for Excel. */
const NAMED_SEPARATOR = /^\s*"?sep=([;,\t|])"?[;,\t ]*(?:\r\n|\n|\r|$)/i;

/**
 * RFC 4180, with or without a byte order mark; the separator is that of `sep=` or of the first row. Empty rows are left
 * out.
 */
export function parseCsv(text: string, options: CsvOptions = {}): CsvRow[] {
  const { mostRows = Number.MAX_SAFE_INTEGER, isHeader } = options;
  const clean = text.replace(/^\uFEFF/, '');
  const begin = NAMED_SEPARATOR.exec(clean)?.[0].length ?? 0;
  const cell = cellOf(separatorIn(clean, isHeader));
  const rows: CsvRow[] = [];
  let line = 1 + newlinesIn(clean.slice(0, begin));
  for (let at = begin; at < clean.length && rows.length < mostRows;) {
    const { cells, end } = readRow(clean, at, cell);
    if (cells?.some((cell) => cell !== '') ?? true) rows.push({ line, cells });
    line += newlinesIn(clean.slice(at, end));
    at = end;
  }
  return rows;
}

/** A cell and what ends it. */
const cellOf = (separator: string) =>
  new RegExp(
    `(?: *"((?:[^"]|"")*)" *|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?)([${separator}]|\\r\\n|\\n|\\r|$)`,
    'y',
  );

/** A row from `start`, and where the next one begins. */
function readRow(text: string, start: number, cell: RegExp) {
  const cells: string[] = [];
  cell.lastIndex = start;
  for (;;) {
    const from = cell.lastIndex;
    const [, quoted, plain = '', ending] = cell.exec(text) ?? [];
    if (ending === undefined) return { cells: undefined, end: nextLine(text, from) };
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (ending === '' || /[\r\n]/.test(ending)) return { cells, end: cell.lastIndex };
  }
}

/** The separator that `sep=` names; else that of the row with the names of the columns, else of the first that has one. */
export function separatorIn(text: string, isHeader: IsHeader = () => false): string {
  const clean = text.replace(/^\uFEFF/, '');
  const named = NAMED_SEPARATOR.exec(clean)?.[1];
  if (named !== undefined) return named;
  const lines = clean.trimStart().split(/\r\n|\n|\r/, FIRST_LINES);
  const ofHeader = SEPARATORS.find((one) => lines.some((line) => isHeader(line.split(one))));
  const first = lines.find((line) => SEPARATORS.some((one) => line.includes(one))) ?? '';
  const count = (separator: string) => first.split(separator).length;
  return ofHeader ?? SEPARATORS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

const newlinesIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

function nextLine(text: string, from: number): number {
  const rest = /\r\n|\n|\r/.exec(text.slice(from));
  return rest ? from + rest.index + rest[0].length : text.length;
}

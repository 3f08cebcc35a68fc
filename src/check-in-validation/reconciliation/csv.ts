/** One row of a CSV file. */
export interface CsvRow {
  /** Where it begins, counted from 1 as an editor does. */
  readonly line: number;
  /** Undefined when its quotes do not match. */
  readonly cells: readonly string[] | undefined;
}

const SEPARATORS = [';', ',', '\t'];

/** A first line that names the separator for Excel. */
const NAMED_SEPARATOR = /^\s*"?sep=([;,\t|])"?[;,\t ]*(?:\r\n|\n|\r|$)/i;

/**
 * RFC 4180, with or without a byte order mark; the separator is that of `sep=` or of the first row. Empty rows are left
 * out.
 */
export function parseCsv(text: string): CsvRow[] {
  const clean = text.replace(/^\uFEFF/, '');
  const named = NAMED_SEPARATOR.exec(clean);
  const begin = named?.[0].length ?? 0;
  const separator = named?.[1] ?? separatorOf(clean);
  const rows: CsvRow[] = [];
  let line = 1 + newlinesIn(clean.slice(0, begin));
  for (let at = begin; at < clean.length;) {
    const { cells, end } = readRow(clean, at, separator);
    if (cells?.some((cell) => cell !== '') ?? true) rows.push({ line, cells });
    line += newlinesIn(clean.slice(at, end));
    at = end;
  }
  return rows;
}

/** A row from `start`, and where the next one begins. */
function readRow(text: string, start: number, separator: string) {
  const cell = new RegExp(
    `(?: *"((?:[^"]|"")*)" *|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?)([${separator}]|\\r\\n|\\n|\\r|$)`,
    'y',
  );
  const cells: string[] = [];
  cell.lastIndex = start;
  for (;;) {
    const from = cell.lastIndex;
    const [, quoted, plain = '', ending] = cell.exec(text) ?? [];
    if (ending === undefined) return { cells: undefined, end: nextLine(text, from) };
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (ending !== separator) return { cells, end: cell.lastIndex };
  }
}

function separatorOf(text: string): string {
  const [header = ''] = text.trimStart().split(/[\r\n]/, 1);
  const count = (separator: string) => header.split(separator).length;
  return SEPARATORS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

const newlinesIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

function nextLine(text: string, from: number): number {
  const rest = /\r\n|\n|\r/.exec(text.slice(from));
  return rest ? from + rest.index + rest[0].length : text.length;
}

import { terminalSafe } from '../terminal/terminal-safe.js';
import { tableText } from '../terminal/table.js';

interface Row {
  readonly line: number | null;
  readonly gympassId: string | null;
  readonly date: string;
  readonly why: string;
  readonly customerId: number | null;
}

/** What the service answers, as far as it is shown. */
export interface FoundDifferences {
  readonly both: readonly unknown[];
  readonly onlyOurs: readonly (Row & { readonly checkInId: string })[];
  readonly onlyWellhub: readonly Row[];
  readonly badRows: readonly { readonly line: number; readonly reason: string }[];
}

export interface Preview {
  readonly columns: readonly { readonly number: number; readonly name: string }[];
  readonly rowCount: number;
  readonly mapping: {
    readonly gympassIdColumn: number | null;
    readonly dateColumn: number | null;
    readonly dateOrder: string | null;
  };
}

const COLUMNS = ['line', 'Wellhub id', 'date', 'customer', 'likely because'];

export const comparisonLines = ({
  both,
  onlyOurs,
  onlyWellhub,
  badRows,
}: FoundDifferences): string[] => [
  `${both.length} on both sides, ${onlyOurs.length} only here, ${onlyWellhub.length} only at Wellhub, ${badRows.length} bad rows`,
  ...list('Only here: validated, and not in the report', onlyOurs),
  ...list('Only at Wellhub: in the report, and not validated here', onlyWellhub),
  ...(badRows.length > 0 ? ['', 'Rows that cannot be read'] : []),
  ...badRows.map(({ line, reason }) => `line ${line}: ${terminalSafe(reason)}`),
];

const list = (title: string, rows: readonly Row[]): string[] =>
  rows.length === 0 ? [] : ['', title, ...tableText(COLUMNS, rows.map(cellsOf))];

const cellsOf = ({ line, gympassId, date, customerId, why }: Row) => [
  line,
  gympassId,
  date,
  customerId,
  why,
];

export function previewLines({ columns, rowCount, mapping }: Preview): string[] {
  const { gympassIdColumn, dateColumn, dateOrder } = mapping;
  const meaning = (number: number) => {
    if (number === gympassIdColumn) return 'Wellhub id';
    return number === dateColumn ? `date${dateOrder === null ? '' : ` (${dateOrder})`}` : '';
  };
  const rows = columns.map(({ number, name }) => [number, name, meaning(number)]);
  return [`${rowCount} rows`, ...tableText(['column', 'name', 'taken for'], rows)];
}

import { invalid } from '../../platform/errors/request-errors.js';
import { mapColumns, type ColumnHints, type ColumnMapping } from './column-mapping.js';
import { missingColumns, readRows, type ReadRows } from './portal-report.js';
import type { ReportTable } from './report-table.js';
import { suggestColumns } from './suggested-columns.js';

/** What a report looks like before it is compared. */
export interface ReportPreview {
  readonly table: ReportTable;
  readonly mapping: ColumnMapping;
  readonly missing: readonly string[];
  /** Undefined while a column is missing. */
  readonly read: ReadRows | undefined;
}

/** @throws request.invalid when there is no table */
export function previewOf(table: ReportTable, hints: ColumnHints, timeZone: string): ReportPreview {
  if (table.rows.length === 0) throw invalid({ path: 'body', detail: 'has no row with text' });
  if (isGibberish(table))
    throw invalid({
      path: 'body',
      detail: 'is no table that can be read: save it as .xlsx without a password, or as CSV',
    });
  const mapping = suggestColumns(mapColumns(table.rows, hints), timeZone);
  const missing = missingColumns(mapping);
  const read = missing.length === 0 ? readRows(mapping, timeZone) : undefined;
  return { table, mapping, missing, read };
}

/** Pictures, PDFs and archives hold characters that no spreadsheet writes. */
const UNUSUAL = /[^\P{Cc}\t\r\n]|\uFFFD/u;

const isGibberish = ({ rows }: ReportTable): boolean =>
  rows.slice(0, 10).some(({ cells = [] }) => cells.some((cell) => UNUSUAL.test(cell)));

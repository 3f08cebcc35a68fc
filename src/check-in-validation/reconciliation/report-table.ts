import { invalid } from '../../platform/errors/request-errors.js';
import { parseCsv, separatorIn, type CsvRow } from '../../platform/text/parse-csv.js';
import { decodeTable, type TextEncodingName } from '../../platform/text/table-text.js';
import { namesColumns } from './report-columns.js';
import { isSpreadsheet, xlsxRows } from './xlsx-report.js';

const MOST_ROWS = 20_000;

/** A file as it was saved, before anything in it means something. */
export interface ReportTable {
  readonly format: 'CSV' | 'XLSX';
  /** Null of an Excel file. */
  readonly encoding: TextEncodingName | null;
  readonly separator: string | null;
  /** Those with a cell that holds something. */
  readonly rows: readonly CsvRow[];
}

/** Reads a table, whichever way it was saved. @throws request.invalid */
export async function readTable(file: Buffer): Promise<ReportTable> {
  const table = isSpreadsheet(file) ? await spreadsheet(file) : csv(file);
  if (table.rows.length > MOST_ROWS)
    throw invalid({ path: 'body', detail: `has more than ${MOST_ROWS} rows: split it by day` });
  return table;
}

const spreadsheet = async (file: Buffer): Promise<ReportTable> => ({
  format: 'XLSX',
  encoding: null,
  separator: null,
  rows: await xlsxRows(file, MOST_ROWS + 1),
});

function csv(file: Buffer): ReportTable {
  const { text, encoding } = decodeTable(file);
  const rows = parseCsv(text, { mostRows: MOST_ROWS + 1, isHeader: namesColumns });
  return { format: 'CSV', encoding, separator: separatorIn(text, namesColumns), rows };
}

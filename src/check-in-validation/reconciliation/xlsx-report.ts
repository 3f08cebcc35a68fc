import { inflateRawSync } from 'node:zlib';
import type { CellValue } from 'hucre/xlsx';
import { invalid } from '../../platform/errors/request-errors.js';
import type { CsvRow } from '../../platform/text/parse-csv.js';

const ZIP = Buffer.of(0x50, 0x4b, 0x03, 0x04);
/** Excel files before 2007, and those with a password. */
const COMPOUND = Buffer.of(0xd0, 0xcf, 0x11, 0xe0);
const UNREADABLE =
  'is no Excel file that can be read: save it as .xlsx without a password, or as CSV';

export const isSpreadsheet = (bytes: Buffer): boolean =>
  [ZIP, COMPOUND].some((mark) => bytes.subarray(0, mark.length).equals(mark));

/** The rows of the first sheet that has some: values as stored, no formula is run. @throws request.invalid */
export async function xlsxRows(bytes: Buffer, maxRows: number): Promise<CsvRow[]> {
  try {
    refuseBomb(bytes);
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(bytes, {
      maxRows,
      sheets: ({ hidden }) => !hidden,
    });
    const rows = sheets.map((sheet) => sheet.rows).find((some) => some.length > 0) ?? [];
    return rows
      .map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch {
    throw invalid({ path: 'body', detail: UNREADABLE });
  }
}

/** A date of a spreadsheet has no zone: it is the gym's own clock. */
function cellText(value: CellValue): string {
  if (value instanceof Date) return value.toISOString().slice(0, 19);
  return value === null || typeof value === 'object' ? '' : String(value).trim();
}

const MOST_INFLATED = 8 * 1024 * 1024;
const CENTRAL = Buffer.of(0x50, 0x4b, 0x01, 0x02);
const DEFLATED = 8;

/** Checks how large a file inflates to before it is read. @throws RangeError */
function refuseBomb(bytes: Buffer): void {
  let left = MOST_INFLATED;
  for (let at = bytes.indexOf(CENTRAL); at >= 0; at = bytes.indexOf(CENTRAL, at + 4)) {
    const start = bytes.readUInt32LE(at + 42);
    const begin = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20));
    const isDeflated = bytes.readUInt16LE(at + 10) === DEFLATED;
    left -= isDeflated ? inflateRawSync(packed, { maxOutputLength: left }).length : packed.length;
    if (left <= 0) throw new RangeError('the file unpacks to too much');
  }
}

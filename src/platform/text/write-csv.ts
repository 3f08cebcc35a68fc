/** Also behind blanks, and in the wide letters of Asia. */
const FORMULA = /^(?:\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|[\t\r\n])/;

/** A CSV file with CRLF (RFC 4180). */
export const writeCsv = (rows: readonly (readonly unknown[])[]): string =>
  rows.map((cells) => `${cells.map(written).join(',')}\r\n`).join('');

/** A spreadsheet would take a cell that begins like a formula for one. */
function written(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

import type { ReportPreview } from './report-preview.js';

const SHOWN_ROWS = 10;
const SHOWN_COLUMNS = 40;
const SHOWN_CHARACTERS = 120;

const shown = (cells: readonly string[] = []) =>
  cells.slice(0, SHOWN_COLUMNS).map((cell) => cell.slice(0, SHOWN_CHARACTERS));

const numberOf = (at: number) => (at < 0 ? null : at + 1);

export class PreviewDto {
  static from({ table, mapping, missing, read }: ReportPreview) {
    const { format, encoding, separator, rows } = table;
    const { header, data, idAt, dateAt, dateOrder, source } = mapping;
    const days = read?.visits.map(({ day }) => day).sort() ?? [];
    const width = Math.max(...rows.slice(0, SHOWN_ROWS).map(({ cells = [] }) => cells.length));
    const names = shown(header?.cells);
    return {
      format,
      encoding,
      separator,
      headerLine: header?.line ?? null,
      columns: Array.from({ length: Math.min(width, SHOWN_COLUMNS) }, (_, at) => ({
        number: at + 1,
        name: names[at] ?? '',
      })),
      rowCount: data.length,
      rows: data.slice(0, SHOWN_ROWS).map(({ line, cells }) => ({ line, cells: shown(cells) })),
      mapping: {
        gympassIdColumn: numberOf(idAt),
        dateColumn: numberOf(dateAt),
        dateOrder,
        source,
      },
      missing,
      readable: read
        ? {
            count: read.visits.length,
            firstDay: days[0] ?? null,
            lastDay: days.at(-1) ?? null,
            badRowCount: read.badRows.length,
            badRows: read.badRows.slice(0, SHOWN_ROWS),
          }
        : null,
    };
  }
}

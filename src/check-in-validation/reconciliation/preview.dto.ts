import { Answer } from '../../platform/http/answer-fields.js';
import { BadRowDto } from './comparison-rows.dto.js';
import { DATE_ORDERS, type DateOrder } from './report-day.js';
import type { ReportPreview } from './report-preview.js';

const SHOWN_ROWS = 10;
const SHOWN_COLUMNS = 40;
const SHOWN_CHARACTERS = 120;

const shown = (cells: readonly string[] = []) =>
  cells.slice(0, SHOWN_COLUMNS).map((cell) => cell.slice(0, SHOWN_CHARACTERS));

const numberOf = (at: number) => (at < 0 ? null : at + 1);

class ReportColumnDto {
  @Answer.whole('Counted from 1')
  number!: number;

  @Answer.text('As the header has it; empty without one')
  name!: string;
}

class ReportRowDto {
  @Answer.whole()
  line!: number;

  @Answer.texts()
  cells!: string[];
}

class ReportMappingDto {
  @Answer.whole('Null: no column was found', { nullable: true })
  gympassIdColumn!: number | null;

  @Answer.whole('Null: no column was found', { nullable: true })
  dateColumn!: number | null;

  @Answer.oneOf(DATE_ORDERS, 'What comes first in 03/10/2026')
  dateOrder!: DateOrder;

  @Answer.oneOf(['CHOSEN', 'REMEMBERED', 'GUESSED'] as const)
  source!: 'CHOSEN' | 'REMEMBERED' | 'GUESSED';
}

class ReadableRowsDto {
  @Answer.whole()
  count!: number;

  @Answer.date(undefined, { nullable: true })
  firstDay!: string | null;

  @Answer.date(undefined, { nullable: true })
  lastDay!: string | null;

  @Answer.whole()
  badRowCount!: number;

  @Answer.list(() => BadRowDto, 'The first ten')
  badRows!: BadRowDto[];
}

/** What a report looks like. */
export class PreviewDto {
  @Answer.oneOf(['CSV', 'XLSX'] as const)
  format!: 'CSV' | 'XLSX';

  @Answer.text('Of a CSV', { nullable: true, example: 'utf-8' })
  encoding!: string | null;

  @Answer.text('Of a CSV', { nullable: true, example: ';' })
  separator!: string | null;

  @Answer.whole('Null: there is no header', { nullable: true })
  headerLine!: number | null;

  @Answer.list(() => ReportColumnDto)
  columns!: ReportColumnDto[];

  @Answer.whole('Without the header')
  rowCount!: number;

  @Answer.list(() => ReportRowDto, 'The first ten, cut where they are long')
  rows!: ReportRowDto[];

  @Answer.object(() => ReportMappingDto, 'Which columns are taken for what')
  mapping!: ReportMappingDto;

  @Answer.texts('Columns that must be named before it can be compared')
  missing!: readonly string[];

  @Answer.object(() => ReadableRowsDto, 'Null while a column is missing', { nullable: true })
  readable!: ReadableRowsDto | null;

  static from({ table, mapping, missing, read }: ReportPreview): PreviewDto {
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

import { CalendarDate, Text } from '../../platform/http/fields.js';
import { writeCsv } from '../../platform/text/write-csv.js';
import type { BadRow, ReportedVisit } from './portal-report.js';
import type { Comparison, ValidatedCheckIn } from './reconcile.js';

const MONTH = { pattern: /^20\d\d-(0[1-9]|1[0-2])$/, message: 'must be a month, such as 2026-10' };

export class ReconciliationQuery {
  @Text({ shape: MONTH, example: '2026-10' })
  month!: string;

  @CalendarDate({ optional: true, description: 'First day, when only a part of the month counts' })
  from?: string;

  @CalendarDate({ optional: true, description: 'Last day, included' })
  to?: string;
}

type Compared = Comparison & { badRows: BadRow[] };

export class ValidatedCheckInDto {
  static from(row: ValidatedCheckIn) {
    return {
      checkInId: row.id,
      gympassId: row.wellhubId,
      date: row.localDay,
      validatedAt: row.validatedAt,
      bookingNumber: row.bookingNumber,
      alreadyValidated: row.alreadyValidated,
    };
  }
}

class ReportedVisitDto {
  static from({ line, wellhubId, day }: ReportedVisit) {
    return {
      line,
      gympassId: wellhubId,
      date: day,
    };
  }
}

export class ComparisonDto {
  static from({ both, onlyOurs, onlyWellhub, badRows }: Compared) {
    return {
      both: both.map(({ ours, theirs }) => ({
        line: theirs.line,
        ...ValidatedCheckInDto.from(ours),
      })),
      onlyOurs: onlyOurs.map(ValidatedCheckInDto.from),
      onlyWellhub: onlyWellhub.map(ReportedVisitDto.from),
      badRows,
    };
  }
}

const COLUMNS = [
  'gympass_id',
  'date',
  'check_in_id',
  'validated_at',
  'booking_number',
  'already_validated',
];

const ourCells = (row: ValidatedCheckIn) => [
  row.wellhubId,
  row.localDay,
  row.id,
  row.validatedAt.toISOString(),
  row.bookingNumber,
  row.alreadyValidated,
];

/** A list that `POST` understands as a report. */
export const validatedCsv = (rows: readonly ValidatedCheckIn[]): string =>
  writeCsv([COLUMNS, ...rows.map(ourCells)]);

const NOTHING: readonly null[] = COLUMNS.map(() => null);

/** One row per finding; `line` is that of the report. */
export const comparisonCsv = ({ both, onlyOurs, onlyWellhub, badRows }: Compared): string =>
  writeCsv([
    ['result', 'line', ...COLUMNS, 'reason'],
    ...both.map(({ ours, theirs }) => ['both', theirs.line, ...ourCells(ours), null]),
    ...onlyOurs.map((row) => ['only_ours', null, ...ourCells(row), null]),
    ...onlyWellhub.map(({ line, wellhubId, day }) => [
      'only_wellhub',
      line,
      wellhubId,
      day,
      ...NOTHING.slice(2),
      null,
    ]),
    ...badRows.map(({ line, reason }) => ['bad_row', line, ...NOTHING, reason]),
  ]);

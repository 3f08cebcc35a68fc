import { Answer } from '../../platform/http/answer-fields.js';
import { CalendarDate, OneOf, QueryNumber, Text } from '../../platform/http/fields.js';
import { writeCsv } from '../../platform/text/write-csv.js';
import type { ChosenColumns } from './column-mapping.js';
import type { ValidatedCheckIn } from './reconcile.js';
import { DATE_ORDERS, type DateOrder } from './report-day.js';

const MONTH = { pattern: /^20\d\d-(0[1-9]|1[0-2])$/, message: 'must be a month, such as 2026-10' };
const MOST_COLUMNS = 500;

/** The lists of a comparison. */
export const COMPARISON_LISTS = ['both', 'onlyOurs', 'onlyWellhub', 'badRows'] as const;
export type ComparisonList = (typeof COMPARISON_LISTS)[number];

export class ReconciliationQuery {
  @Text({ shape: MONTH, example: '2026-10' })
  month!: string;

  @CalendarDate({ optional: true, description: 'First day, when only a part of the month counts' })
  from?: string;

  @CalendarDate({ optional: true, description: 'Last day, included' })
  to?: string;
}

const Column = () =>
  QueryNumber({ optional: true, min: 1, max: MOST_COLUMNS, description: 'Counted from 1' });
const DateOrderField = () =>
  OneOf(DATE_ORDERS, { optional: true, description: 'What comes first in 03/10/2026' });

/** Which columns of a report count; what is left out is remembered or guessed. */
export class PreviewQuery implements ChosenColumns {
  @Column()
  gympassIdColumn?: number;

  @Column()
  dateColumn?: number;

  @DateOrderField()
  dateOrder?: DateOrder;
}

export class ComparisonQuery extends ReconciliationQuery implements ChosenColumns {
  @Column()
  gympassIdColumn?: number;

  @Column()
  dateColumn?: number;

  @DateOrderField()
  dateOrder?: DateOrder;

  @OneOf(COMPARISON_LISTS, { optional: true, description: 'Only this one' })
  list?: ComparisonList;
}

/** A check-in that Wellhub should pay. */
export class ValidatedCheckInDto {
  @Answer.uuid()
  checkInId!: string;

  @Answer.text('The Wellhub id; null once the person was erased', { nullable: true })
  gympassId!: string | null;

  @Answer.date('Day of the check-in at the gym')
  date!: string;

  @Answer.instant()
  validatedAt!: Date;

  @Answer.text('Of a booked class', { nullable: true })
  bookingNumber!: string | null;

  @Answer.flag('Wellhub said that it had been validated before')
  alreadyValidated!: boolean;

  static from(row: ValidatedCheckIn): ValidatedCheckInDto {
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

/** The validated check-ins of a month. */
export class ValidatedMonthDto {
  @Answer.id()
  gymId!: number;

  @Answer.text('`YYYY-MM`', { example: '2026-10' })
  month!: string;

  @Answer.list(() => ValidatedCheckInDto)
  validated!: ValidatedCheckInDto[];
}

export const OUR_COLUMNS = [
  'gympass_id',
  'date',
  'check_in_id',
  'validated_at',
  'booking_number',
  'already_validated',
];

export const ourCells = (row: ValidatedCheckIn) => [
  row.wellhubId,
  row.localDay,
  row.id,
  row.validatedAt.toISOString(),
  row.bookingNumber,
  row.alreadyValidated,
];

/** A list that `POST` understands as a report. */
export const validatedCsv = (rows: readonly ValidatedCheckIn[]): string =>
  writeCsv([OUR_COLUMNS, ...rows.map(ourCells)]);

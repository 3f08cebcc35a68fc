import { Answer } from '../../platform/http/answer-fields.js';
import { CalendarDate, Ids, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { PASS_TYPES, type AccessPass, type PassType } from '../passes/access-pass.js';

const CLEARABLE = { optional: true, nullable: true } as const;
const MOST_ENTRIES = 1_000;
const MOST_GYMS = 1_000;

class PassFieldsDto {
  @Ids({ ...CLEARABLE, min: 1, max: MOST_GYMS, description: 'Null: every gym' })
  gymIds?: number[] | null;

  @CalendarDate({
    ...CLEARABLE,
    description: 'The last day, by the clock of the gym; a guest needs one',
  })
  validUntil?: string | null;

  @Whole({
    ...CLEARABLE,
    min: 1,
    max: MOST_ENTRIES,
    description: 'How many visits; of guests only, who need it',
  })
  entries?: number | null;

  @Text({ ...CLEARABLE, max: 200 })
  note?: string | null;
}

export class CreateAccessPassDto extends PassFieldsDto {
  @OneOf(PASS_TYPES)
  type!: PassType;

  @CalendarDate()
  validFrom!: string;
}

/** `PATCH /passes/{id}`. */
export class ChangeAccessPassDto extends PassFieldsDto {
  @OneOf(PASS_TYPES, { optional: true })
  type?: PassType;

  @CalendarDate({ optional: true })
  validFrom?: string;
}

/** A right to enter without a contract and without a check-in. */
export class AccessPassDto {
  @Answer.id()
  id!: number;

  @Answer.id()
  customerId!: number;

  @Answer.oneOf(PASS_TYPES, 'STAFF enters whatever the rules say; GUEST as the rules allow')
  type!: PassType;

  @Answer.ids('Null: every gym', { nullable: true })
  gymIds!: readonly number[] | null;

  @Answer.date('The first day, by the clock of the gym')
  validFrom!: string;

  @Answer.date('The last day', { nullable: true })
  validUntil!: string | null;

  @Answer.whole('How many visits; null for staff', { nullable: true })
  entries!: number | null;

  @Answer.whole('Null for staff', { nullable: true })
  entriesLeft!: number | null;

  @Answer.schema<readonly Date[]>(
    { type: 'array', items: { type: 'string', format: 'date-time' } },
    'The last ten visits that used an entry, the newest first',
  )
  usedAt!: readonly Date[];

  @Answer.text(undefined, { nullable: true })
  note!: string | null;

  static from(row: AccessPass): AccessPassDto {
    return {
      id: row.id,
      customerId: row.customerId,
      type: row.type,
      gymIds: row.gymIds,
      validFrom: row.validFrom,
      validUntil: row.validUntil,
      entries: row.entries,
      entriesLeft: row.entries === null ? null : row.entries - row.entriesUsed,
      usedAt: row.usedAt,
      note: row.note,
    };
  }
}

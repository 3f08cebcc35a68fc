import { Answer } from '../../platform/http/answer-fields.js';
import { Id, Instant, Text, Whole } from '../../platform/http/fields.js';
import { referenceOf } from '../scan/references.js';
import { ENTRY_RIGHTS, type EntryRight, type Refusal } from '../scan/scan.js';
import type { CheckedEntry } from './access-check.js';

export class AccessCheckRequestDto {
  @Id()
  customerId!: number;

  @Id({
    optional: true,
    description: 'A device of the gym; absent: no rule that names devices fits',
  })
  deviceId?: number;

  @Instant({ optional: true, description: 'Within 400 days; absent: now' })
  at?: Date;

  @Whole({
    optional: true,
    max: 100_000,
    description: 'How many people are inside; absent: as now',
  })
  inside?: number;

  @Text({ optional: true, max: 100, description: 'The product of the Wellhub check-in' })
  wellhubProduct?: string;
}

export const ACCESS_CHECKS = ['9', '9a', '9b', '9c', '9d', '9e'] as const;

class AccessStepDto {
  @Answer.oneOf(ACCESS_CHECKS)
  check!: (typeof ACCESS_CHECKS)[number];

  @Answer.flag()
  ok!: boolean;

  @Answer.text('What was compared, for people', { nullable: true })
  detail!: string | null;
}

class DecidingRuleDto {
  @Answer.id()
  id!: number;

  @Answer.text()
  name!: string;
}

/** What a door would answer and why; it changes nothing. */
export class AccessCheckDto {
  @Answer.text(
    '`OPEN`, `ASK_WELLHUB` or `PROBE` (a call to Wellhub would decide), or the name of the refusal',
  )
  result!: string;

  @Answer.oneOf(ENTRY_RIGHTS, 'The right that would be used, or is refused', { nullable: true })
  right!: EntryRight | null;

  @Answer.object(() => DecidingRuleDto, 'null: no rule decided', { nullable: true })
  rule!: DecidingRuleDto | null;

  @Answer.text('Where the reason stands', { nullable: true, example: 'accessRule/17' })
  reference!: string | null;

  @Answer.text('The wall clock of the gym', { example: '2027-01-04T09:00:00+01:00' })
  local!: string;

  @Answer.list(() => AccessStepDto, 'Each check by itself; the first that fails decides')
  steps!: AccessStepDto[];

  @Answer.instant('Where hours or the day refuse: when it opens within a week', { nullable: true })
  nextOpening!: Date | null;

  static from(row: CheckedEntry): AccessCheckDto {
    const { verdict, right, ruleId, ruleName, local, offsetMinutes, nextOpening } = row;
    return {
      result: RESULTS[verdict] ?? verdict,
      right,
      rule: ruleId === null || ruleName === null ? null : { id: ruleId, name: ruleName },
      reference: referenceOf(row, verdict as Refusal) ?? null,
      local: `${local}${offsetText(offsetMinutes)}`,
      steps: stepsOf(row),
      nextOpening,
    };
  }
}

const RESULTS: Readonly<Record<string, string>> = { VALIDATE: 'ASK_WELLHUB' };

function offsetText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Leaving needs none of them. */
function stepsOf(row: CheckedEntry): AccessStepDto[] {
  if (row.way === 'OUT') return [];
  const allowed = row.ruleName === null ? row.right : `${row.right}, ${row.ruleName}`;
  const place = row.capacity === null ? null : `${row.inside ?? 0} of ${row.capacity}`;
  return [
    { check: '9', ok: row.isUnrestricted, detail: null },
    { check: '9a', ok: row.isOpenDay, detail: row.closingDay },
    { check: '9b', ok: row.isOfAge, detail: row.age === null ? null : `age ${row.age}` },
    { check: '9c', ok: row.isNotInside, detail: null },
    { check: '9d', ok: row.isAllowed, detail: allowed },
    { check: '9e', ok: row.hasPlace, detail: place },
  ];
}

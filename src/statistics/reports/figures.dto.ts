import { ApiProperty } from '@nestjs/swagger';
import { LOSS_REASONS, type LossReason } from '../../check-in-validation/index.js';

interface Counted {
  readonly result: string;
  readonly count: number;
}

export const Count = (description?: string) =>
  ApiProperty({ type: 'integer', ...(description && { description }) });

export const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((all, { count }) => all + count, 0);

export class CheckInFiguresDto {
  @Count('validated: Wellhub should pay')
  paid!: number;

  @Count()
  waiting!: number;

  @Count('waiting, and half of the time to validate has passed')
  atRisk!: number;

  @Count()
  expired!: number;

  @Count()
  canceled!: number;

  @Count()
  notFound!: number;

  @Count()
  rejected!: number;

  static from(rows: readonly Counted[]): CheckInFiguresDto {
    const count = (result: string) => sum(rows.filter((row) => row.result === result));
    return {
      paid: count('PAID'),
      waiting: count('WAITING'),
      atRisk: count('AT_RISK'),
      expired: count('EXPIRED'),
      canceled: count('CANCELED'),
      notFound: count('NOT_FOUND'),
      rejected: count('REJECTED'),
    };
  }
}

class LossDto {
  @ApiProperty({ enum: LOSS_REASONS })
  reason!: LossReason;

  @Count()
  count!: number;
}

/** What check-ins bring, and why some bring nothing. */
export class MoneyFiguresDto {
  @Count('validated: Wellhub should pay')
  paid!: number;

  @Count()
  waiting!: number;

  @Count('waiting, and half of the time to validate has passed')
  atRisk!: number;

  @Count('will not be paid')
  lost!: number;

  @ApiProperty({ type: [LossDto], description: 'Why, the most frequent first' })
  losses!: LossDto[];

  static from(rows: readonly Counted[]): MoneyFiguresDto {
    const count = (result: string) => sum(rows.filter((row) => row.result === result));
    const losses = LOSS_REASONS.map((reason) => ({ reason, count: count(reason) }));
    return {
      paid: count('PAID'),
      waiting: count('WAITING'),
      atRisk: count('AT_RISK'),
      lost: sum(losses),
      losses: losses.filter((loss) => loss.count > 0).sort((a, b) => b.count - a.count),
    };
  }
}

class RefusalsDto {
  @ApiProperty({ example: 'ACCESS_CODE_EXPIRED' })
  reason!: string;

  @Count()
  count!: number;
}

const ADMITTED = ['OPEN', 'REPEAT'];

export class ScanFiguresDto {
  @Count()
  admitted!: number;

  @Count()
  refused!: number;

  @ApiProperty({ type: [RefusalsDto], description: 'The most frequent first' })
  refusals!: RefusalsDto[];

  static from(rows: readonly Counted[]): ScanFiguresDto {
    const refused = rows.filter(({ result }) => !ADMITTED.includes(result));
    const reasons = [...new Set(refused.map(({ result }) => result))];
    const refusals = reasons.map((reason) => ({
      reason,
      count: sum(refused.filter(({ result }) => result === reason)),
    }));
    return {
      admitted: sum(rows) - sum(refused),
      refused: sum(refused),
      refusals: refusals.toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    };
  }
}

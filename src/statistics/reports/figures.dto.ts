import { Answer } from '../../platform/http/answer-fields.js';
import { LOSS_REASONS, type LossReason } from '../../check-in-validation/index.js';

interface Counted {
  readonly result: string;
  readonly count: number;
}

export const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((all, { count }) => all + count, 0);

export class CheckInFiguresDto {
  @Answer.whole('validated: Wellhub should pay')
  paid!: number;

  @Answer.whole()
  waiting!: number;

  @Answer.whole('waiting, and half of the time to validate has passed')
  atRisk!: number;

  @Answer.whole()
  expired!: number;

  @Answer.whole()
  canceled!: number;

  @Answer.whole()
  notFound!: number;

  @Answer.whole()
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
  @Answer.oneOf(LOSS_REASONS)
  reason!: LossReason;

  @Answer.whole()
  count!: number;
}

/** What check-ins bring, and why some bring nothing. */
export class MoneyFiguresDto {
  @Answer.whole('validated: Wellhub should pay')
  paid!: number;

  @Answer.whole()
  waiting!: number;

  @Answer.whole('waiting, and half of the time to validate has passed')
  atRisk!: number;

  @Answer.whole('will not be paid')
  lost!: number;

  @Answer.list(() => LossDto, 'Why, the most frequent first')
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
  @Answer.text(undefined, { example: 'ACCESS_CODE_EXPIRED' })
  reason!: string;

  @Answer.whole()
  count!: number;
}

const ADMITTED = ['OPEN', 'REPEAT'];

export class ScanFiguresDto {
  @Answer.whole()
  admitted!: number;

  @Answer.whole()
  refused!: number;

  @Answer.list(() => RefusalsDto, 'The most frequent first')
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

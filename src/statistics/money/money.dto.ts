import { Answer } from '../../platform/http/answer-fields.js';
import { LOSS_REASONS } from '../../check-in-validation/index.js';
import { CalendarDate, OneOf, Text } from '../../platform/http/fields.js';
import { requireId } from '../../platform/http/parameters.js';
import { writeCsv } from '../../platform/text/write-csv.js';
import { MoneyFiguresDto } from '../reports/figures.dto.js';
import { keysOf } from '../reports/grouping.js';
import {
  MONEY_GROUPINGS,
  type MoneyFigure,
  type MoneyGrouping,
  type MoneyRequest,
} from './money.repository.js';

export class MoneyQuery {
  @CalendarDate({ description: 'First day, at the gym' })
  from!: string;

  @CalendarDate({ description: 'Last day, included; at most 400 days' })
  to!: string;

  @Text({ optional: true, max: 16, description: 'All gyms when absent' })
  gymId?: string;

  @OneOf(MONEY_GROUPINGS, { optional: true, description: '`day` when absent' })
  by?: MoneyGrouping;

  toCommand(): MoneyRequest {
    const { from, to, by = 'day', gymId } = this;
    return { from, to, by, gymId: gymId === undefined ? null : requireId(gymId, 'gymId') };
  }
}

class KeyedMoneyDto extends MoneyFiguresDto {
  @Answer.text(undefined, { example: '2026-10-31' })
  key!: string;
}

class GymMoneyDto extends MoneyFiguresDto {
  @Answer.id()
  gymId!: number;
}

export class MoneyDto {
  @Answer.date()
  from!: string;

  @Answer.date()
  to!: string;

  @Answer.oneOf(MONEY_GROUPINGS)
  by!: MoneyGrouping;

  @Answer.id(undefined, { nullable: true })
  gymId!: number | null;

  @Answer.list(() => KeyedMoneyDto, 'Every day or month of the period')
  items!: KeyedMoneyDto[];

  @Answer.list(() => GymMoneyDto, 'Gyms with a check-in')
  gyms!: GymMoneyDto[];

  @Answer.object(() => MoneyFiguresDto)
  total!: MoneyFiguresDto;

  static from(request: MoneyRequest, rows: readonly MoneyFigure[]): MoneyDto {
    const byKey = grouped(rows, ({ key }) => key);
    return {
      ...request,
      items: keysOf(request.by, request).map((key) => ({
        key,
        ...MoneyFiguresDto.from(byKey.get(key) ?? []),
      })),
      gyms: [...grouped(rows, ({ gymId }) => gymId)].map(([gymId, own]) => ({
        gymId,
        ...MoneyFiguresDto.from(own),
      })),
      total: MoneyFiguresDto.from(rows),
    };
  }
}

function grouped<K>(rows: readonly MoneyFigure[], by: (row: MoneyFigure) => K) {
  const groups = new Map<K, MoneyFigure[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group) group.push(row);
    else groups.set(by(row), [row]);
  }
  return groups;
}

/** One row for each gym and day, or month, with a check-in. */
export function moneyCsv({ by }: MoneyRequest, rows: readonly MoneyFigure[]): string {
  const places = [...grouped(rows, ({ gymId, key }) => `${gymId}/${key}`).values()];
  const table = places.map((own) => {
    const { paid, waiting, atRisk, lost, losses } = MoneyFiguresDto.from(own);
    const reasons = LOSS_REASONS.map((one) => losses.find(({ reason }) => reason === one)?.count);
    const place = [own[0]?.key, own[0]?.gymId];
    return [...place, paid, waiting, atRisk, lost, ...reasons.map((count) => count ?? 0)];
  });
  const reasons = LOSS_REASONS.map((reason) => reason.toLowerCase());
  return writeCsv([[by, 'gym_id', 'paid', 'waiting', 'at_risk', 'lost', ...reasons], ...table]);
}

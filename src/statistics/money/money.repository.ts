import { Injectable } from '@nestjs/common';
import { moneyFiguresSql } from '../../check-in-validation/index.js';
import { gymPeriodsSql } from '../../partners/index.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Days } from '../reports/grouping.js';

export const MONEY_GROUPINGS = ['day', 'month'] as const;
export type MoneyGrouping = (typeof MONEY_GROUPINGS)[number];

export interface MoneyRequest extends Days {
  readonly by: MoneyGrouping;
  /** Null: all gyms of the partner. */
  readonly gymId: number | null;
}

/** So many check-ins of a gym came to that end. */
export interface MoneyFigure {
  readonly gymId: number;
  readonly key: string;
  /** PAID, WAITING, AT_RISK or why it was lost. */
  readonly result: string;
  readonly count: number;
}

const FORMATS: Readonly<Record<MoneyGrouping, string>> = { day: 'YYYY-MM-DD', month: 'YYYY-MM' };

const statement = (by: MoneyGrouping): Statement => ({
  name: `money.${by}`,
  text: `with periods as materialized (${gymPeriodsSql(
    { partner: '$1::uuid', gym: '$2::bigint' },
    '$3::date',
    '$4::date',
  )})
    select f.gym_id as "gymId", to_char(f.day, '${FORMATS[by]}') as key, f.result, sum(f.n)::int as count
    from (${moneyFiguresSql('periods', () => 'p.gym_id, c.local_day as day')}) f
    group by 1, 2, 3 order by 1, 2`,
});

const STATEMENTS = { day: statement('day'), month: statement('month') };

@Injectable()
export class MoneyRepository {
  constructor(private readonly db: Database) {}

  figures(partnerId: string, { gymId, from, to, by }: MoneyRequest): Promise<MoneyFigure[]> {
    return this.db.query<MoneyFigure & object>(STATEMENTS[by], [partnerId, gymId, from, to]);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { declareKept, isoDuration, type KeptData } from '../data-retention/kept-data.js';
import { oneByOne } from '../worker/one-by-one.js';
import { Workers } from '../worker/workers.js';
import { Database } from './database.js';

/** Rows that are deleted past their age. The column has an index, so that finding none costs nothing. */
export interface Sweep {
  readonly table: string;
  readonly column: string;
  /** How long a row is kept: an interval of SQL, `24 hours`. */
  readonly keep: string;
  /** Only these of them, in SQL: the column's partial index has the same condition. */
  readonly condition?: string;
  /** What a partner calls these rows, where it matters to one; they are counted from their beginning or their end. */
  readonly data?: Omit<KeptData, 'keptFor'>;
  /** How often it is swept; every 10 minutes. */
  readonly everyMs?: number;
}

const EVERY_MS = 10 * 60_000;
/** Rows per statement: few enough that other statements are not delayed. */
const AT_ONCE = 5_000;

/** Deletes what rooms declare as old, in small batches; safe in every replica at once. */
@Injectable()
export class Sweeps implements OnModuleInit {
  private readonly plans: Sweep[] = [];

  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
  ) {}

  /** For constructors of repositories. */
  declare(plan: Sweep): void {
    this.plans.push(plan);
    if (plan.data) declareKept({ ...plan.data, keptFor: isoDuration(plan.keep) });
  }

  onModuleInit(): void {
    for (const everyMs of new Set(this.plans.map(periodOf)))
      this.workers.add({
        name: `sweeps every ${everyMs / 1_000} s`,
        role: 'worker',
        queue: null,
        everyMs,
        run: () => this.sweep((plan) => periodOf(plan) === everyMs),
      });
  }

  /** @returns how many rows were deleted; 0 when nothing old is left */
  async sweep(isDue: (plan: Sweep) => boolean = () => true): Promise<number> {
    let swept = 0;
    await oneByOne(this.plans.filter(isDue), async (plan) => {
      const [row] = await this.db.query<{ swept: number }>(sweepSql(plan), []);
      swept += row?.swept ?? 0;
    });
    return swept;
  }
}

const periodOf = ({ everyMs = EVERY_MS }: Sweep): number => everyMs;

const sweepSql = ({ table, column, keep, condition = 'true' }: Sweep) => ({
  name: `sweep.${table}.${condition}`,
  text: `with old as (
      delete from ${table} where ctid = any(array(
        select ctid from ${table} where ${column} < statement_timestamp() - interval '${keep}'
          and ${condition}
        order by ${column} limit ${AT_ONCE} for update skip locked))
      returning 1
    ) select count(*)::int as swept from old`,
});

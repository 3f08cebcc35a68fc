import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Days, Grouping } from './grouping.js';
import { CHECK_INS, INSIDE, SCANS, VISITS } from './statistics.sql.js';

export interface Counted {
  readonly key: string;
  readonly count: number;
}

export interface CountedResult extends Counted {
  readonly result: string;
}

export interface CountedInside {
  readonly key: string;
  readonly peak: number;
  /** Of all hours that belong to the key. */
  readonly total: number;
  readonly hours: number;
}

export interface Figures {
  readonly checkIns: readonly CountedResult[];
  readonly scans: readonly CountedResult[];
  readonly visits: readonly Counted[];
  readonly inside: readonly CountedInside[];
}

export interface FiguresRequest extends Days {
  readonly by: Grouping;
  /** Null: all gyms of the partner. */
  readonly gymId: number | null;
}

@Injectable()
export class StatisticsRepository {
  constructor(private readonly db: Database) {}

  /** One statement for each figure, one after the other: a report takes one connection. */
  async figures(partnerId: string, { gymId, from, to, by }: FiguresRequest): Promise<Figures> {
    const values = [partnerId, gymId, from, to];
    const read = <R extends object>(statement: Statement) =>
      this.db.query<R & Record<string, unknown>>(statement, values);
    return {
      checkIns: await read<CountedResult>(CHECK_INS[by]),
      scans: await read<CountedResult>(SCANS[by]),
      visits: await read<Counted>(VISITS[by]),
      inside: await read<CountedInside>(INSIDE[by]),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { PAST, PERIODS, PRESENT } from './today.sql.js';

/** A gym's day until now, or the same hours of an earlier one. */
export interface GymPeriod {
  readonly gymId: number;
  readonly name: string;
  readonly timeZone: string;
  /** It can have check-ins of Wellhub. */
  readonly isConnected: boolean;
  readonly ago: number;
  readonly startsAt: string;
  readonly endsAt: string;
  /** When the first of all these periods starts. */
  readonly since: string;
}

/** One figure: of check-ins and scans by result, of anything else by its kind. */
export interface TodayRow {
  readonly kind:
    'check-ins' | 'scans' | 'inside' | 'read' | 'deadline' | 'wellhub' | 'alert' | 'deliveries';
  readonly gymId: number | null;
  /** Days. */
  readonly ago: number;
  readonly key: string | null;
  readonly n: number;
  readonly at: Date | null;
  readonly id: string | null;
}

/** What goes on at the gyms of a partner. */
export interface TodayFigures {
  readonly gyms: readonly GymPeriod[];
  readonly rows: readonly TodayRow[];
}

export const TODAY = 0;
export const YESTERDAY = 1;
export const LAST_WEEK = 7;

@Injectable()
export class TodayRepository {
  constructor(private readonly db: Database) {}

  async present(partnerId: string): Promise<TodayFigures> {
    const gyms = await this.periods(partnerId, [TODAY]);
    const rows = await this.db.query<TodayRow & object>(PRESENT, valuesOf(partnerId, gyms));
    return { gyms, rows };
  }

  async past(partnerId: string): Promise<TodayRow[]> {
    const periods = await this.periods(partnerId, [YESTERDAY, LAST_WEEK]);
    return this.db.query<TodayRow & object>(PAST, valuesOf(partnerId, periods));
  }

  private periods(partnerId: string, ago: readonly number[]): Promise<GymPeriod[]> {
    return this.db.query<GymPeriod & object>(PERIODS, [partnerId, ago]);
  }
}

const valuesOf = (partnerId: string, periods: readonly GymPeriod[]) => [
  partnerId,
  periods.map(({ gymId }) => gymId),
  periods.map(({ ago }) => ago),
  periods.map(({ startsAt }) => startsAt),
  periods.map(({ endsAt }) => endsAt),
  periods[0]?.since ?? null,
];

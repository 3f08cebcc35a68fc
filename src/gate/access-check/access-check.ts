import { Injectable } from '@nestjs/common';
import type { ScanVerdict } from '../scan/scan.js';
import {
  AccessCheckRepository,
  type CheckedRow,
  type SupposedEntry,
} from './access-check.repository.js';

export interface CheckedEntry extends CheckedRow {
  /** From when on within a week it opens, where it is the hours or the day that refuse. */
  readonly nextOpening: Date | null;
}

/** Refusals that end by themselves at a known time. */
const PASSING: ReadonlySet<ScanVerdict> = new Set(['ACCESS_OUTSIDE_HOURS', 'ACCESS_CLOSED_TODAY']);
/** What the time of day has no part in: who is inside then is not known yet. */
const OPENINGS: ReadonlySet<ScanVerdict> = new Set([
  'OPEN',
  'VALIDATE',
  'PROBE',
  'ACCESS_FULL',
  'ACCESS_ANTI_PASSBACK',
]);

/** What a door would decide about a person, now or at another time, and why. */
@Injectable()
export class AccessCheck {
  constructor(private readonly rows: AccessCheckRepository) {}

  /** @returns undefined for an unknown customer */
  async check(entry: SupposedEntry, at: Date | null): Promise<CheckedEntry | undefined> {
    const [row] = await this.rows.check(entry, [at]);
    return row && { ...row, nextOpening: await this.nextOpening(entry, row) };
  }

  private async nextOpening(entry: SupposedEntry, row: CheckedRow): Promise<Date | null> {
    if (!PASSING.has(row.verdict)) return null;
    const moments = await this.rows.momentsAfter(entry, row.at);
    const rows = await this.rows.check(entry, moments);
    return rows.find(({ verdict }) => OPENINGS.has(verdict))?.at ?? null;
  }
}

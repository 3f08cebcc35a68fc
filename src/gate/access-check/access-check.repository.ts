import { Injectable } from '@nestjs/common';
import { openingMomentsSql } from '../../access-rules/index.js';
import { gymPlacesSql } from '../../partners/index.js';
import { Database } from '../../platform/database/database.js';
import type { EntryRight, ScanVerdict } from '../scan/scan.js';
import { CHECK_ACCESS } from './access-check.sql.js';

/** Who wants to enter where, and what is supposed to hold then. */
export interface SupposedEntry {
  readonly partnerId: string;
  readonly gymId: number;
  readonly customerId: number;
  readonly deviceId: number | null;
  readonly inside: number | null;
  readonly wellhubProduct: string | null;
}

export interface CheckedRow {
  readonly verdict: ScanVerdict;
  readonly at: Date;
  readonly local: string;
  readonly offsetMinutes: number;
  readonly way: 'IN' | 'OUT';
  readonly right: EntryRight | null;
  readonly ruleId: number | null;
  readonly ruleName: string | null;
  readonly closingDay: string | null;
  readonly age: number | null;
  readonly minimumAge: number | null;
  readonly capacity: number | null;
  readonly inside: number | null;
  /** Of the gym. */
  readonly timeZone: string;
  /** Whether members may see how many people are inside. */
  readonly showsOccupancy: boolean;
  readonly isUnrestricted: boolean;
  readonly isOpenDay: boolean;
  readonly isOfAge: boolean;
  readonly isNotInside: boolean;
  readonly isAllowed: boolean;
  readonly hasPlace: boolean;
}

const MOMENTS = {
  name: 'gate.opening-moments',
  text: `select o.at from (select $3::timestamptz as since) s
    cross join lateral (${gymPlacesSql('$1::uuid', '$2::bigint')}) g
    cross join lateral (${openingMomentsSql({ partner: '$1::uuid', gym: '$2::bigint' }, { zone: 'g.time_zone', since: 's.since' })}) o
    order by o.at`,
};

/** Reads what the gate would decide; it locks and writes nothing. */
@Injectable()
export class AccessCheckRepository {
  constructor(private readonly db: Database) {}

  /** @param moments null: now @returns a row for each moment; none for an unknown customer */
  async check(entry: SupposedEntry, moments: readonly (Date | null)[]): Promise<CheckedRow[]> {
    const { partnerId, gymId, customerId, deviceId, inside, wellhubProduct } = entry;
    const who = [partnerId, gymId, customerId, deviceId];
    return this.db.query<CheckedRow & object>(CHECK_ACCESS, [
      ...who,
      moments,
      inside,
      wellhubProduct,
    ]);
  }

  /** When within a week the answer may be another one. */
  async momentsAfter({ partnerId, gymId }: SupposedEntry, since: Date): Promise<Date[]> {
    const rows = await this.db.query<{ at: Date }>(MOMENTS, [partnerId, gymId, since]);
    return rows.map(({ at }) => at);
  }
}

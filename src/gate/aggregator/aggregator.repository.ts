import { Injectable } from '@nestjs/common';
import { markEntriesSql } from '../../check-in-validation/index.js';
import { Customers, type Customer } from '../../customers/index.js';
import { Database } from '../../platform/database/database.js';
import { MAY_ENTER, type MemberRow } from './aggregator.sql.js';

const ADMIT = {
  name: 'gate.admit-provisionally',
  text: markEntriesSql(
    `(select $1::uuid as partner_id, $2::uuid as check_in_id, 'ADMITTED' as how, null::timestamptz as used_at)`,
  ),
};

@Injectable()
export class AggregatorRepository {
  constructor(
    private readonly db: Database,
    private readonly customers: Customers,
  ) {}

  /** @returns undefined when the gym has just been removed */
  async judge(partnerId: string, gymId: number, wellhubId: string): Promise<MemberRow | undefined> {
    const values = [partnerId, gymId, wellhubId];
    return (await this.db.query<MemberRow & object>(MAY_ENTER, values))[0];
  }

  /** The check-in's owner enters before Wellhub answered. */
  async admit(partnerId: string, checkInId: string): Promise<void> {
    await this.db.query(ADMIT, [partnerId, checkInId]);
  }

  /** The customer with that Wellhub id; undefined also for a disabled one. */
  async member(partnerId: string, wellhubId: string): Promise<Customer | undefined> {
    const found = await this.customers.findByWellhubId(this.db, partnerId, wellhubId);
    return found && (found.status === 'PENDING' || found.status === 'ACTIVE') ? found : undefined;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

export interface ExpiredCode {
  customerId: number;
  gymId: number | null;
}

const FIND = {
  name: 'access-codes.find-expired',
  text: `select customer_id as "customerId", gym_id as "gymId" from access_codes where partner_id = $1 and hash = any($2) limit 1`,
};

/** Distinguishes an expired code from an unknown one. Probes every partition: for refusals only. */
@Injectable()
export class ExpiredCodes {
  constructor(private readonly db: Database) {}

  async find(partnerId: string, hashes: readonly Buffer[]): Promise<ExpiredCode | undefined> {
    const [row] = await this.db.query<ExpiredCode & object>(FIND, [partnerId, hashes]);
    return row;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

export interface OldCode {
  customer_id: number;
  gym_id: number | null;
}

const FIND = {
  name: 'access-codes.find-old',
  text: `select customer_id, gym_id from access_codes where partner_id = $1 and hash = any($2) limit 1`,
};

/** Tells a code that has expired from one that never was. Probes every partition, so only a refusal asks. */
@Injectable()
export class OldCodes {
  constructor(private readonly db: Database) {}

  async find(partnerId: string, hashes: readonly Buffer[]): Promise<OldCode | undefined> {
    const [row] = await this.db.query<OldCode & object>(FIND, [partnerId, hashes]);
    return row;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Customers } from '../people/customers.js';
import { RestrictionsRepository, type Restriction } from './restrictions.repository.js';

interface CheckedRestriction {
  readonly restriction: Restriction;
  /** Throws where the caller saw another one, or none. */
  readonly isExpected: (present: Restriction | undefined) => void;
}

/** Who may not enter for a while: one change of a person's restriction at a time. */
@Injectable()
export class Restrictions {
  constructor(
    private readonly db: Database,
    private readonly rows: RestrictionsRepository,
    private readonly customers: Customers,
  ) {}

  async put(
    partnerId: string,
    customerId: number,
    { restriction, isExpected }: CheckedRestriction,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.customers.lock(tx, partnerId, [customerId]);
      isExpected(await this.rows.find(partnerId, customerId, tx));
      await this.rows.put(tx, partnerId, customerId, restriction);
    });
  }
}

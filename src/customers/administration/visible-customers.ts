import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Customer, CustomerPatch, NewCustomer } from '../people/customer.js';
import { Customers } from '../people/customers.js';
import { HomeGyms } from './home-gyms.js';
import type { Actor } from '../../platform/http/actor.js';

interface CheckedPatch {
  readonly patch: CustomerPatch;
  /** Throws where the caller saw another one. */
  readonly isExpected: (present: Customer) => void;
}

/** The customers as a key sees and changes them: each call is one transaction. */
@Injectable()
export class VisibleCustomers {
  constructor(
    private readonly db: Database,
    private readonly customers: Customers,
    private readonly homes: HomeGyms,
  ) {}

  /** @throws customer.not-found, also for one that this key does not see */
  async get({ partnerId, gymId }: Actor, id: number): Promise<Customer> {
    return this.customers.getVisible(partnerId, id, gymId);
  }

  async create(actor: Actor, given: NewCustomer): Promise<Customer> {
    const values = await this.homes.forNew(actor, given);
    return this.db.transaction((queries) =>
      this.customers.create(queries, actor.partnerId, values),
    );
  }

  /** @throws customer.not-found, what `Customers.change` throws, and what `isExpected` does */
  async change(actor: Actor, id: number, { patch, isExpected }: CheckedPatch): Promise<Customer> {
    await this.get(actor, id);
    await this.homes.check(actor, patch);
    return this.db.transaction(async (queries) => {
      const [present] = await this.customers.lock(queries, actor.partnerId, [id]);
      if (present) isExpected(present);
      return this.customers.change(queries, actor.partnerId, id, patch);
    });
  }
}

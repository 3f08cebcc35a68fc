import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Customers, type PersonalDataHolder } from '../customers/index.js';
import type { Queries } from '../platform/database/database.js';
import { LinkRows } from './link-rows.repository.js';

/**
 * Our rows carry the gpw id, not the customer's: a merge leaves them as they are, an erasure removes the user.
 * Prefill is found by no person's id; it ends with its link.
 */
@Injectable()
export class WellhubUsersHolder implements PersonalDataHolder, OnModuleInit {
  readonly name = 'user-registration';
  readonly tables: readonly string[] = [];

  constructor(
    private readonly customers: Customers,
    private readonly rows: LinkRows,
  ) {}

  onModuleInit(): void {
    this.customers.register(this);
  }

  async move(): Promise<void> {}

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    const customer = await this.customers.find(partnerId, customerId, queries);
    if (customer?.gpwId) await this.rows.forgetUser(queries, partnerId, customer.gpwId);
  }
}

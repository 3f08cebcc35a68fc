import { Injectable } from '@nestjs/common';
import { Customers, exportedRows, movedRows, PersonalDataHolder } from '../customers/index.js';
import type { Queries } from '../platform/database/database.js';
import { UsageEventsRepository } from './usage-events.repository.js';
import { EXPORTED_USAGE_EVENTS } from './usage-events.personal-data.sql.js';

/**
 * Usage moves with a merge. After an erasure it stays as a ledger, without the person; what was not sent by then
 * is not sent any more.
 */
@Injectable()
export class UsageEventsPersonalData extends PersonalDataHolder {
  readonly name = 'usage-events';
  readonly tables = ['usage_events'];
  readonly move = movedRows('usage_events');
  override readonly export = exportedRows('usageEvents', EXPORTED_USAGE_EVENTS);

  constructor(
    private readonly customers: Customers,
    private readonly rows: UsageEventsRepository,
  ) {
    super();
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    const customer = await this.customers.find(partnerId, customerId, queries);
    await this.rows.erase(queries, partnerId, customerId, customer?.gpwId ?? null);
  }
}

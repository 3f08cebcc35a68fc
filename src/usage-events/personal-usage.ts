import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Customers,
  PersonalDataHolders,
  exportedRows,
  type PersonalDataHolder,
} from '../customers/index.js';
import type { Queries } from '../platform/database/database.js';
import { UsageEventsRepository } from './usage-events.repository.js';

const EXPORT = `select id, gpw_id as "gpwId", event_type as "eventType", occurred_at as "occurredAt", details, state,
    sent_at as "sentAt"
  from usage_events where partner_id = $1 and customer_id = $2 order by no`;

/**
 * Usage moves with a merge. After an erasure it stays as a ledger, without the person; what was not sent by then
 * is not sent any more.
 */
@Injectable()
export class PersonalUsage implements PersonalDataHolder, OnModuleInit {
  readonly name = 'usage-events';
  readonly tables = ['usage_events'];
  readonly export = exportedRows('usageEvents', EXPORT);

  constructor(
    private readonly customers: Customers,
    private readonly holders: PersonalDataHolders,
    private readonly rows: UsageEventsRepository,
  ) {}

  onModuleInit(): void {
    this.holders.register(this);
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await this.rows.move(queries, partnerId, fromId, intoId);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    const customer = await this.customers.find(partnerId, customerId, queries);
    await this.rows.erase(queries, partnerId, customerId, customer?.gpwId ?? null);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  Customers,
  PersonalDataHolders,
  exportedRows,
  type PersonalDataHolder,
} from '../../customers/index.js';
import type { Queries } from '../../platform/database/database.js';
import { Inbox } from '../../wellhub-inbox/index.js';
import { CheckInsRepository } from './check-ins.repository.js';

const EXPORT = `select id, gym_id as "gymId", wellhub_id as "wellhubId", booking_number as "bookingNumber",
    product_id as "productId", product_description as "productDescription", state, event_at as "eventAt",
    validated_at as "validatedAt"
  from check_ins where partner_id = $1 and customer_id = $2 order by event_at, id`;

/** Check-ins move with a merge. After an erasure their states stay, without the person (W-70). */
@Injectable()
export class PersonalCheckIns implements PersonalDataHolder, OnModuleInit {
  readonly name = 'check-in-validation';
  readonly tables = ['check_ins'];
  readonly export = exportedRows('checkIns', EXPORT);

  constructor(
    private readonly customers: Customers,
    private readonly holders: PersonalDataHolders,
    private readonly rows: CheckInsRepository,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.holders.register(this);
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await this.rows.move(queries, partnerId, fromId, intoId);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    const known = await this.customers.find(partnerId, customerId, queries);
    const ids = await this.rows.wellhubIds(queries, partnerId, customerId);
    if (known?.wellhubId) ids.push(known.wellhubId);
    await this.inbox.forget(queries, partnerId, [...new Set(ids)]);
    await this.rows.erase(queries, partnerId, customerId);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Customers, type PersonalDataHolder } from '../customers/index.js';
import type { Queries } from '../platform/database/database.js';
import { Inbox } from '../wellhub-inbox/index.js';
import { BookingsRepository } from './bookings.repository.js';

/** Bookings move with a merge. After an erasure their states stay, without the person (W-70). */
@Injectable()
export class PersonalBookings implements PersonalDataHolder, OnModuleInit {
  readonly name = 'bookings';
  readonly tables = ['bookings'];

  constructor(
    private readonly customers: Customers,
    private readonly rows: BookingsRepository,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.customers.register(this);
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await this.rows.move(queries, partnerId, fromId, intoId);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    const ids = await this.rows.wellhubIds(queries, partnerId, customerId);
    await this.inbox.forget(queries, partnerId, ids);
    await this.rows.erase(queries, partnerId, customerId);
  }
}

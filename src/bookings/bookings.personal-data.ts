import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  PersonalDataHolders,
  exportedRows,
  movedRows,
  type PersonalDataHolder,
} from '../customers/index.js';
import type { Queries } from '../platform/database/database.js';
import { Inbox } from '../wellhub-inbox/index.js';
import { BookingsRepository } from './bookings.repository.js';
import { EXPORTED_BOOKINGS } from './bookings.personal-data.sql.js';

/** Bookings move with a merge. After an erasure their states stay, without the person (W-70). */
@Injectable()
export class BookingsPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'bookings';
  readonly tables = ['bookings'];
  readonly move = movedRows('bookings');
  readonly export = exportedRows('bookings', EXPORTED_BOOKINGS);

  constructor(
    private readonly holders: PersonalDataHolders,
    private readonly rows: BookingsRepository,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.holders.register(this);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    const ids = await this.rows.wellhubIds(queries, partnerId, customerId);
    await this.inbox.forget(queries, partnerId, ids);
    await this.rows.erase(queries, partnerId, customerId);
  }
}

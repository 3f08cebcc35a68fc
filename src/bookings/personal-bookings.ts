import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalDataHolders, exportedRows, type PersonalDataHolder } from '../customers/index.js';
import type { Queries } from '../platform/database/database.js';
import { Inbox } from '../wellhub-inbox/index.js';
import { BookingsRepository } from './bookings.repository.js';

const EXPORT = `select id, booking_number as "bookingNumber", gym_id as "gymId", wellhub_id as "wellhubId",
    class_id as "classId", slot_id as "slotId", state, requested_at as "requestedAt", decision,
    decided_at as "decidedAt", reason_category as "reasonCategory", reason
  from bookings where partner_id = $1 and customer_id = $2 order by id`;

/** Bookings move with a merge. After an erasure their states stay, without the person (W-70). */
@Injectable()
export class PersonalBookings implements PersonalDataHolder, OnModuleInit {
  readonly name = 'bookings';
  readonly tables = ['bookings'];
  readonly export = exportedRows('bookings', EXPORT);

  constructor(
    private readonly holders: PersonalDataHolders,
    private readonly rows: BookingsRepository,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.holders.register(this);
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

import { Injectable } from '@nestjs/common';
import { exportedRows, movedRows, PersonalDataHolder } from '../customers/index.js';
import type { Queries } from '../platform/database/database.js';
import { Inbox } from '../wellhub-inbox/index.js';
import { BookingsRepository } from './bookings.repository.js';
import { EXPORTED_BOOKINGS } from './bookings.personal-data.sql.js';

/** Bookings move with a merge. After an erasure their states stay, without the person (W-70). */
@Injectable()
export class BookingsPersonalData extends PersonalDataHolder {
  readonly name = 'bookings';
  readonly tables = ['bookings'];
  readonly move = movedRows('bookings');
  override readonly export = exportedRows('bookings', EXPORTED_BOOKINGS);

  constructor(
    private readonly rows: BookingsRepository,
    private readonly inbox: Inbox,
  ) {
    super();
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    const ids = await this.rows.wellhubIds(queries, partnerId, customerId);
    await this.inbox.forget(queries, partnerId, ids);
    await this.rows.erase(queries, partnerId, customerId);
  }
}

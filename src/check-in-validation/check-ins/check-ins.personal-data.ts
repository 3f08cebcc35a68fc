import { declareKept } from '../../platform/data-retention/kept-data.js';
import { Injectable } from '@nestjs/common';
import { Customers, exportedRows, movedRows, PersonalDataHolder } from '../../customers/index.js';
import type { Queries } from '../../platform/database/database.js';
import { Inbox } from '../../wellhub-inbox/index.js';
import { CheckInsRepository } from './check-ins.repository.js';
import { EXPORTED_CHECK_INS } from './check-ins.personal-data.sql.js';

declareKept({ data: 'check-ins', keptFor: null, countedFrom: null });

/** Check-ins move with a merge. After an erasure their states stay, without the person (W-70). */
@Injectable()
export class CheckInsPersonalData extends PersonalDataHolder {
  readonly name = 'check-in-validation';
  readonly tables = ['check_ins'];
  readonly move = movedRows('check_ins');
  override readonly export = exportedRows('checkIns', EXPORTED_CHECK_INS);

  constructor(
    private readonly customers: Customers,
    private readonly rows: CheckInsRepository,
    private readonly inbox: Inbox,
  ) {
    super();
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    const known = await this.customers.find(partnerId, customerId, queries);
    const ids = await this.rows.wellhubIds(queries, partnerId, customerId);
    if (known?.wellhubId) ids.push(known.wellhubId);
    await this.inbox.forget(queries, partnerId, [...new Set(ids)]);
    await this.rows.erase(queries, partnerId, customerId);
  }
}

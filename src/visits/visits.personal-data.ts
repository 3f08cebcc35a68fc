import { declareKept } from '../platform/data-retention/kept-data.js';
import { Injectable } from '@nestjs/common';
import { exportedRows, PersonalDataHolder } from '../customers/index.js';
import type { Queries } from '../platform/database/database.js';
import { Visits } from './visits.js';
import { EXPORTED_VISITS } from './visits.personal-data.sql.js';

declareKept({ data: 'visits', keptFor: null, countedFrom: null });

/**
 * Visits hold a customer's number and nothing personal: they move with a merge and stay after an erasure. Both end an
 * open one.
 */
@Injectable()
export class VisitsPersonalData extends PersonalDataHolder {
  readonly name = 'visits';
  readonly tables = ['visits', 'presence'];
  override readonly export = exportedRows('visits', EXPORTED_VISITS);

  constructor(private readonly visits: Visits) {
    super();
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await this.visits.merge(queries, partnerId, fromId, intoId);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await this.visits.erase(queries, partnerId, customerId);
  }
}

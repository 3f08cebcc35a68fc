import { Injectable } from '@nestjs/common';
import {
  AccessPassMarksRepository,
  exportedRows,
  movedRows,
  PersonalDataHolder,
} from '../../customers/index.js';
import { declareKept } from '../../platform/data-retention/kept-data.js';
import type { Queries } from '../../platform/database/database.js';
import { AccessPassesRepository, EXPORTED_PASSES } from './access-passes.repository.js';

declareKept({ data: 'access-passes', keptFor: null, countedFrom: null });

const moveRows = movedRows('access_passes');

/** Passes move with a merge, with the entries that were used; an erasure deletes them. */
@Injectable()
export class AccessPassesPersonalData extends PersonalDataHolder {
  readonly name = 'access-passes';
  readonly tables = ['access_passes'];
  override readonly export = exportedRows('accessPasses', EXPORTED_PASSES);

  constructor(
    private readonly rows: AccessPassesRepository,
    private readonly marks: AccessPassMarksRepository,
  ) {
    super();
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    if (!(await this.rows.hasAny(queries, partnerId, fromId))) return;
    await moveRows(queries, partnerId, fromId, intoId);
    await this.marks.set(queries, partnerId, fromId, false);
    await this.marks.set(queries, partnerId, intoId, true);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await this.rows.removeAll(queries, partnerId, customerId);
    await this.marks.set(queries, partnerId, customerId, false);
  }
}

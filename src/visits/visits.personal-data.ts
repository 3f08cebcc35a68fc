import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalDataHolders, exportedRows, type PersonalDataHolder } from '../customers/index.js';
import type { Queries } from '../platform/database/database.js';
import { PresenceRepository } from './presence.repository.js';
import { Visits } from './visits.js';
import { VisitsRepository } from './visits.repository.js';
import { EXPORTED_VISITS } from './visits.personal-data.sql.js';

/** Visits hold a customer's number and nothing personal: they move with a merge and stay after an erasure. */
@Injectable()
export class VisitsPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'visits';
  readonly tables = ['visits', 'presence'];
  readonly export = exportedRows('visits', EXPORTED_VISITS);

  constructor(
    private readonly holders: PersonalDataHolders,
    private readonly visits: Visits,
    private readonly rows: VisitsRepository,
    private readonly presence: PresenceRepository,
  ) {}

  onModuleInit(): void {
    this.holders.register(this);
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await this.visits.endBeforeMerge(queries, partnerId, fromId);
    await this.rows.move(queries, partnerId, fromId, intoId);
    await this.presence.remove(queries, partnerId, fromId);
  }

  async erase(): Promise<void> {}
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Queries } from '../platform/database/database.js';
import { ContractsRepository } from './contracts.repository.js';
import { Endings } from './endings.js';
import type { PersonalDataHolder } from './personal-data.js';
import { Restrictions } from './restrictions.js';

/** This room's own part in merge and erasure. Contracts stay as a ledger; the reason of a restriction is personal. */
@Injectable()
export class OwnTables implements PersonalDataHolder, OnModuleInit {
  readonly name = 'customers';
  readonly tables = ['contracts', 'restrictions'];

  constructor(
    private readonly contracts: ContractsRepository,
    private readonly restrictions: Restrictions,
    private readonly endings: Endings,
  ) {}

  onModuleInit(): void {
    this.endings.register(this);
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await this.contracts.move(queries, partnerId, fromId, intoId);
    await this.restrictions.move(queries, partnerId, fromId, intoId);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await this.restrictions.remove(partnerId, customerId, queries);
  }
}

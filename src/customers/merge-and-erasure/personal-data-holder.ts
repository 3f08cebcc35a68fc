import { Inject, type OnModuleInit } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import { PersonalDataHolders } from './personal-data-holders.js';

/** What a room keeps about a person, under names that mean something outside: `{ visits: [...] }`. */
type PersonalData = Promise<Record<string, unknown>>;

/**
 * A room that keeps rows with a customer id; as a provider it takes part in merge, erasure and export. Everything
 * runs inside the caller's transaction, before the customer itself changes, so its ids can still be read.
 */
export abstract class PersonalDataHolder implements OnModuleInit {
  @Inject(PersonalDataHolders)
  private readonly holders!: PersonalDataHolders;

  abstract readonly name: string;
  /** Its tables that have a column `customer_id`. */
  abstract readonly tables: readonly string[];

  /** Hands the rows of a merged profile to the surviving customer. */
  abstract move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void>;

  /** Removes what is personal and keeps ledgers. */
  abstract erase(queries: Queries, partnerId: string, customerId: number): Promise<void>;

  /**
   * Lists everything that is kept, except secrets and hashes; a room without it keeps nothing but numbers of other
   * rooms.
   */
  export?(queries: Queries, partnerId: string, customerId: number): PersonalData;

  onModuleInit(): void {
    this.holders.register(this);
  }
}

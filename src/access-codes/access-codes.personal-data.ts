import { Injectable } from '@nestjs/common';
import { PersonalDataHolder } from '../customers/index.js';
import type { Queries } from '../platform/database/database.js';
import { AccessCodesRepository } from './access-codes.repository.js';

/** The codes of a merged or erased customer open nothing any more; an export would show only hashes. */
@Injectable()
export class AccessCodesPersonalData extends PersonalDataHolder {
  readonly name = 'access-codes';
  readonly tables = ['access_codes'];

  constructor(private readonly rows: AccessCodesRepository) {
    super();
  }

  async move(queries: Queries, partnerId: string, fromId: number): Promise<void> {
    await this.rows.forget(queries, partnerId, fromId);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await this.rows.forget(queries, partnerId, customerId);
  }
}

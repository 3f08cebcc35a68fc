import { declareKept } from '../../platform/data-retention/kept-data.js';
import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import { ContractsRepository } from '../contracts/contracts.repository.js';
import { FilesRepository } from '../files/files.repository.js';
import { PersonalDataHolder } from '../merge-and-erasure/personal-data-holder.js';
import { RestrictionsRepository } from '../restrictions/restrictions.repository.js';
import { UserProfilesRepository } from '../profiles/user-profiles.repository.js';
import { MORE } from './customers.sql.js';

declareKept({ data: 'customers', keptFor: null, countedFrom: null });
declareKept({ data: 'files', keptFor: null, countedFrom: null });

/**
 * This room's own part in merge, erasure and export. Contracts stay as a ledger; the reason of a restriction and every
 * photo and document is personal.
 */
@Injectable()
export class CustomersPersonalData extends PersonalDataHolder {
  readonly name = 'customers';
  readonly tables = ['contracts', 'restrictions', 'files'];

  constructor(
    private readonly contracts: ContractsRepository,
    private readonly restrictions: RestrictionsRepository,
    private readonly files: FilesRepository,
    private readonly profiles: UserProfilesRepository,
  ) {
    super();
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await this.contracts.move(queries, partnerId, fromId, intoId);
    await this.restrictions.move(queries, partnerId, fromId, intoId);
    await this.files.move(queries, partnerId, fromId, intoId);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await this.restrictions.remove(partnerId, customerId, queries);
    await this.files.erase(queries, partnerId, customerId);
  }

  /** Files are listed without their bytes, which are at their own addresses. */
  override async export(queries: Queries, partnerId: string, customerId: number) {
    const [more] = await queries.query(MORE, [partnerId, customerId]);
    return {
      customer: { ...(await this.profiles.read(queries, partnerId, customerId)), ...more },
      restriction: (await this.restrictions.find(partnerId, customerId, queries)) ?? null,
      files: await this.files.of(queries, partnerId, customerId),
    };
  }
}

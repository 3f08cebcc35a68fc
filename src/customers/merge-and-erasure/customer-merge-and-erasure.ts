import { Injectable } from '@nestjs/common';
import { Outbox } from '../../event-webhooks/index.js';
import type { Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { Customer } from '../people/customer.js';
import { erasedCustomer, inherited } from '../people/customer-rules.js';
import { CustomerErrors } from '../people/customers.errors.js';
import { CustomersRepository } from '../people/customers.repository.js';
import { PersonalDataHolders } from './personal-data-holders.js';

/** Merges a customer into another one, or erases it, with the rows of every registered holder. */
@Injectable()
export class CustomerMergeAndErasure {
  constructor(
    private readonly rows: CustomersRepository,
    private readonly holders: PersonalDataHolders,
    private readonly outbox: Outbox,
  ) {}

  /** `from` becomes part of `into`. @throws customer.not-found, customer.different-wellhub-ids, customer.different-gpw-ids, what a holder throws */
  async merge(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    if (fromId === intoId)
      throw invalid({ path: 'intoCustomerId', detail: 'must be another customer' });
    const rows = await this.rows.lock(queries, partnerId, [fromId, intoId]);
    const from = rows.find(({ id }) => id === fromId);
    const into = rows.find(({ id }) => id === intoId);
    if (!from || !into) throw new DomainError(CustomerErrors.notFound);
    refuseTwoIds(from, into);
    for (const holder of this.holders.all()) await holder.move(queries, partnerId, fromId, intoId);
    // First free the ids, then assign them: they are unique at every moment.
    await this.rows.update(queries, partnerId, fromId, erasedCustomer(from, intoId));
    await this.rows.update(queries, partnerId, intoId, inherited(into, from));
    await this.outbox.add(
      queries,
      { partnerId, type: 'CUSTOMER_UPDATED', entityId: intoId },
      { partnerId, type: 'CUSTOMER_DELETED', entityId: fromId },
    );
  }

  /** Nothing personal stays; ledger rows stay without a person. @throws customer.not-found */
  async erase(queries: Queries, partnerId: string, id: number): Promise<void> {
    const [row] = await this.rows.lock(queries, partnerId, [id]);
    if (!row) throw new DomainError(CustomerErrors.notFound);
    for (const holder of this.holders.all()) await holder.erase(queries, partnerId, id);
    await this.rows.update(queries, partnerId, id, erasedCustomer(row, null));
    await this.outbox.add(queries, { partnerId, type: 'CUSTOMER_DELETED', entityId: id });
  }
}

/** Two Wellhub ids are two people to Wellhub: one of them could no longer check in. */
function refuseTwoIds(from: Customer, into: Customer): void {
  if (from.wellhubId !== null && into.wellhubId !== null)
    throw new DomainError(CustomerErrors.differentWellhubIds);
  if (from.gpwId !== null && into.gpwId !== null)
    throw new DomainError(CustomerErrors.differentGpwIds);
}

import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Customer } from '../people/customer.js';
import { CustomerErrors } from '../people/customers.errors.js';
import { CustomerMergeAndErasure } from '../merge-and-erasure/customer-merge-and-erasure.js';
import type { Actor } from '../../platform/http/actor.js';
import { VisibleCustomers } from './visible-customers.js';

/** A merge or an erasure that a key requests: one transaction and one entry in the audit log. */
@Injectable()
export class MergeAndErasureRequests {
  constructor(
    private readonly db: Database,
    private readonly customers: VisibleCustomers,
    private readonly mergeAndErasure: CustomerMergeAndErasure,
    private readonly audit: Audit,
  ) {}

  async erase(actor: Actor, id: number): Promise<void> {
    mayEnd(actor, await this.customers.get(actor, id));
    await this.db.transaction((queries) =>
      this.mergeAndErasure.erase(queries, actor.partnerId, id),
    );
    await this.audit.record({
      partnerId: actor.partnerId,
      actor: actor.name,
      action: 'customer.erased',
      object: String(id),
    });
  }

  /** @returns the survivor */
  async merge(actor: Actor, fromId: number, intoId: number): Promise<Customer> {
    for (const id of [fromId, intoId]) mayMerge(actor, await this.customers.get(actor, id));
    const { partnerId, name } = actor;
    await this.db.transaction((queries) =>
      this.mergeAndErasure.merge(queries, partnerId, fromId, intoId),
    );
    await this.audit.record({
      partnerId,
      actor: name,
      action: 'customer.merged',
      object: `${fromId} into ${intoId}`,
    });
    return this.customers.get(actor, intoId);
  }
}

/**
 * Roaming customers are visible at every gym, but a key of one gym merges and erases only customers of that gym.
 * @throws customer.other-gym
 */
function mayEnd({ gymId }: Actor, { homeGymId }: Customer): void {
  if (gymId !== undefined && homeGymId !== gymId) throw new DomainError(CustomerErrors.otherGym);
}

/** The desk may merge a customer that a check-in created and that has no home gym yet. @throws customer.other-gym */
function mayMerge(actor: Actor, customer: Customer): void {
  if (customer.homeGymId !== null) mayEnd(actor, customer);
}

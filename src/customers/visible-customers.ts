import { Injectable } from '@nestjs/common';
import { Outbox } from '../event-webhooks/index.js';
import { Audit } from '../platform/audit/audit.js';
import { Database, type Queries } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { CustomerEntity, CustomerPatch, NewCustomer } from './customer.entity.js';
import { Customers } from './customers.js';
import { CustomerErrors } from './customers.errors.js';
import { HomeGyms } from './home-gyms.js';
import type { Viewer } from './viewer.js';

/** The customers as a key sees and changes them: each call is one transaction. */
@Injectable()
export class VisibleCustomers {
  constructor(
    private readonly db: Database,
    private readonly customers: Customers,
    private readonly homes: HomeGyms,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** @throws customer.not-found, also for one that this key does not see */
  async get({ partnerId, gymId }: Viewer, id: number): Promise<CustomerEntity> {
    return this.customers.getVisible(partnerId, id, gymId);
  }

  async create(viewer: Viewer, given: NewCustomer): Promise<CustomerEntity> {
    const values = await this.homes.forNew(viewer, given);
    return this.commit((queries) => this.customers.create(queries, viewer.partnerId, values));
  }

  async change(viewer: Viewer, id: number, patch: CustomerPatch): Promise<CustomerEntity> {
    await this.get(viewer, id);
    await this.homes.check(viewer, patch);
    return this.commit((queries) => this.customers.change(queries, viewer.partnerId, id, patch));
  }

  async erase(viewer: Viewer, id: number): Promise<void> {
    mayEnd(viewer, await this.get(viewer, id));
    await this.commit((queries) => this.customers.erase(queries, viewer.partnerId, id));
    await this.audit.record(viewer.partnerId, viewer.name, 'customer.erased', String(id));
  }

  /** @returns the survivor */
  async merge(viewer: Viewer, fromId: number, intoId: number): Promise<CustomerEntity> {
    for (const id of [fromId, intoId]) mayMerge(viewer, await this.get(viewer, id));
    const { partnerId, name } = viewer;
    await this.commit((queries) => this.customers.merge(queries, partnerId, fromId, intoId));
    await this.audit.record(partnerId, name, 'customer.merged', `${fromId} into ${intoId}`);
    return this.customers.get(partnerId, intoId);
  }

  private async commit<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    const result = await this.db.transaction(work);
    this.outbox.wake();
    return result;
  }
}

/** Who roams is seen everywhere, but a key of one gym ends only people of that gym. @throws customer.other-gym */
function mayEnd({ gymId }: Viewer, { homeGymId }: CustomerEntity): void {
  if (gymId !== undefined && homeGymId !== gymId) throw new DomainError(CustomerErrors.otherGym);
}

/** The desk joins a person whom a check-in brought, who has no home gym yet. @throws customer.other-gym */
function mayMerge(viewer: Viewer, customer: CustomerEntity): void {
  if (customer.homeGymId !== null) mayEnd(viewer, customer);
}

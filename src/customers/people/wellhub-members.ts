import { Injectable } from '@nestjs/common';
import { Outbox, type NewEvent } from '../../event-webhooks/index.js';
import type { Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Customer } from './customer.js';
import { freshCustomer, patched } from './customer-rules.js';
import { CustomerErrors } from './customers.errors.js';
import { CustomersRepository } from './customers.repository.js';
import { emailAddress } from '../../platform/values/email-address.js';

/** What Wellhub's events contain about a person. */
export interface NewMember {
  readonly partnerId: string;
  readonly wellhubId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phoneNumber: string | null;
  /** As sent: a malformed one is left out. */
  readonly email: string | null;
}

/** Customers known from Wellhub's events alone, until they sign up. */
@Injectable()
export class WellhubMembers {
  constructor(
    private readonly rows: CustomersRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Pending profiles, all in one round trip. It waits only for a transaction that is assigning one of the ids.
   * @returns without those whose id another customer has
   */
  async create(queries: Queries, members: readonly NewMember[]): Promise<Customer[]> {
    if (members.length === 0) return [];
    const rows = await this.rows.insertFree(queries, members.map(profileOf));
    await this.outbox.add(queries, ...rows.flatMap(createdEvents));
    return rows;
  }

  /** One such profile, or the customer that another transaction has just assigned its id to. @throws customer.wellhub-id-taken */
  async createOrFind(queries: Queries, member: NewMember): Promise<Customer> {
    const { partnerId, wellhubId } = member;
    const [made] = await this.create(queries, [member]);
    const row = made ?? (await this.rows.findByWellhubId(queries, partnerId, wellhubId));
    if (!row) throw new DomainError(CustomerErrors.wellhubIdTaken);
    return row;
  }
}

function profileOf({ partnerId, email, wellhubId, firstName, lastName, phoneNumber }: NewMember) {
  const values = { firstName, lastName, phoneNumber, wellhubId, origin: 'WELLHUB' } as const;
  const address = { email: emailAddress(email)?.email ?? null };
  return { ...patched(freshCustomer(), { ...values, ...address }), partnerId };
}

const createdEvents = ({ partnerId, id, wellhubId }: Customer): NewEvent[] => [
  { partnerId, type: 'CUSTOMER_CREATED', entityId: id },
  {
    partnerId,
    type: 'AGGREGATOR_MEMBER_CREATED',
    entityId: id,
    content: { aggregatorId: wellhubId },
  },
];

import { Injectable } from '@nestjs/common';
import {
  CustomerMergeAndErasure,
  Customers,
  WellhubMembers,
  type Customer,
} from '../../customers/index.js';
import { emailAddress } from '../../platform/values/email-address.js';
import type { Gym } from '../../partners/index.js';
import type { Queries } from '../../platform/database/database.js';
import type { WellhubVisitor } from '../../wellhub/index.js';
import { KnownCustomersRepository } from './known-customers.repository.js';
import { personKey, type WellhubPerson } from '../check-ins/wellhub-person.js';

export interface ObservedPerson {
  readonly wellhubId: string;
  readonly person: WellhubVisitor;
}

/** Whose check-in it is: never decided by a name (W-42). */
@Injectable()
export class CustomerResolver {
  constructor(
    private readonly customers: Customers,
    private readonly mergeAndErasure: CustomerMergeAndErasure,
    private readonly members: WellhubMembers,
    private readonly knownCustomers: KnownCustomersRepository,
  ) {}

  /** Those whose profile `find` would leave unchanged or create, resolved together; each person only once. */
  async plain<T extends ObservedPerson & WellhubPerson & { readonly gym: Gym }>(
    queries: Queries,
    people: readonly T[],
  ): Promise<(T & { readonly customerId: number })[]> {
    const seen = people.map(({ gym, partnerId, wellhubId, person }) => ({
      partnerId,
      wellhubId,
      hasName: person.firstName !== null || person.lastName !== null,
      emailKey: linkKey(gym, person) ?? null,
    }));
    const ids = await this.knownCustomers.find(queries, seen);
    const strangers = people.filter((_, index) => ids.get(index) === null);
    const made = await this.members.create(
      queries,
      strangers.map(({ partnerId, wellhubId, person }) => ({ ...person, partnerId, wellhubId })),
    );
    const fresh = new Map(made.map((row) => [personKey(row), row.id]));
    return people.flatMap((observed, index) => {
      const customerId = ids.get(index) ?? fresh.get(personKey(observed));
      return customerId === undefined ? [] : [{ ...observed, customerId }];
    });
  }

  /** The customer with this Wellhub id, or the one that rule (b) of `wellhub.md` 1.1 assigns it to, or a new one. */
  async find(queries: Queries, gym: Gym, observed: ObservedPerson): Promise<Customer> {
    const { partnerId } = gym;
    const { wellhubId, person } = observed;
    const known = await this.customers.findByWellhubId(queries, partnerId, wellhubId);
    if (known && known.status !== 'PENDING') return known;
    const linked = await this.linkedByEmail(queries, gym, person);
    if (linked) return this.assignWellhubId(queries, linked, { known, wellhubId });
    if (known) return this.named(queries, known, person);
    return this.members.createOrFind(queries, { ...person, partnerId, wellhubId });
  }

  /** Exactly one customer with this confirmed e-mail, an active gpw link and no Wellhub id. */
  private async linkedByEmail(
    queries: Queries,
    gym: Gym,
    person: WellhubVisitor,
  ): Promise<Customer | undefined> {
    const key = linkKey(gym, person);
    if (key === undefined) return undefined;
    const all = await this.customers.findByEmail(queries, gym.partnerId, key);
    const fitting = all.filter(
      ({ emailConfirmed, gpwId, gpwActive, wellhubId }) =>
        emailConfirmed && gpwId !== null && gpwActive && wellhubId === null,
    );
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  private async assignWellhubId(
    queries: Queries,
    customer: Customer,
    { known, wellhubId }: { known: Customer | undefined; wellhubId: string },
  ): Promise<Customer> {
    const { partnerId, id } = customer;
    if (!known) return this.customers.change(queries, partnerId, id, { wellhubId });
    await this.mergeAndErasure.merge(queries, partnerId, known.id, id);
    return { ...customer, wellhubId };
  }

  /** Fills the missing names of a pending profile from a later event. */
  private async named(
    queries: Queries,
    known: Customer,
    { firstName, lastName }: WellhubVisitor,
  ): Promise<Customer> {
    if (known.firstName !== null || known.lastName !== null) return known;
    if (firstName === null && lastName === null) return known;
    return this.customers.change(queries, known.partnerId, known.id, { firstName, lastName });
  }
}

/** The key used to match an event to an existing customer. */
const linkKey = ({ linkWellhubByEmail }: Gym, { email }: WellhubVisitor): string | undefined =>
  linkWellhubByEmail ? emailAddress(email)?.key : undefined;

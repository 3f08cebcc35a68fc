import { Injectable } from '@nestjs/common';
import { Customers, emailAddress, type Customer } from '../customers/index.js';
import { Outbox } from '../event-webhooks/index.js';
import type { Gym } from '../partners/index.js';
import type { Queries } from '../platform/database/database.js';
import type { NoticedPerson } from './check-in-notice.js';
import { SettledPeopleRepository } from './settled-people.repository.js';

export interface Sighting {
  readonly wellhubId: string;
  readonly person: NoticedPerson;
}

/** Whose check-in it is: never decided by a name (W-42). */
@Injectable()
export class People {
  constructor(
    private readonly customers: Customers,
    private readonly outbox: Outbox,
    private readonly settledPeople: SettledPeopleRepository,
  ) {}

  /** Those whom `find` would find and leave as they are. */
  async settled<T extends Sighting & { readonly gym: Gym }>(
    queries: Queries,
    sightings: readonly T[],
  ): Promise<(T & { readonly customerId: number })[]> {
    const seen = sightings.map(({ gym, wellhubId, person }) => ({
      partnerId: gym.partnerId,
      wellhubId,
      hasName: person.firstName !== null || person.lastName !== null,
      emailKey: linkKey(gym, person) ?? null,
    }));
    const ids = await this.settledPeople.find(queries, seen);
    return sightings.flatMap((sighting, index) => {
      const customerId = ids.get(index);
      return customerId === undefined ? [] : [{ ...sighting, customerId }];
    });
  }

  /** The customer with this Wellhub id, or the one that rule (b) of `wellhub.md` 1.1 gives it to, or a new one. */
  async find(queries: Queries, gym: Gym, sighting: Sighting): Promise<Customer> {
    const { partnerId } = gym;
    const { wellhubId, person } = sighting;
    const known = await this.customers.findByWellhubId(queries, partnerId, wellhubId);
    if (known && known.status !== 'PENDING') return known;
    const linked = await this.linkedByEmail(queries, gym, person);
    if (linked) return this.give(queries, linked, { known, wellhubId });
    if (known) return this.named(queries, known, person);
    return this.create(queries, partnerId, sighting);
  }

  /** Exactly one customer with this confirmed e-mail, an active gpw link and no Wellhub id. */
  private async linkedByEmail(
    queries: Queries,
    gym: Gym,
    person: NoticedPerson,
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

  private async give(
    queries: Queries,
    customer: Customer,
    { known, wellhubId }: { known: Customer | undefined; wellhubId: string },
  ): Promise<Customer> {
    const { partnerId, id } = customer;
    if (!known) return this.customers.change(queries, partnerId, id, { wellhubId });
    await this.customers.merge(queries, partnerId, known.id, id);
    return { ...customer, wellhubId };
  }

  /** A pending profile learns the names that a later event brings. */
  private async named(
    queries: Queries,
    known: Customer,
    { firstName, lastName }: NoticedPerson,
  ): Promise<Customer> {
    if (known.firstName !== null || known.lastName !== null) return known;
    if (firstName === null && lastName === null) return known;
    return this.customers.change(queries, known.partnerId, known.id, { firstName, lastName });
  }

  private async create(
    queries: Queries,
    partnerId: string,
    { wellhubId, person }: Sighting,
  ): Promise<Customer> {
    const email = emailAddress(person.email)?.email ?? null;
    const values = { ...person, email, wellhubId, origin: 'WELLHUB', status: 'PENDING' } as const;
    const customer = await this.customers.create(queries, partnerId, values);
    await this.outbox.add(queries, partnerId, {
      type: 'AGGREGATOR_MEMBER_CREATED',
      entityId: customer.id,
      content: { aggregatorId: wellhubId },
    });
    return customer;
  }
}

/** What somebody whom we know may be recognised by. */
const linkKey = ({ linkWellhubByEmail }: Gym, { email }: NoticedPerson): string | undefined =>
  linkWellhubByEmail ? emailAddress(email)?.key : undefined;

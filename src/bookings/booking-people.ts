import { Injectable } from '@nestjs/common';
import { Customers, WellhubMembers } from '../customers/index.js';
import type { Queries } from '../platform/database/database.js';
import type { BookingPayload } from './booking-payload.js';

/** Whose booking it is: the customer with this Wellhub id, else a new pending profile. Only check-ins link by e-mail. */
@Injectable()
export class BookingPeople {
  constructor(
    private readonly customers: Customers,
    private readonly members: WellhubMembers,
  ) {}

  /** @returns the customer's id */
  async find(queries: Queries, partnerId: string, payload: BookingPayload): Promise<number> {
    const { wellhubId, phoneNumber } = payload;
    const known = await this.customers.findByWellhubId(queries, partnerId, wellhubId);
    if (known) return known.id;
    const member = { partnerId, wellhubId, phoneNumber, email: payload.email };
    return (await this.members.createOrFind(queries, { ...member, ...namesOf(payload.name) })).id;
  }
}

/** Wellhub sends one name here and two with a check-in. */
function namesOf(name: string | null) {
  const [first = '', ...rest] = name?.split(/\s+/) ?? [];
  return { firstName: first.slice(0, 100) || null, lastName: rest.join(' ').slice(0, 100) || null };
}

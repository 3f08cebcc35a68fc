import { Injectable } from '@nestjs/common';
import { knownCustomerSql } from '../../customers/index.js';
import type { Queries } from '../../platform/database/database.js';

interface Seen {
  readonly partnerId: string;
  readonly wellhubId: string;
  readonly hasName: boolean;
  readonly emailKey: string | null;
}

const PROFILE = { hasName: 'seen.has_name', emailKey: 'seen.email_key' };

const FIND = {
  name: 'known-customers.find',
  text: `select seen.no::int as no, found.id as "customerId"
    from unnest($1::uuid[], $2::text[], $3::boolean[], $4::text[])
        with ordinality as seen (partner_id, wellhub_id, has_name, email_key, no)
      cross join lateral (${knownCustomerSql('seen.partner_id', 'seen.wellhub_id', PROFILE)}) found`,
};

/** Finds the customers of many events at once whose profiles those events do not change. */
@Injectable()
export class KnownCustomersRepository {
  /** @returns by the place of the person: the customer's id, null when there is none yet; absent when not plain */
  async find(
    queries: Queries,
    people: readonly Seen[],
  ): Promise<ReadonlyMap<number, number | null>> {
    if (people.length === 0) return new Map();
    const rows = await queries.query<{ no: number; customerId: number | null }>(FIND, [
      people.map(({ partnerId }) => partnerId),
      people.map(({ wellhubId }) => wellhubId),
      people.map(({ hasName }) => hasName),
      people.map(({ emailKey }) => emailKey),
    ]);
    return new Map(rows.map(({ no, customerId }) => [no - 1, customerId]));
  }
}

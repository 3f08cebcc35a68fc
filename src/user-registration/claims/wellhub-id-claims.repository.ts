import { Injectable } from '@nestjs/common';
import {
  deskPersonColumns,
  deskPersonSql,
  seenAtSql,
  type DeskPerson,
} from '../../customers/index.js';
import { Database, type Queries } from '../../platform/database/database.js';

export const CLAIM_STATES = ['OPEN', 'ACCEPTED', 'REJECTED'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** A Wellhub id that a person typed as their own, and that person. */
export interface WellhubIdClaim extends DeskPerson {
  readonly id: string;
  readonly wellhubId: string;
  readonly state: ClaimState;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

export interface ClaimFilter {
  /** Of a key that is narrowed to one gym. */
  readonly gymId: number | null;
  readonly state: ClaimState | null;
  readonly after: string | null;
  readonly limit: number;
}

type Row = WellhubIdClaim & object;

const CLAIM = `${deskPersonColumns('p')}, l.id, l.wellhub_id as "wellhubId", l.state,
  l.created_at as "createdAt", l.decided_at as "decidedAt", l.decided_by as "decidedBy"`;
const FROM = `wellhub_id_claims l cross join lateral (${deskPersonSql('l.partner_id', 'l.customer_id')}) p`;

const LIST = {
  name: 'wellhub-id-claims.list',
  text: `select ${CLAIM} from ${FROM}
    where l.partner_id = $1 and ${seenAtSql('p', '$2::bigint')}
      and ($3::text is null or l.state = $3) and ($4::uuid is null or l.id > $4)
    order by l.id limit $5`,
};
const GET = {
  name: 'wellhub-id-claims.get',
  text: `select ${CLAIM} from ${FROM}
    where l.partner_id = $1 and ${seenAtSql('p', '$2::bigint')} and l.id = $3`,
};
const LOCK = {
  name: 'wellhub-id-claims.lock',
  text: 'select l.id from wellhub_id_claims l where l.partner_id = $1 and l.id = $2 for update',
};
const FIND_OPEN = {
  name: 'wellhub-id-claims.find-open',
  text: `select wellhub_id as "wellhubId" from wellhub_id_claims
    where partner_id = $1 and customer_id = $2 and state = 'OPEN'`,
};
/** Another id is another claim: the claim on the desk's screen never changes. */
const WITHDRAW = {
  name: 'wellhub-id-claims.withdraw',
  text: `delete from wellhub_id_claims where partner_id = $1 and customer_id = $2 and state = 'OPEN'`,
};
const INSERT = {
  name: 'wellhub-id-claims.insert',
  text: `insert into wellhub_id_claims (partner_id, customer_id, id, wellhub_id) values ($1, $2, $3, $4)
    on conflict (partner_id, customer_id) where state = 'OPEN' do nothing`,
};
const DECIDE = {
  name: 'wellhub-id-claims.decide',
  text: `update wellhub_id_claims set state = $3, decided_by = $4, decided_at = clock_timestamp()
    where partner_id = $1 and id = $2`,
};
/** One open claim per person: when both customers of a merge have one, the survivor's stays. */
const YIELD = {
  name: 'wellhub-id-claims.yield',
  text: `delete from wellhub_id_claims where partner_id = $1 and customer_id = $2 and state = 'OPEN'
    and exists (select from wellhub_id_claims o
      where o.partner_id = $1 and o.customer_id = $3 and o.state = 'OPEN')`,
};
const MOVE = {
  name: 'wellhub-id-claims.move',
  text: `update wellhub_id_claims set customer_id = $3 where partner_id = $1 and customer_id = $2`,
};
const ERASE = {
  name: 'wellhub-id-claims.erase',
  text: 'delete from wellhub_id_claims where partner_id = $1 and customer_id = $2',
};

/** The table `wellhub_id_claims`. */
@Injectable()
export class WellhubIdClaimsRepository {
  constructor(private readonly db: Database) {}

  list(partnerId: string, { gymId, state, after, limit }: ClaimFilter): Promise<WellhubIdClaim[]> {
    return this.db.query<Row>(LIST, [partnerId, gymId, state, after, limit]);
  }

  async get(queries: Queries, partnerId: string, id: string, gymId: number | null) {
    return (await queries.query<Row>(GET, [partnerId, gymId, id]))[0];
  }

  /** Two people who decide at once do it one after the other. */
  async lock(queries: Queries, partnerId: string, id: string): Promise<void> {
    await queries.query(LOCK, [partnerId, id]);
  }

  async findOpen(partnerId: string, customerId: number): Promise<string | undefined> {
    const values = [partnerId, customerId];
    return (await this.db.query<{ wellhubId: string }>(FIND_OPEN, values))[0]?.wellhubId;
  }

  async withdraw(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await queries.query(WITHDRAW, [partnerId, customerId]);
  }

  async insert(
    queries: Queries,
    partnerId: string,
    { customerId, id, wellhubId }: Pick<WellhubIdClaim, 'customerId' | 'id' | 'wellhubId'>,
  ): Promise<void> {
    await queries.query(INSERT, [partnerId, customerId, id, wellhubId]);
  }

  async decide(
    queries: Queries,
    { partnerId, id }: { partnerId: string; id: string },
    state: ClaimState,
    by: string,
  ): Promise<void> {
    await queries.query(DECIDE, [partnerId, id, state, by]);
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await queries.query(YIELD, [partnerId, fromId, intoId]);
    await queries.query(MOVE, [partnerId, fromId, intoId]);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await queries.query(ERASE, [partnerId, customerId]);
  }
}

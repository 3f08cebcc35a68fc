import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import { employedBySql, tenantOf, type Employer } from '../people/employer.js';
import { isFromProviderSql } from '../people/log-in-ways.sql.js';
import type { StaffRole } from '../people/staff-roles.js';

/** A person at one partner. */
export interface StaffMember {
  readonly id: string;
  readonly partnerId: Employer;
  readonly personId: string;
  /** Null where a provider told none. */
  readonly email: string | null;
  /** Null until the invitation is accepted. */
  readonly name: string | null;
  readonly language: string;
  readonly role: StaffRole;
  /** Null: all gyms of the partner. */
  readonly gymIds: readonly number[] | null;
  readonly version: number;
  /** Logs in by the partner's provider, which also decides the role. */
  readonly isFromProvider: boolean;
  readonly acceptedAt: Date | null;
  readonly invitedUntil: Date | null;
  readonly createdAt: Date;
}

export interface NewStaffMember {
  readonly id: string;
  readonly personId: string;
  readonly role: StaffRole;
  readonly gymIds: readonly number[] | null;
  /** Without an invitation: a provider vouches for them. */
  readonly isAccepted?: boolean;
}

export const MOST_MEMBERS = 500;

export type StaffPlace = Pick<StaffMember, 'role' | 'gymIds'>;

type Row = StaffMember & Record<string, unknown>;

const MEMBERS = `select m.id, m.partner_id as "partnerId", m.person_id as "personId", p.email,
    case when m.accepted_at is not null then p.name end as name, p.language, m.role,
    m.gym_ids::float8[] as "gymIds", m.version, ${isFromProviderSql} as "isFromProvider", m.accepted_at as "acceptedAt", m.created_at as "createdAt",
    (select max(i.expires_at) from staff_invitations i where i.membership_id = m.id) as "invitedUntil"
  from staff_memberships m join staff_people p on p.id = m.person_id`;
const LIST = {
  name: 'staff-members.list',
  text: `${MEMBERS} where ${employedBySql('m', '$1')} and ($2::uuid is null or m.id > $2) order by m.id limit $3`,
};
const FIND = {
  name: 'staff-members.find',
  text: `${MEMBERS} where ${employedBySql('m', '$1')} and m.id = $2`,
};
/** Until the commit: of parallel calls none counts before another has changed its row. */
const LOCK_EMPLOYER = {
  name: 'staff-members.lock-employer',
  text: `select pg_advisory_xact_lock(hashtextextended($1, 11))::text`,
};
const REQUIRES_PROVIDER = {
  name: 'staff-members.requires-provider',
  text: 'select 1 from staff_identity_providers where partner_id = $1 and required',
};
const COUNT = {
  name: 'staff-members.count',
  text: `select count(*)::int as count from staff_memberships m where ${employedBySql('m', '$1')}`,
};
/** Who come in while a provider is away. */
const COUNT_OTHERS = {
  name: 'staff-members.count-others',
  text: `select count(*)::int as count from staff_memberships m
    where ${employedBySql('m', '$1')} and m.id <> $2 and m.role = $3 and m.accepted_at is not null
    and not ${isFromProviderSql}`,
};
const INSERT = {
  name: 'staff-members.insert',
  text: `insert into staff_memberships (id, partner_id, person_id, role, gym_ids, accepted_at)
    values ($2, $1, $3, $4, $5, case when $6 then clock_timestamp() end)
    on conflict do nothing returning id`,
};
const CHANGE = {
  name: 'staff-members.change',
  text: `update staff_memberships m set role = $3, gym_ids = $4, version = version + 1
    where ${employedBySql('m', '$1')} and m.id = $2`,
};
const REMOVE = {
  name: 'staff-members.remove',
  text: `delete from staff_memberships m where ${employedBySql('m', '$1')} and m.id = $2`,
};

/** The rows of `staff_memberships`. */
@Injectable()
export class StaffMembersRepository {
  constructor(private readonly db: Database) {}

  list(employer: Employer, after: string | undefined, limit: number): Promise<StaffMember[]> {
    return this.db.query<Row>(LIST, [employer, after ?? null, limit]);
  }

  async find(
    employer: Employer,
    id: string,
    queries: Queries = this.db,
  ): Promise<StaffMember | undefined> {
    return (await queries.query<Row>(FIND, [employer, id]))[0];
  }

  async lockEmployer(tx: Queries, employer: Employer): Promise<void> {
    await tx.query(LOCK_EMPLOYER, [tenantOf(employer)]);
  }

  /** Then only an OWNER may log in with a password. */
  async isProviderRequired(tx: Queries, employer: Employer): Promise<boolean> {
    return (await tx.query(REQUIRES_PROVIDER, [employer])).length === 1;
  }

  count(tx: Queries, employer: Employer): Promise<number> {
    return countIn(tx, COUNT, [employer]);
  }

  /** Others with the same role who have accepted, and come by no provider. */
  countOthers(tx: Queries, { id, partnerId, role }: StaffMember): Promise<number> {
    return countIn(tx, COUNT_OTHERS, [partnerId, id, role]);
  }

  /** @returns false when the person is a member already */
  async insert(tx: Queries, employer: Employer, member: NewStaffMember): Promise<boolean> {
    const { id, personId, role, gymIds, isAccepted = false } = member;
    const values = [employer, id, personId, role, gymIds, isAccepted];
    return (await tx.query(INSERT, values)).length === 1;
  }

  async change(
    tx: Queries,
    employer: Employer,
    { id, role, gymIds }: Omit<NewStaffMember, 'personId' | 'isAccepted'>,
  ): Promise<void> {
    await tx.query(CHANGE, [employer, id, role, gymIds]);
  }

  async remove(tx: Queries, employer: Employer, id: string): Promise<void> {
    await tx.query(REMOVE, [employer, id]);
  }
}

async function countIn(
  tx: Queries,
  statement: typeof COUNT,
  values: readonly unknown[],
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(statement, values);
  return row?.count ?? 0;
}

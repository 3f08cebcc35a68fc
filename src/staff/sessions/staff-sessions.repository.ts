import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import type { AwaitedStep } from '../second-factors/log-in-steps.js';
import { employedBySql, employerExistsSql, type Employer } from '../people/employer.js';
import { isAllowedWaySql, isFromProviderSql } from '../people/log-in-ways.sql.js';
import type { StaffRole } from '../people/staff-roles.js';

/** A session that has not ended, with what its person may do now. */
export interface LiveStaffSession {
  readonly id: string;
  readonly memberId: string;
  readonly personId: string;
  readonly partnerId: Employer;
  /** Of the operator, and looks in at that partner. */
  readonly isObserver: boolean;
  /** Null where a provider told none. */
  readonly email: string | null;
  readonly name: string;
  readonly language: string;
  readonly role: StaffRole;
  /** Where the person works now; null: the membership has all gyms. */
  readonly gymId: number | null;
  /** Until then it is no session of a caller. */
  readonly awaits: AwaitedStep | null;
  /** When the person last entered the password or a code. */
  readonly provenAt: Date;
  /** That is less than ten minutes ago. */
  readonly isRecent: boolean;
  /** By the provider of the partner, and without a password. */
  readonly isFromProvider: boolean;
  readonly lifeMs: number;
}

/** A session as its person sees it in a list. */
export interface ListedStaffSession {
  readonly id: string;
  readonly memberId: string;
  readonly source: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface NewStaffSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly memberId: string;
  readonly gymId: number | null;
  readonly source: string;
  readonly awaits: AwaitedStep | null;
  /** At which an operator looks in. */
  readonly observedPartnerId?: string | undefined;
  /** Absent: just now. */
  readonly provenAt?: Date | undefined;
}

/** Where the person works now. */
const AT = 'coalesce(s.observed_partner_id, m.partner_id)';
const LIVE = 's.expires_at > clock_timestamp()';
const INSERT = {
  name: 'staff-sessions.insert',
  text: `insert into staff_sessions (id, token_hash, membership_id, gym_id, source, awaits, proven_at, expires_at, observed_partner_id)
    select $1, $2, m.id, $4, $5, $6, least($7, clock_timestamp()), clock_timestamp() + interval '12 hours', $8
    from staff_memberships m where m.id = $3 and ($8::uuid is null or m.partner_id is null) for key share of m`,
};
const FIND = {
  name: 'staff-sessions.find',
  text: `select s.id, m.id as "memberId", p.id as "personId", ${AT} as "partnerId", s.observed_partner_id is not null as "isObserver", p.email, p.name, p.language,
      m.role, s.gym_id::float8 as "gymId", s.awaits, s.proven_at as "provenAt",
      s.proven_at > clock_timestamp() - interval '10 minutes' as "isRecent",
      ${isFromProviderSql} as "isFromProvider",
      extract(epoch from s.expires_at - clock_timestamp())::float8 * 1000 as "lifeMs"
    from staff_sessions s join staff_memberships m on m.id = s.membership_id
    join staff_people p on p.id = m.person_id
    where s.token_hash = $1 and ${LIVE} and m.accepted_at is not null and ${employerExistsSql(AT)}
      and ${isAllowedWaySql}
      and (s.gym_id = any(m.gym_ids) or m.gym_ids is null and s.gym_id is null)`,
};
const LISTED = `select s.id, s.membership_id as "memberId", s.source, s.created_at as "createdAt", s.expires_at as "expiresAt"
  from staff_sessions s join staff_memberships m on m.id = s.membership_id`;
const LIST_OF_PERSON = {
  name: 'staff-sessions.list-of-person',
  text: `${LISTED} where m.person_id = $1 and s.awaits is null and ${LIVE} order by s.created_at desc, s.id limit 100`,
};
const LIST_OF_MEMBER = {
  name: 'staff-sessions.list-of-member',
  text: `${LISTED} where ${employedBySql('m', '$1')} and m.id = $2 and s.awaits is null and ${LIVE} order by s.created_at desc, s.id limit 100`,
};
const REMOVE = {
  name: 'staff-sessions.remove',
  text: 'delete from staff_sessions where token_hash = $1',
};
const REMOVE_OF_PERSON = {
  name: 'staff-sessions.remove-of-person',
  text: `delete from staff_sessions s using staff_memberships m
    where m.id = s.membership_id and m.person_id = $1 and ($2::uuid is null or s.id = $2) returning s.id`,
};
const REMOVE_OTHERS = {
  name: 'staff-sessions.remove-others',
  text: `delete from staff_sessions s using staff_memberships m
    where m.id = s.membership_id and m.person_id = $1 and s.id <> $2`,
};
const REMOVE_OF_MEMBER = {
  name: 'staff-sessions.remove-of-member',
  text: `delete from staff_sessions s using staff_memberships m
    where m.id = s.membership_id and ${employedBySql('m', '$1')} and m.id = $2`,
};

const REMOVE_FROM_PROVIDER = {
  name: 'staff-sessions.remove-from-provider',
  text: `delete from staff_sessions s using staff_memberships m
    where m.id = s.membership_id and m.partner_id = $1 and m.id::text is distinct from $2 and ${isFromProviderSql}`,
};

/** The rows of `staff_sessions`: only hashes, so no stored value is a credential. */
@Injectable()
export class StaffSessionsRepository {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    sweeps.declare({
      data: { data: 'staff-sessions', countedFrom: 'ENDED' },
      table: 'staff_sessions',
      column: 'expires_at',
      keep: '0 seconds',
    });
  }

  /** Nothing for a membership that has ended meanwhile. */
  async insert(session: NewStaffSession): Promise<void> {
    const { id, tokenHash, memberId, gymId, source, awaits, provenAt = null } = session;
    const { observedPartnerId = null } = session;
    const at = [memberId, gymId, source, awaits, provenAt, observedPartnerId];
    await this.db.query(INSERT, [id, tokenHash, ...at]);
  }

  async find(tokenHash: Buffer): Promise<LiveStaffSession | undefined> {
    return (await this.db.query<LiveStaffSession & object>(FIND, [tokenHash]))[0];
  }

  listOfPerson(personId: string): Promise<ListedStaffSession[]> {
    return this.db.query<ListedStaffSession & object>(LIST_OF_PERSON, [personId]);
  }

  listOfMember(employer: Employer, memberId: string): Promise<ListedStaffSession[]> {
    return this.db.query<ListedStaffSession & object>(LIST_OF_MEMBER, [employer, memberId]);
  }

  async remove(tokenHash: Buffer): Promise<void> {
    await this.db.query(REMOVE, [tokenHash]);
  }

  /** One of the person's sessions, or all of them. @returns how many there were */
  async removeOfPerson(
    personId: string,
    id: string | undefined,
    queries: Queries = this.db,
  ): Promise<number> {
    return (await queries.query(REMOVE_OF_PERSON, [personId, id ?? null])).length;
  }

  /** Of all people who came by the partner's provider, but one. */
  async removeFromProvider(
    tx: Queries,
    partnerId: string,
    exceptMemberId: string | null,
  ): Promise<void> {
    await tx.query(REMOVE_FROM_PROVIDER, [partnerId, exceptMemberId]);
  }

  async removeOthers(personId: string, id: string): Promise<void> {
    await this.db.query(REMOVE_OTHERS, [personId, id]);
  }

  async removeOfMember(queries: Queries, employer: Employer, memberId: string): Promise<void> {
    await queries.query(REMOVE_OF_MEMBER, [employer, memberId]);
  }
}

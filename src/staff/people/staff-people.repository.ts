import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database, type Queries } from '../../platform/database/database.js';
import type { EmailAddress } from '../../platform/values/email-address.js';
import { employerExistsSql, type Employer } from './employer.js';
import { isAllowedWaySql, isFromProviderSql } from './log-in-ways.sql.js';
import type { StaffRole } from './staff-roles.js';

/** A person as the log-in needs them. */
export interface StaffPerson {
  readonly id: string;
  readonly email: string;
  readonly language: string;
  readonly passwordHash: string | null;
}

/** What people change about themselves; what is absent stays. */
export interface OwnChange {
  readonly name?: string | undefined;
  readonly language?: string | undefined;
}

export interface OwnProfile {
  readonly name: string;
  readonly language: string;
}

/** Where a person may work, once the invitation is accepted. */
export interface StaffWorkplace {
  readonly memberId: string;
  readonly personId: string;
  readonly partnerId: Employer;
  readonly role: StaffRole;
  readonly gymIds: readonly number[] | null;
}

export interface KnownWorkplace extends StaffWorkplace {
  /** False where the partner wants the person to log in another way. */
  readonly isOpen: boolean;
  /** The person logs in at the partner's provider, and nowhere else. */
  readonly isFromProvider: boolean;
}

/** A log-in here counts there, with a password or a passkey. */
export const takesLogIn = ({ isOpen, isFromProvider }: KnownWorkplace): boolean =>
  isOpen && !isFromProvider;

/** Where a log-in leads: one that does not take it only when there is no other. */
export const firstPlace = (places: readonly KnownWorkplace[]): KnownWorkplace | undefined =>
  places.find(takesLogIn) ?? places[0];

/** An update of nothing, because it returns and locks the row in either case. */
const FIND_OR_ADD = {
  name: 'staff-people.find-or-add',
  text: `insert into staff_people (id, email, email_key, language) values ($1, $2, $3, $4)
    on conflict (email_key) do update set email_key = excluded.email_key
    returning id, language`,
};
const FIND_BY_EMAIL = {
  name: 'staff-people.find-by-email',
  text: `select id, email, language, password_hash as "passwordHash" from staff_people where email_key = $1`,
};
const FIND = {
  name: 'staff-people.find',
  text: `select id, email, language, password_hash as "passwordHash" from staff_people where id = $1`,
};
const WORKPLACES = {
  name: 'staff-people.workplaces',
  text: `select id as "memberId", person_id as "personId", partner_id as "partnerId", role, gym_ids::float8[] as "gymIds",
      ${isAllowedWaySql} as "isOpen", ${isFromProviderSql} as "isFromProvider"
    from staff_memberships m where person_id = $1 and accepted_at is not null and ${employerExistsSql('m.partner_id')}
    order by accepted_at, id`,
};
const SET_FIRST_PASSWORD = {
  name: 'staff-people.set-first-password',
  text: `update staff_people set name = $2, password_hash = $3
    where id = $1 and password_hash is null returning id`,
};
const CHANGE_OWN = {
  name: 'staff-people.change-own',
  text: `update staff_people set name = coalesce($2, name), language = coalesce($3, language) where id = $1`,
};
const LOCK_OWN = {
  name: 'staff-people.lock-own',
  text: 'select name, language from staff_people where id = $1 for no key update',
};
/** Before `REMOVE_UNLESS_MEMBER`, in a statement of its own: it waits for those who make the person a member now. */
const LOCK = {
  name: 'staff-people.lock',
  text: 'select id from staff_people where id = $1 for update',
};
const REMOVE_UNLESS_MEMBER = {
  name: 'staff-people.remove-unless-member',
  text: `delete from staff_people p where p.id = $1
    and not exists (select from staff_memberships m where m.person_id = p.id)`,
};

/** The rows of `staff_people`: of the whole deployment, so no partner comes first. */
@Injectable()
export class StaffPeopleRepository {
  constructor(private readonly db: Database) {}

  /** @param language of a new person */
  async findOrAdd(
    tx: Queries,
    { email, key }: EmailAddress,
    language: string,
  ): Promise<Pick<StaffPerson, 'id' | 'language'>> {
    type Row = Pick<StaffPerson, 'id' | 'language'> & object;
    const [row] = await tx.query<Row>(FIND_OR_ADD, [uuidv7(), email, key, language]);
    if (!row) throw new Error('the person was not returned');
    return row;
  }

  async findByEmail(
    emailKey: string,
    queries: Queries = this.db,
  ): Promise<StaffPerson | undefined> {
    return (await queries.query<StaffPerson & object>(FIND_BY_EMAIL, [emailKey]))[0];
  }

  async find(queries: Queries, id: string): Promise<StaffPerson | undefined> {
    return (await queries.query<StaffPerson & object>(FIND, [id]))[0];
  }

  workplaces(personId: string, queries: Queries = this.db): Promise<KnownWorkplace[]> {
    return queries.query<KnownWorkplace & object>(WORKPLACES, [personId]);
  }

  /** @returns false when the person has a password already */
  async setFirstPassword(
    tx: Queries,
    {
      id,
      name,
      passwordHash,
    }: { readonly id: string; readonly name: string; readonly passwordHash: string },
  ): Promise<boolean> {
    return (await tx.query(SET_FIRST_PASSWORD, [id, name, passwordHash])).length === 1;
  }

  /** Locked until the commit. */
  async lockOwn(tx: Queries, id: string): Promise<OwnProfile | undefined> {
    return (await tx.query<OwnProfile & object>(LOCK_OWN, [id]))[0];
  }

  async changeOwn(tx: Queries, id: string, { name, language }: OwnChange): Promise<void> {
    await tx.query(CHANGE_OWN, [id, name ?? null, language ?? null]);
  }

  async removeUnlessMember(tx: Queries, id: string): Promise<void> {
    await tx.query(LOCK, [id]);
    await tx.query(REMOVE_UNLESS_MEMBER, [id]);
  }
}

import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import type { Queries } from '../../platform/database/database.js';
import type { NewStaffMember } from '../members/staff-members.repository.js';

/** Who a provider says a person is; unique at a partner. */
export interface IdentityKey {
  readonly partnerId: string;
  readonly issuer: string;
  readonly subject: string;
}

/** What the provider says of them: shown, and never a way in. */
export interface IdentityProfile {
  readonly name: string;
  readonly email: string | null;
  readonly language: string;
}

/** A person who came before, with what they may do. */
export type KnownIdentity = NewStaffMember;

const FIND = {
  name: 'identities.find',
  text: `select m.id, i.person_id as "personId", m.role, m.gym_ids::float8[] as "gymIds"
    from staff_identities i join staff_memberships m on m.person_id = i.person_id and m.partner_id = i.partner_id
    where i.partner_id = $1 and i.issuer = $2 and i.subject = $3`,
};
const ADD = {
  name: 'identities.add',
  text: `with person as (
      insert into staff_people (id, email, name, language) values ($4, $5, $6, $7) returning id
    )
    insert into staff_identities (person_id, partner_id, issuer, subject) select id, $1, $2, $3 from person`,
};
const RENEW = {
  name: 'identities.renew',
  text: 'update staff_people set email = $2, name = $3, language = $4 where id = $1',
};
const REMOVE_MEMBERS = {
  name: 'identities.remove-members',
  text: `delete from staff_memberships m using staff_identities i
    where m.partner_id = $1 and i.partner_id = $1 and i.person_id = m.person_id`,
};
/** Their identities go with them. */
const REMOVE_PEOPLE = {
  name: 'identities.remove-people',
  text: `delete from staff_people p using staff_identities i where i.partner_id = $1 and i.person_id = p.id`,
};

/** The rows of `staff_identities`, and the people whom they are about. */
@Injectable()
export class IdentitiesRepository {
  async find(
    tx: Queries,
    { partnerId, issuer, subject }: IdentityKey,
  ): Promise<KnownIdentity | undefined> {
    return (await tx.query<KnownIdentity & object>(FIND, [partnerId, issuer, subject]))[0];
  }

  /** @returns the id of the new person */
  async add(
    tx: Queries,
    { partnerId, issuer, subject }: IdentityKey,
    { email, name, language }: IdentityProfile,
  ): Promise<string> {
    const id = uuidv7();
    await tx.query(ADD, [partnerId, issuer, subject, id, email, name, language]);
    return id;
  }

  async renew(
    tx: Queries,
    personId: string,
    { email, name, language }: IdentityProfile,
  ): Promise<void> {
    await tx.query(RENEW, [personId, email, name, language]);
  }

  /** All people who came by a provider of the partner, with their memberships. */
  async removeAll(tx: Queries, partnerId: string): Promise<void> {
    await tx.query(REMOVE_MEMBERS, [partnerId]);
    await tx.query(REMOVE_PEOPLE, [partnerId]);
  }
}

import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import { employerExistsSql, type Employer } from '../people/employer.js';
import { isAllowedWaySql } from '../people/log-in-ways.sql.js';
import type { StaffRole } from '../people/staff-roles.js';

/** What a link invites to. */
export interface StaffInvitation {
  readonly memberId: string;
  readonly partnerId: Employer;
  readonly personId: string;
  readonly email: string;
  readonly language: string;
  readonly role: StaffRole;
  /** The person has a password, from another partner. */
  readonly hasPassword: boolean;
}

export const INVITATION_HOURS = 48;

const INSERT = {
  name: 'staff-invitations.insert',
  text: `insert into staff_invitations (token_hash, membership_id, expires_at)
    values ($1, $2, clock_timestamp() + interval '${INVITATION_HOURS} hours')`,
};
const END = {
  name: 'staff-invitations.end',
  text: 'delete from staff_invitations where membership_id = $1',
};
const FIND = {
  name: 'staff-invitations.find',
  text: `select m.id as "memberId", m.partner_id as "partnerId", p.id as "personId", p.email,
      p.language, m.role, p.password_hash is not null as "hasPassword"
    from staff_invitations i join staff_memberships m on m.id = i.membership_id
    join staff_people p on p.id = m.person_id
    where i.token_hash = $1 and i.expires_at > clock_timestamp() and ${employerExistsSql('m.partner_id')}
      and ${isAllowedWaySql}`,
};
/**
 * Of parallel callers one deletes the row; the others wait for it and find none. The membership first, as a removal
 * locks.
 */
const USE = {
  name: 'staff-invitations.use',
  text: `with invited as (
      select m.id from staff_invitations i join staff_memberships m on m.id = i.membership_id
      where i.token_hash = $1 and i.expires_at > clock_timestamp() for no key update of m
    ), used as (
      delete from staff_invitations i using invited where i.token_hash = $1 returning i.membership_id
    )
    update staff_memberships m set accepted_at = clock_timestamp() from used
    where m.id = used.membership_id returning m.id`,
};

/** The rows of `staff_invitations`: only hashes, so no stored value opens the page. */
@Injectable()
export class StaffInvitationsRepository {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    sweeps.declare({
      data: { data: 'staff-invitations', countedFrom: 'ENDED' },
      table: 'staff_invitations',
      column: 'expires_at',
      keep: '1 day',
    });
  }

  /** The earlier link of the member ends. */
  async replace(tx: Queries, memberId: string, tokenHash: Buffer): Promise<void> {
    await tx.query(END, [memberId]);
    await tx.query(INSERT, [tokenHash, memberId]);
  }

  async find(tokenHash: Buffer): Promise<StaffInvitation | undefined> {
    return (await this.db.query<StaffInvitation & object>(FIND, [tokenHash]))[0];
  }

  /** Uses the link: the person is a member from now on. @returns false when it has ended */
  async use(tx: Queries, tokenHash: Buffer): Promise<boolean> {
    return (await tx.query(USE, [tokenHash])).length === 1;
  }
}

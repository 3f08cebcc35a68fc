import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';

/** A request for a link: the address, and the network that it came from. */
export interface PasswordRequest {
  readonly emailKey: string;
  readonly source: string;
}

/** Whose password a link sets. */
export interface PasswordLinkOwner {
  readonly personId: string;
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  readonly language: string;
}

export const PASSWORD_LINK_MINUTES = 60;

const STORE = {
  name: 'password-links.store-request',
  text: 'insert into staff_password_requests (id, email_key, source) values ($1, $2, $3)',
};
/** Since when the oldest request waits. */
export const STAFF_REQUESTED_SINCE_SQL =
  'select created_at from staff_password_requests order by created_at limit 1';
/** The oldest, and with it all that are the same. */
const TAKE = {
  name: 'password-links.take-request',
  text: `with oldest as (
      select email_key, source from staff_password_requests order by created_at limit 1 for update skip locked
    ), same as (
      select r.id from staff_password_requests r join oldest using (email_key, source)
      for update of r skip locked
    ), gone as (
      delete from staff_password_requests r using same where r.id = same.id returning 1
    )
    select email_key as "emailKey", source from oldest where (select count(*) from gone) > 0`,
};
const REPLACE = {
  name: 'password-links.replace',
  text: `with earlier as (delete from staff_password_links where person_id = $2)
    insert into staff_password_links (token_hash, person_id, expires_at)
    values ($1, $2, clock_timestamp() + interval '${PASSWORD_LINK_MINUTES} minutes')`,
};
const FIND = {
  name: 'password-links.find',
  text: `select p.id as "personId", p.email, p.email_key as "emailKey", p.name, p.language
    from staff_password_links l join staff_people p on p.id = l.person_id
    where l.token_hash = $1 and l.expires_at > clock_timestamp() and p.password_hash is not null`,
};
/** Of parallel callers one deletes the row; the others wait for it and find none. */
const USE = {
  name: 'password-links.use',
  text: `with used as (
      delete from staff_password_links where token_hash = $1 and expires_at > clock_timestamp() returning person_id
    )
    update staff_people p set password_hash = $2 from used where p.id = used.person_id returning p.id`,
};

/** The rows of `staff_password_requests` and `staff_password_links`. */
@Injectable()
export class PasswordLinksRepository {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    sweeps.declare({
      data: { data: 'staff-password-links', countedFrom: 'ENDED' },
      table: 'staff_password_links',
      column: 'expires_at',
      keep: '1 day',
    });
  }

  async store({ emailKey, source }: PasswordRequest): Promise<void> {
    await this.db.query(STORE, [uuidv7(), emailKey, source]);
  }

  async take(tx: Queries): Promise<PasswordRequest | undefined> {
    return (await tx.query<PasswordRequest & object>(TAKE, []))[0];
  }

  /** The earlier link of the person ends. */
  async replace(tx: Queries, personId: string, tokenHash: Buffer): Promise<void> {
    await tx.query(REPLACE, [tokenHash, personId]);
  }

  async find(tokenHash: Buffer): Promise<PasswordLinkOwner | undefined> {
    return (await this.db.query<PasswordLinkOwner & object>(FIND, [tokenHash]))[0];
  }

  /** Uses the link and sets the password. @returns false when it has ended */
  async use(tx: Queries, tokenHash: Buffer, passwordHash: string): Promise<boolean> {
    return (await tx.query(USE, [tokenHash, passwordHash])).length === 1;
  }
}

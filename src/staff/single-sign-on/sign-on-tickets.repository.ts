import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';

export interface NewSignOn {
  readonly partnerId: string;
  /** Of the provider. */
  readonly version: number;
  /** The session whose person proves once more who they are. */
  readonly sessionId: string | null;
}

/** A log-in that comes back from its provider. */
export interface PendingSignOn extends NewSignOn {
  /** Whose session it is, and where they work. */
  readonly personId: string | null;
  readonly gymId: number | null;
}

const INSERT = {
  name: 'sign-on-tickets.insert',
  text: `insert into staff_sign_ons (token_hash, partner_id, version, session_id, expires_at)
    values ($1, $2, $3, $4, clock_timestamp() + interval '10 minutes')`,
};
/** Of parallel callers one deletes the row; the others find none. */
const USE = {
  name: 'sign-on-tickets.use',
  text: `with used as (
      delete from staff_sign_ons where token_hash = $1 and expires_at > clock_timestamp()
      returning partner_id, version, session_id
    )
    select u.partner_id as "partnerId", u.version, u.session_id as "sessionId", m.person_id as "personId",
      s.gym_id::float8 as "gymId"
    from used u left join staff_sessions s on s.id = u.session_id
    left join staff_memberships m on m.id = s.membership_id`,
};

/** The rows of `staff_sign_ons`: only hashes, so no stored value completes a log-in. */
@Injectable()
export class SignOnTicketsRepository {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    sweeps.declare({ table: 'staff_sign_ons', column: 'expires_at', keep: '0 seconds' });
  }

  async insert(tokenHash: Buffer, { partnerId, version, sessionId }: NewSignOn): Promise<void> {
    await this.db.query(INSERT, [tokenHash, partnerId, version, sessionId]);
  }

  async use(tokenHash: Buffer): Promise<PendingSignOn | undefined> {
    return (await this.db.query<PendingSignOn & object>(USE, [tokenHash]))[0];
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';

/** What a passkey signs for: to be added, as a second factor, or in the place of the password. */
export type PasskeyPurpose = 'ADD' | 'PROVE' | 'LOG_IN';

/** What a passkey must sign, where and for what. */
export interface PasskeyChallenge {
  readonly challenge: string;
  readonly purpose: PasskeyPurpose;
  /** Null: of a log-in without a password. */
  readonly sessionId: string | null;
}

/** Nothing for a session that has ended meanwhile. */
const INSERT = {
  name: 'passkey-challenges.insert',
  text: `insert into staff_passkey_challenges (challenge, purpose, session_id, expires_at)
    select $1, $2, $3, clock_timestamp() + interval '5 minutes'
    where $3::uuid is null or exists (select from staff_sessions where id = $3 for key share)`,
};
const USE = {
  name: 'passkey-challenges.use',
  text: `delete from staff_passkey_challenges where challenge = $1 and purpose = $2
    and session_id is not distinct from $3 and expires_at > clock_timestamp() returning challenge`,
};

/** The rows of `staff_passkey_challenges`. */
@Injectable()
export class PasskeyChallengesRepository {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    sweeps.declare({ table: 'staff_passkey_challenges', column: 'expires_at', keep: '0 seconds' });
  }

  async insert({ challenge, purpose, sessionId }: PasskeyChallenge): Promise<void> {
    await this.db.query(INSERT, [challenge, purpose, sessionId]);
  }

  /** @returns true once */
  async use({ challenge, purpose, sessionId }: PasskeyChallenge): Promise<boolean> {
    return (await this.db.query(USE, [challenge, purpose, sessionId])).length === 1;
  }
}

import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { hmacSha256 } from '../platform/crypto/hashing.js';
import { Keyring } from '../platform/crypto/keyring.js';
import { Database } from '../platform/database/database.js';
import { Sweeps } from '../platform/database/sweeps.js';

/** Who sits at the console: a key, or the operator's, and a name. */
export interface Seat {
  /** Null for the operator. */
  readonly keyId: string | null;
  readonly person: string;
}

/** One that has not ended yet. */
export interface LiveSeat extends Seat {
  readonly lifeMs: number;
  /** How much longer it would last if it were prolonged now. */
  readonly gainMs: number;
}

const INSERT = {
  name: 'console-sessions.insert',
  text: `insert into console_sessions (token_hash, api_key_id, operator_mark, person, expires_at)
    values ($1, $2, $3, $4, clock_timestamp() + interval '12 hours') returning expires_at as "expiresAt"`,
};
/** From now on 12 h; the name typed at log-in counts for a week at most. */
const PROLONGED = `least(clock_timestamp() + interval '12 hours', created_at + interval '7 days')`;
const FIND = {
  name: 'console-sessions.find',
  text: `select api_key_id as "keyId", person,
      extract(epoch from expires_at - clock_timestamp())::float8 * 1000 as "lifeMs",
      extract(epoch from ${PROLONGED} - expires_at)::float8 * 1000 as "gainMs"
    from console_sessions
    where token_hash = $1 and expires_at > clock_timestamp()
      and (api_key_id is not null or operator_mark = any($2::bytea[]))`,
};
const PROLONG = {
  name: 'console-sessions.prolong',
  text: `update console_sessions set expires_at = greatest(expires_at, ${PROLONGED})
    where token_hash = $1 and expires_at > clock_timestamp()`,
};
const REMOVE = {
  name: 'console-sessions.remove',
  text: 'delete from console_sessions where token_hash = $1',
};
/** The table `console_sessions`: only hashes, so no stored value is a credential. */
@Injectable()
export class ConsoleSessionsRepository {
  private readonly operatorMarks: Buffer[];

  constructor(
    private readonly db: Database,
    keyring: Keyring,
    settings: Settings,
    sweeps: Sweeps,
  ) {
    sweeps.declare({
      data: { data: 'console-sessions', countedFrom: 'ENDED' },
      table: 'console_sessions',
      column: 'expires_at',
      keep: '0 seconds',
    });
    this.operatorMarks = keyring
      .keys({
        name: 'console-sessions',
        columns: ['console_sessions.operator_mark'],
        validDays: 1,
      })
      .map((key) => hmacSha256(key, settings.operatorApiKey));
  }

  /** @returns when it ends */
  async insert(tokenHash: Buffer, { keyId, person }: Seat): Promise<Date> {
    const mark = keyId === null ? this.operatorMarks[0] : null;
    const [row] = await this.db.query<{ expiresAt: Date }>(INSERT, [
      tokenHash,
      keyId,
      mark,
      person,
    ]);
    if (!row) throw new Error('the new session was not returned');
    return row.expiresAt;
  }

  async find(tokenHash: Buffer): Promise<LiveSeat | undefined> {
    return (await this.db.query<LiveSeat & object>(FIND, [tokenHash, this.operatorMarks]))[0];
  }

  async prolong(tokenHash: Buffer): Promise<void> {
    await this.db.query(PROLONG, [tokenHash]);
  }

  async remove(tokenHash: Buffer): Promise<void> {
    await this.db.query(REMOVE, [tokenHash]);
  }
}

import { Injectable } from '@nestjs/common';
import {
  gymLanguageSql,
  partnerAliveSql,
  partnerAndTestSql,
  partnerEnvironmentSql,
  type PartnerEnvironment,
} from '../partners/index.js';
import { Database } from '../platform/database/database.js';
import type { Scope } from '../platform/http/declarations.js';

/** A key as stored: nothing in it can be used as a credential. */
export interface ApiKeyRow {
  id: string;
  partnerId: string | null;
  lineage: string;
  /** Null for a key of the operator. */
  environment: PartnerEnvironment | null;
  name: string;
  prefix: string;
  scopes: Scope[];
  gymId: number | null;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

/** By the clock of the database. */
export const KEY_STATES = ['ACTIVE', 'EXPIRED', 'REVOKED'] as const;
export type KeyState = (typeof KEY_STATES)[number];
/** A key as it is listed. */
export type ListedKey = ApiKeyRow & { readonly state: KeyState };

export interface KeyPage {
  readonly state: KeyState | undefined;
  /** Absent: those of the partner and of its test environment. */
  readonly environment: PartnerEnvironment | undefined;
  readonly after: string | undefined;
  readonly limit: number;
}

/** A live key, with what its calls need to know. */
export interface LiveApiKeyRow extends ApiKeyRow {
  language: string | null;
  /** How long it stays valid, in ms by the clock of the database; null = for ever. */
  lifeMs: number | null;
}

export interface NewApiKey {
  id: string;
  partnerId: string;
  lineage: string;
  name: string;
  prefix: string;
  hash: Buffer;
  scopes: readonly Scope[];
  gymId: number | null;
  expiresAt: Date | null;
}

const ENVIRONMENT = partnerEnvironmentSql('api_keys.partner_id');
/** An administrator of a partner sees and ends the keys of its test environment, too. */
const OWN = `partner_id in ${partnerAndTestSql('$1')}`;
const COLUMNS = `id, partner_id as "partnerId", line_id as lineage, ${ENVIRONMENT} as environment, name, prefix, scopes, gym_id as "gymId",
  created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt", last_used_at as "lastUsedAt"`;
/** For errors to a caller that names no language. */
const LANGUAGE = `${gymLanguageSql('api_keys.partner_id', 'api_keys.gym_id')} as language`;
const LIFE = 'extract(epoch from expires_at - clock_timestamp())::float8 * 1000 as "lifeMs"';
const LIVE = `revoked_at is null and (expires_at is null or expires_at > clock_timestamp())
  and (partner_id is null or ${partnerAliveSql('api_keys.partner_id')})`;

const FIND_LIVE_BY_HASH = {
  name: 'api-keys.find-live-by-hash',
  text: `select ${COLUMNS}, ${LANGUAGE}, ${LIFE} from api_keys where hash = $1 and ${LIVE}`,
};
const FIND_LIVE_BY_ID = {
  name: 'api-keys.find-live-by-id',
  text: `select ${COLUMNS}, ${LANGUAGE}, ${LIFE} from api_keys where id = $1 and ${LIVE}`,
};
const STATE = `case when revoked_at is not null then 'REVOKED'
  when expires_at <= clock_timestamp() then 'EXPIRED' else 'ACTIVE' end`;
const LISTED = `${COLUMNS}, ${STATE} as state`;
const FIND = {
  name: 'api-keys.find',
  text: `select ${LISTED} from api_keys where ${OWN} and id = $2`,
};
const LIST = {
  name: 'api-keys.list',
  text: `select ${LISTED} from api_keys where ${OWN} and ($2::uuid is null or id > $2)
    and ($3::text is null or ${STATE} = $3) and ($5::text is null or ${ENVIRONMENT} = $5) order by id limit $4`,
};
const INSERT = {
  name: 'api-keys.insert',
  text: `insert into api_keys (id, partner_id, line_id, name, prefix, hash, scopes, gym_id, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${LISTED}`,
};
const MOST_LINES = 200;
/** Until the commit: of parallel calls none counts before another has inserted. */
const LOCK_PARTNER = {
  name: 'api-keys.lock-partner',
  text: `select pg_advisory_xact_lock(hashtextextended($1, 9))::text`,
};
/** A key and its rotations count once: a rotation is always possible. */
const COUNT_OTHER_LINEAGES = {
  name: 'api-keys.count-other-lineages',
  text: `select count(distinct line_id)::int as count from api_keys where partner_id = $1 and line_id <> $2
    and revoked_at is null and (expires_at is null or expires_at > clock_timestamp())`,
};
const END_AT = {
  name: 'api-keys.end-at',
  text: `update api_keys set expires_at = least(expires_at, clock_timestamp() + make_interval(secs => $3))
    where partner_id = $1 and id = $2`,
};
const REVOKE = {
  name: 'api-keys.revoke',
  text: `update api_keys set revoked_at = clock_timestamp()
    where ${OWN} and id = $2 and revoked_at is null returning id`,
};
const TOUCH = {
  name: 'api-keys.touch',
  text: 'update api_keys set last_used_at = clock_timestamp() where id = any($1)',
};

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly db: Database) {}

  async findLiveByHash(hash: Buffer): Promise<LiveApiKeyRow | undefined> {
    const [row] = await this.db.query<LiveApiKeyRow & object>(FIND_LIVE_BY_HASH, [hash]);
    return row;
  }

  async findLiveById(id: string): Promise<LiveApiKeyRow | undefined> {
    const [row] = await this.db.query<LiveApiKeyRow & object>(FIND_LIVE_BY_ID, [id]);
    return row;
  }

  async find(partnerId: string, id: string): Promise<ListedKey | undefined> {
    const [row] = await this.db.query<ListedKey>(FIND, [partnerId, id]);
    return row;
  }

  async list(
    partnerId: string,
    { state, environment, after, limit }: KeyPage,
  ): Promise<ListedKey[]> {
    const narrowed = [after ?? null, state ?? null, limit, environment ?? null];
    return this.db.query<ListedKey>(LIST, [partnerId, ...narrowed]);
  }

  /** @returns undefined when the partner has reached the limit of live keys */
  async insert(key: NewApiKey): Promise<ListedKey | undefined> {
    const { id, partnerId, lineage, name, prefix, hash, scopes, gymId, expiresAt } = key;
    const values = [id, partnerId, lineage, name, prefix, hash, scopes, gymId, expiresAt];
    return this.db.transaction(async (tx) => {
      await tx.query(LOCK_PARTNER, [partnerId]);
      const [others] = await tx.query<{ count: number }>(COUNT_OTHER_LINEAGES, [
        partnerId,
        lineage,
      ]);
      if (others && others.count >= MOST_LINES) return undefined;
      return (await tx.query<ListedKey>(INSERT, values))[0];
    });
  }

  async endAfter(partnerId: string, id: string, seconds: number): Promise<void> {
    await this.db.query(END_AT, [partnerId, id, seconds]);
  }

  /** @returns false when there is no such live key */
  async revoke(partnerId: string, id: string): Promise<boolean> {
    return (await this.db.query(REVOKE, [partnerId, id])).length > 0;
  }

  async touch(ids: readonly string[]): Promise<void> {
    await this.db.query(TOUCH, [ids]);
  }
}

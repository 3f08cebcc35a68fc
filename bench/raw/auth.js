import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256 } from './keys.js';

/** As long as ours trusts a key without looking again. */
const FRESH_MS = 4_000;
const LIFE_SECONDS = 3_600;

const COLUMNS = 'id, partner_id, scopes, gym_id';
const LIVE = `revoked_at is null and (expires_at is null or expires_at > clock_timestamp())
  and exists (select from partners p where p.id = partner_id and p.deleted_at is null)`;
const BY_HASH = {
  name: 'raw.key-by-hash',
  text: `select ${COLUMNS} from api_keys where hash = $1 and ${LIVE}`,
};
const BY_ID = {
  name: 'raw.key-by-id',
  text: `select ${COLUMNS} from api_keys where id = $1 and ${LIVE}`,
};

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const HEAD = encoded({ alg: 'HS256', typ: 'JWT', kid: 'raw' });

/** API keys and HS256 tokens by hand; the keys behind them are cached exactly as long as ours caches them. */
export class RawAuth {
  #known = new Map();

  #kept = new Map();

  /** @param keepsTokens whether one key gets one token a second */
  constructor(pool, keys, { keepsTokens }) {
    this.pool = pool;
    this.tokens = keys.tokens;
    this.keepsTokens = keepsTokens;
  }

  async issueToken(apiKey) {
    const caller = await this.byKey(apiKey, 'WELLHUB_REGISTRATION');
    if (!caller) return { status: 403, body: { code: 'invalid_api_key' } };
    const now = Math.floor(Date.now() / 1000);
    const kept = this.keepsTokens ? this.#kept.get(caller.id) : undefined;
    const answer = kept?.now === now ? kept.answer : this.#token(caller, now);
    if (this.keepsTokens) this.#kept.set(caller.id, { now, answer });
    return answer;
  }

  #token(caller, now) {
    const claims = { sub: caller.id, aud: 'wellhub-registration', iss: 'raw', iat: now };
    const payload = `${HEAD}.${encoded({ ...claims, exp: now + LIFE_SECONDS })}`;
    const token = `${payload}.${this.#sign(payload).toString('base64url')}`;
    return {
      status: 200,
      body: { access_token: token, token_type: 'Bearer', expires_at: now + LIFE_SECONDS },
    };
  }

  /** The live key of this scope, or undefined. */
  async byKey(apiKey, scope) {
    if (typeof apiKey !== 'string' || !apiKey.startsWith('ghk_')) return undefined;
    const hash = sha256(apiKey);
    const caller = await this.#fresh(hash.toString('base64'), BY_HASH, hash);
    return caller?.scopes.includes(scope) ? caller : undefined;
  }

  /** The live key behind a good registration token, or undefined. */
  async byToken(authorization) {
    const [head, body, signature] =
      /^Bearer (.+)$/i.exec(authorization ?? '')?.[1].split('.') ?? [];
    if (head !== HEAD || body === undefined || signature === undefined) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#sign(`${head}.${body}`);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    if (claims.aud !== 'wellhub-registration' || claims.iss !== 'raw') return undefined;
    if (claims.exp <= Date.now() / 1000) return undefined;
    return this.#fresh(claims.sub, BY_ID, claims.sub);
  }

  #sign(payload) {
    return createHmac('sha256', this.tokens).update(payload).digest();
  }

  async #fresh(name, statement, value) {
    const known = this.#known.get(name);
    if (known && performance.now() - known.readAt < FRESH_MS) return known.caller;
    const { rows } = await this.pool.query({ ...statement, values: [value] });
    if (rows[0]) this.#known.set(name, { caller: rows[0], readAt: performance.now() });
    return rows[0];
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FreshCache } from '../platform/cache/fresh-cache.js';
import { Settings } from '../platform/config/settings.js';
import { sameSecret, sha256Text } from '../platform/crypto/hashing.js';
import { after, type MaybePromise } from '../platform/deadline/maybe-promise.js';
import type { Caller } from '../platform/http/declarations.js';
import { Workers } from '../platform/worker/workers.js';
import { isApiKeyShaped } from './api-key-format.js';
import { ApiKeysRepository, type LiveApiKeyRow } from './api-keys.repository.js';

/** A key revoked on another replica ends here within 5 s (W-4). */
const FRESH_MS = 4_000;
/** While storage is down, registration trusts what it verified in the last 60 s (W-18). */
const KEEP_MS = 60_000;
export const OPERATOR_KEY_ID = '00000000-0000-0000-0000-000000000000';

/** A live key, and how long it stays valid: it expires on time although it is cached. */
interface KnownKey {
  readonly caller: Caller;
  readonly lifeMs: number | null;
}

const lifeOf = ({ lifeMs }: KnownKey) => lifeMs;

/** Resolves a clear key or a key id to its caller; remembers the answer for a few seconds. */
@Injectable()
export class KnownKeys implements OnModuleInit {
  private readonly byHash = new FreshCache<string, KnownKey>({
    load: async (hash) => this.seen(await this.keys.findLiveByHash(Buffer.from(hash, 'base64'))),
    freshMs: FRESH_MS,
    lifeOf,
  });
  private readonly byId = new FreshCache<string, KnownKey>({
    load: async (id) => this.seen(await this.keys.findLiveById(id)),
    freshMs: FRESH_MS,
    keepMs: KEEP_MS,
    lifeOf,
  });
  private used = new Set<string>();

  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly settings: Settings,
    private readonly workers: Workers,
  ) {}

  /** `lastUsedAt` is kept up to half a minute late: no request waits for it. */
  onModuleInit(): void {
    const run = async () => {
      const ids = [...this.used];
      this.used = new Set();
      if (ids.length > 0) await this.keys.touch(ids);
      return 0;
    };
    this.workers.add({
      name: 'api-keys.last-used',
      role: 'api',
      queue: null,
      everyMs: 30_000,
      run,
    });
  }

  byClearKey(key: string): MaybePromise<Caller | undefined> {
    const hash = sha256Text(key);
    const kept = this.byHash.peek(hash);
    if (kept) return kept.caller;
    const caller = isApiKeyShaped(key) ? this.byHash.get(hash) : undefined;
    return after(caller, (known) => known?.caller ?? this.operator(key));
  }

  /** The caller behind a token. `evenStale` is for the one surface that must answer while storage is down. */
  byKeyId(id: string, evenStale = false): MaybePromise<Caller | undefined> {
    if (id === OPERATOR_KEY_ID) return OPERATOR;
    const found = evenStale ? this.byId.getEvenStale(id) : this.byId.get(id);
    return after(found, (known) => known?.caller);
  }

  /** Null: the key has no end; undefined: it is not live. */
  async lifeOf(id: string): Promise<number | null | undefined> {
    return (await this.byId.get(id))?.lifeMs;
  }

  /** A revoked or rotated key ends on this replica at once. */
  forgetAll(): void {
    this.byHash.clear();
    this.byId.clear();
  }

  private operator(key: string): Caller | undefined {
    return sameSecret(key, this.settings.operatorApiKey) ? OPERATOR : undefined;
  }

  private seen(row: LiveApiKeyRow | undefined): KnownKey | undefined {
    if (!row) return undefined;
    this.used.add(row.id);
    return { caller: callerOf(row), lifeMs: row.lifeMs };
  }
}

const callerOf = (row: LiveApiKeyRow): Caller => ({
  keyId: row.id,
  lineage: row.lineage,
  name: row.name,
  scopes: row.scopes,
  ...(row.partnerId && { partnerId: row.partnerId }),
  ...(row.gymId !== null && { gymId: row.gymId }),
  ...(row.environment === 'test' && { isTest: true }),
  ...(row.language !== null && { language: row.language }),
});

const OPERATOR: Caller = {
  keyId: OPERATOR_KEY_ID,
  lineage: OPERATOR_KEY_ID,
  name: 'operator',
  scopes: ['OPERATOR'],
};

import { Injectable } from '@nestjs/common';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { Clock } from '../../platform/clock/clock.js';
import { after, type Soon } from '../../platform/deadline/soon.js';
import { Database } from '../../platform/database/database.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { CONNECTION_SECRETS } from './connection-secrets.js';
import { openSecrets, type OpenSecret, type StoredSecret } from './webhook-secret.js';
import type { WellhubEnvironment } from './wellhub-connection.entity.js';
import { FIND } from './wellhub-hooks.sql.js';

/** What an inbound address stands for, and the clear secrets that may sign what comes to it. */
export interface WellhubHook {
  readonly partnerId: string;
  /** A gym's own address; absent for the partner's. */
  readonly gymId?: number;
  readonly environment: 'production' | 'test';
  /** Tried in this order (`wellhub.md` 4.2). Empty: nothing verifies. */
  readonly secrets: readonly string[];
}

interface HookRow {
  partnerId: string;
  gymId: number | null;
  isProduction: boolean;
  environment: WellhubEnvironment;
  partnerSecrets: SecretColumns;
  gymSecrets: SecretColumns | null;
}

interface SecretColumns {
  current: string | null;
  previous: string | null;
  until: string | null;
}

const FRESH_MS = 4_000;
const SHAPE = /^[\w-]{22}$/;

/** Inbound webhook addresses: an unknown one, or one of an environment that is not in use, is nothing (W-31). */
@Injectable()
export class WellhubHooks {
  private readonly known = new FreshCache<string, KnownHook>({
    load: (hook) => this.load(hook),
    freshMs: FRESH_MS,
  });
  private readonly box;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    keyring: Keyring,
  ) {
    this.box = keyring.box(CONNECTION_SECRETS);
  }

  find(hook: string): Soon<WellhubHook | undefined> {
    const known = SHAPE.test(hook) ? this.known.get(hook) : undefined;
    return after(known, (found) => found && this.live(found));
  }

  /** A changed secret counts on this replica at once, on others within 5 s. */
  forgetAll(): void {
    this.known.clear();
  }

  private live(known: KnownHook): WellhubHook {
    const now = this.clock.now();
    const live = known.secrets.filter(({ until }) => until === undefined || until > now);
    return { ...known, secrets: live.map(({ secret }) => secret) };
  }

  private async load(hook: string): Promise<KnownHook | undefined> {
    const [row] = await this.db.query<HookRow & object>(FIND, [hook]);
    if (!row || row.isProduction !== (row.environment === 'production')) return undefined;
    const sets = [...(row.gymSecrets ? [row.gymSecrets] : []), row.partnerSecrets];
    return {
      partnerId: row.partnerId,
      ...(row.gymId !== null && { gymId: row.gymId }),
      environment: row.isProduction ? 'production' : 'test',
      secrets: sets.flatMap((set) => openSecrets(stored(set), this.box)),
    };
  }
}

/** A hook whose secrets are open already: unsealing them for every webhook would cost more than its signature. */
type KnownHook = Omit<WellhubHook, 'secrets'> & { readonly secrets: readonly OpenSecret[] };

const bytes = (text: string | null) => (text === null ? null : Buffer.from(text, 'base64'));

const stored = ({ current, previous, until }: SecretColumns): Partial<StoredSecret> => ({
  webhookSecret: bytes(current),
  previousWebhookSecret: bytes(previous),
  previousWebhookSecretUntil: until === null ? null : new Date(until),
});

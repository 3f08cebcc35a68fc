import { Injectable } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { Clock } from '../../platform/clock/clock.js';
import { after, type MaybePromise } from '../../platform/deadline/maybe-promise.js';
import { Database } from '../../platform/database/database.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { DecryptionError } from '../../platform/crypto/secret-box.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { CONNECTION_SECRETS } from './connection-secrets.js';
import { knownHook, type HookRow, type KnownHook } from './known-hook.js';
import { unreadableBecause } from './stored-token.js';
import { FIND_HOOK } from './wellhub-hooks.sql.js';

/** What an inbound address stands for, and the clear secrets that may sign its requests. */
export interface WellhubHook {
  readonly partnerId: string;
  /** A gym's own address; absent for the partner's. */
  readonly gymId?: number;
  readonly environment: 'production' | 'test';
  /** Tried in this order (`wellhub.md` 4.2). Empty: nothing verifies. */
  readonly secrets: readonly string[];
  /** Storage has not answered: there may be a newer secret. */
  readonly isStale: boolean;
}

const FRESH_MS = 4_000;
/** A webhook has 900 ms for everything. */
const PATIENCE_MS = 200;
/** About 10 MB. */
export const MOST_HOOKS = 20_000;
const SHAPE = /^[\w-]{22}$/;

/** Inbound webhook addresses: an unknown one, or one of an environment that is not in use, is nothing (W-31). */
@Injectable()
export class WellhubHooks {
  private readonly known = new FreshCache<string, KnownHook>({
    load: (hook) => this.load(hook),
    freshMs: FRESH_MS,
    keepMs: Infinity,
    patienceMs: PATIENCE_MS,
    max: MOST_HOOKS,
  });
  private readonly box;
  private onForget: (() => void) | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly alerts: Alerts,
    keyring: Keyring,
  ) {
    this.box = keyring.box(CONNECTION_SECRETS);
  }

  /** While storage is away or slow: the hook as last read, marked as stale. */
  findEvenStale(hook: string): MaybePromise<WellhubHook | undefined> {
    const known = SHAPE.test(hook) ? this.known.getEvenStale(hook) : undefined;
    return after(known, (found) => found && this.live(found, this.known.peek(hook) !== found));
  }

  find(hook: string): MaybePromise<WellhubHook | undefined> {
    const known = SHAPE.test(hook) ? this.known.get(hook) : undefined;
    return after(known, (found) => found && this.live(found, false));
  }

  /** A changed secret counts on this replica at once, on others within 5 s. */
  forgetAll(): void {
    this.known.clear();
    this.onForget?.();
  }

  /** Calls back whenever everything was forgotten. */
  onForgotten(listener: () => void): void {
    this.onForget = listener;
  }

  /** Caches what was just read of an address, so that it is known while storage is away. */
  learn(hook: string, row: HookRow): void {
    const found = knownHook(row, this.box);
    if (found) this.known.put(hook, found);
  }

  /** These are all there are. */
  retain(hooks: ReadonlySet<string>): void {
    this.known.retain(hooks);
  }

  private live(known: KnownHook, isStale: boolean): WellhubHook {
    const now = this.clock.now();
    const live = known.secrets.filter(({ until }) => until === undefined || until > now);
    return { ...known, secrets: live.map(({ secret }) => secret), isStale };
  }

  private async load(hook: string): Promise<KnownHook | undefined> {
    const [row] = await this.db.query<HookRow & object>(FIND_HOOK, [hook]);
    try {
      return row && knownHook(row, this.box);
    } catch (error) {
      throw row && error instanceof DecryptionError ? this.unreadable(row, error) : error;
    }
  }

  /** Nothing is wrong with the webhook: Wellhub shall send it again. */
  private unreadable({ partnerId, gymId }: HookRow, cause: DecryptionError): DomainError {
    const detail = `webhookSecret ${unreadableBecause(cause)}`;
    const object = gymId === null ? 'wellhub-connection' : `gym/${gymId}`;
    this.alerts.report({ partnerId, code: 'secrets.unreadable', object, gymId, detail });
    return new DomainError(RequestErrors.unavailable, {}, { cause });
  }
}

import { Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { FreshCache } from '../platform/cache/fresh-cache.js';
import { randomToken, sha256 } from '../platform/crypto/hashing.js';
import { DomainError, type ErrorSpec } from '../platform/errors/domain-error.js';
import type { Caller } from '../platform/http/declarations.js';
import { ConsoleSessionsRepository, type LiveSeat } from './console-sessions.repository.js';
import { KnownKeys, OPERATOR_KEY_ID } from './known-keys.js';
import { AuthErrors } from './partner-auth.errors.js';

export interface OpenedSession {
  /** Value of the cookie; never stored. */
  readonly token: string;
  readonly caller: Caller;
  readonly expiresAt: Date;
}

/** Sessions of people with an account of their own: a room above has them. */
export interface StaffSeats {
  read(token: string): Promise<Caller | undefined>;
  /** How long it still lasts; undefined for none. */
  lifeOf(token: string): Promise<number | undefined>;
  close(token: string): Promise<void>;
}

/** Longer than the token of a key's session, which may begin so by chance. */
const STAFF_TOKEN = /^s_[\w-]{43}$/;
/** The value of the cookie of a person's session: it says where to look for it. */
export const makeStaffToken = (): string => `s_${randomToken()}`;
export const isStaffToken = (token: string): boolean => STAFF_TOKEN.test(token);

const LONGEST_KEY = 512;
/** A session closed on another replica ends here within 5 s. */
const FRESH_MS = 4_000;
/** An open screen prolongs a session by steps of this length and not with each of its requests. */
const PROLONGED_BY_MS = 60 * 60_000;

/**
 * Sessions of the console. A log-in with a key: 12 h after it was last seen on an open desk, 7 days at most, or until the
 * key ends; with exactly what the key may do.
 */
@Injectable()
export class ConsoleSessions {
  private readonly live = new FreshCache<string, LiveSeat>({
    load: (hash) => this.rows.find(Buffer.from(hash, 'base64')),
    freshMs: FRESH_MS,
    lifeOf: ({ lifeMs }) => lifeMs,
  });
  private staff: StaffSeats | undefined;

  constructor(
    private readonly rows: ConsoleSessionsRepository,
    private readonly keys: KnownKeys,
    private readonly audit: Audit,
  ) {}

  /** Called once, by the room that knows people. */
  register(staff: StaffSeats): void {
    this.staff = staff;
  }

  /** @throws auth.key-invalid, auth.console-forbidden */
  async open(key: string, person: string): Promise<OpenedSession> {
    const caller = key.length <= LONGEST_KEY ? await this.keys.byClearKey(key) : undefined;
    if (!caller) throw await this.refused(AuthErrors.keyInvalid);
    if (caller.scopes.every((scope) => scope === 'WELLHUB_REGISTRATION'))
      throw await this.refused(AuthErrors.consoleForbidden, caller);
    const token = randomToken();
    const keyId = caller.keyId === OPERATOR_KEY_ID ? null : caller.keyId;
    const expiresAt = await this.rows.insert(sha256(token), { keyId, person });
    const seated = named(caller, person);
    await this.audit.record({
      partnerId: caller.partnerId ?? null,
      actor: seated.name,
      action: 'console.logged-in',
      object: caller.keyId,
    });
    return { token, caller: seated, expiresAt };
  }

  /** The caller of the session, while the session and its key or its person are valid. */
  async read(token: string): Promise<Caller | undefined> {
    if (isStaffToken(token)) return this.staff?.read(token);
    const seat = await this.live.get(cacheKey(token));
    const caller = seat && (await this.keys.byKeyId(seat.keyId ?? OPERATOR_KEY_ID));
    return caller && named(caller, seat.person);
  }

  /** How long the session and its key still last, in ms; undefined for none. */
  async lifeOf(token: string): Promise<number | undefined> {
    if (isStaffToken(token)) return this.staff?.lifeOf(token);
    const seat = await this.live.get(cacheKey(token));
    const keyLifeMs = seat?.keyId && (await this.keys.lifeOf(seat.keyId));
    return seat && Math.min(seat.lifeMs, keyLifeMs || seat.lifeMs);
  }

  /** A desk is open: its key's session lasts longer, a person's does not. @returns whether it was prolonged */
  async keepOpen(token: string): Promise<boolean> {
    if (isStaffToken(token)) return false;
    const seat = await this.live.get(cacheKey(token));
    if (!seat || seat.gainMs < PROLONGED_BY_MS) return false;
    await this.rows.prolong(sha256(token));
    this.live.forget(cacheKey(token));
    return true;
  }

  async close(token: string): Promise<void> {
    const caller = await this.read(token);
    await this.remove(token);
    if (caller)
      await this.audit.record({
        partnerId: caller.partnerId ?? null,
        actor: caller.name,
        action: caller.isObserver ? 'operator.left' : 'console.logged-out',
        object: caller.keyId,
      });
  }

  private async remove(token: string): Promise<void> {
    if (isStaffToken(token)) return this.staff?.close(token);
    await this.rows.remove(sha256(token));
    this.live.forget(cacheKey(token));
  }

  private async refused(spec: ErrorSpec, caller?: Caller): Promise<DomainError> {
    const [partnerId, object] = [caller?.partnerId ?? null, caller?.keyId ?? ''];
    await this.audit.attempt({ partnerId, action: 'console.log-in-failed', object });
    return new DomainError(spec);
  }
}

/** What the audit log shows: which key, and who used it. */
const named = (caller: Caller, person: string): Caller => ({
  ...caller,
  name: `${caller.name} (${person})`,
});

const cacheKey = (token: string) => sha256(token).toString('base64');

import { Injectable } from '@nestjs/common';
import { Customers } from '../../customers/index.js';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { randomToken, sha256 } from '../../platform/crypto/hashing.js';
import { SessionsRepository, type SessionOwner } from './sessions.repository.js';

/** Who is logged in on the hosted pages. Pages compare `partnerId` with the partner of their address. */
export type PageSession = SessionOwner;

/** A session that ended on another replica ends here within 5 s. */
const FRESH_MS = 4_000;

/** Log-ins of the hosted pages, by opaque tokens of which only the hash is stored. */
@Injectable()
export class Sessions {
  private readonly live = new FreshCache<string, PageSession>({
    load: (hash) => this.load(Buffer.from(hash, 'base64')),
    freshMs: FRESH_MS,
  });

  constructor(
    private readonly rows: SessionsRepository,
    private readonly customers: Customers,
  ) {}

  /** @returns the value of the session cookie */
  async open(partnerId: string, accountId: string): Promise<string> {
    const token = randomToken();
    await this.rows.openPage(sha256(token), partnerId, accountId);
    return token;
  }

  async read(token: string): Promise<PageSession | undefined> {
    return this.live.get(keyOf(token));
  }

  async close(token: string): Promise<void> {
    await this.rows.closePage(sha256(token));
    this.live.forget(keyOf(token));
  }

  /** Reads every session anew: to be registered with `afterCommit` by a transaction that ends some. */
  readonly forgetAll = (): void => this.live.clear();

  private async load(hash: Buffer): Promise<PageSession | undefined> {
    const session = await this.rows.findPage(hash);
    if (!session) return undefined;
    const customer = await this.customers.find(session.partnerId, session.customerId);
    return customer && customer.status !== 'DISABLED' ? session : undefined;
  }
}

const keyOf = (token: string): string => sha256(token).toString('base64');

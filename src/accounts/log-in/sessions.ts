import { Injectable } from '@nestjs/common';
import { Customers } from '../../customers/index.js';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { randomToken, sha256 } from '../../platform/crypto/hashing.js';
import { Database } from '../../platform/database/database.js';

/** Who is logged in on the hosted pages. Pages compare `partnerId` with the partner of their address. */
export interface PageSession {
  readonly partnerId: string;
  readonly accountId: string;
  readonly customerId: number;
}

export const SESSION_DAYS = 30;

/** What ended elsewhere ends here within 5 s. */
const FRESH_MS = 4_000;

const OPEN = {
  name: 'sessions.open',
  text: `insert into sessions (token_hash, partner_id, account_id, kind, expires_at)
    values ($1, $2, $3, 'PAGE', clock_timestamp() + make_interval(days => ${SESSION_DAYS}))`,
};
const READ = {
  name: 'sessions.read',
  text: `select a.partner_id as "partnerId", a.id as "accountId", a.customer_id as "customerId"
    from sessions s join accounts a on a.partner_id = s.partner_id and a.id = s.account_id and a.enabled
    where s.token_hash = $1 and s.kind = 'PAGE' and s.expires_at > clock_timestamp()`,
};
const CLOSE = {
  name: 'sessions.close',
  text: `delete from sessions where token_hash = $1 and kind = 'PAGE'`,
};

/** Owns sessions: log-ins of the hosted pages, by opaque tokens of which only the hash is stored. */
@Injectable()
export class Sessions {
  private readonly live = new FreshCache<string, PageSession>({
    load: (hash) => this.load(Buffer.from(hash, 'base64')),
    freshMs: FRESH_MS,
  });

  constructor(
    private readonly db: Database,
    private readonly customers: Customers,
  ) {}

  /** @returns the value of the session cookie */
  async open(partnerId: string, accountId: string): Promise<string> {
    const token = randomToken();
    await this.db.query(OPEN, [sha256(token), partnerId, accountId]);
    return token;
  }

  async read(token: string): Promise<PageSession | undefined> {
    return this.live.get(keyOf(token));
  }

  async close(token: string): Promise<void> {
    await this.db.query(CLOSE, [sha256(token)]);
    this.live.forget(keyOf(token));
  }

  /** Reads every session anew: to be registered with `afterCommit` by a transaction that ends some. */
  readonly forgetAll = (): void => this.live.clear();

  private async load(hash: Buffer): Promise<PageSession | undefined> {
    const [session] = await this.db.query<PageSession>(READ, [hash]);
    if (!session) return undefined;
    const customer = await this.customers.find(session.partnerId, session.customerId);
    return customer && customer.status !== 'DISABLED' ? session : undefined;
  }
}

const keyOf = (token: string): string => sha256(token).toString('base64');

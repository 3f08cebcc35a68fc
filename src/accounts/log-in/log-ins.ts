import { Injectable } from '@nestjs/common';
import { hmacSha256 } from '../../platform/crypto/hashing.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { SigningPurpose } from '../../platform/crypto/purposes.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { Customers } from '../../customers/index.js';
import { emailAddress } from '../../platform/values/email-address.js';
import { ACCOUNT_COLUMNS, type Account } from '../accounts/accounts.repository.js';
import { SecurityMails } from '../accounts/security-mails.js';
import { Passwords } from '../passwords/passwords.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Who is counted for failures: `clientNetwork(request)`, or the lineage of an API key. */
  readonly source: string;
}

const FAILURES = 10;
const WINDOW = `interval '15 minutes'`;
const LOCKED = `cardinality(f.failed_at) >= ${FAILURES} and f.last_at > clock_timestamp() - ${WINDOW}`;
/** In a row, from all sources; more than one notice a day would only help whoever wants to annoy. */
const STOP_FAILURES = 100;
const STOPPED = `cardinality(l.failed_at) >= ${STOP_FAILURES} and l.last_at > clock_timestamp() - interval '1 hour'`;
/** Of one network over all names of a partner; software with a key speaks for too many people to be capped. */
const NETWORK_FAILURES = 100;
const IS_LOCKED = `(exists (select from login_failures f
    where f.partner_id = $1 and f.name_hash = any($2::bytea[]) and f.source = $3 and ${LOCKED})
  or exists (select from login_alarms l where l.partner_id = $1 and l.name_hash = any($2::bytea[]) and ${STOPPED})
  or $3 like '%/%' and (select sum(cardinality(f.failed_at)) from login_failures f where f.partner_id = $1
    and f.source = $3 and f.last_at > clock_timestamp() - ${WINDOW}) >= ${NETWORK_FAILURES})`;

const LOOK = {
  name: 'log-ins.look',
  text: `select coalesce(${IS_LOCKED}, false) as locked, ${ACCOUNT_COLUMNS}, password_hash as "passwordHash"
    from (select 1) asked left join accounts on partner_id = $1 and email_key = $4`,
};
/** Looks once more; who is let in ends the row of failures. */
const LOCK = {
  name: 'log-ins.lock',
  text: `with state as (select coalesce(${IS_LOCKED}, false) as locked), ended as (
      update login_alarms l set failed_at = '{}' from state
      where not state.locked and l.partner_id = $1 and l.name_hash = any($2::bytea[]) and l.failed_at <> '{}'
    ) select locked from state`,
};
/** Tries during a lock change nothing, so that nobody can hold an account locked for ever. */
const FAIL = {
  name: 'log-ins.fail',
  text: `with counted as (
      insert into login_failures as f (partner_id, name_hash, source, failed_at, last_at)
      values ($1, coalesce((select k.name_hash from login_failures k
          where k.partner_id = $1 and k.name_hash = any($2::bytea[]) and k.source = $3
          order by cardinality(k.failed_at) desc limit 1), ($2::bytea[])[1]),
        $3, array[clock_timestamp()], clock_timestamp())
      on conflict (partner_id, name_hash, source) do update set last_at = clock_timestamp(),
        failed_at = array(select at from unnest(f.failed_at) at where at > clock_timestamp() - ${WINDOW})
          || clock_timestamp()
        where not (${LOCKED})
      returning f.partner_id, f.name_hash, cardinality(f.failed_at) as failures
    )
    insert into login_alarms as l (partner_id, name_hash, failed_at, last_at)
    select partner_id, coalesce((select k.name_hash from login_alarms k
        where k.partner_id = $1 and k.name_hash = any($2::bytea[])
        order by cardinality(k.failed_at) desc limit 1), name_hash),
      array[statement_timestamp()], statement_timestamp() from counted
    on conflict (partner_id, name_hash) do update set last_at = statement_timestamp(),
      failed_at = case when cardinality(l.failed_at) >= ${STOP_FAILURES} and not (${STOPPED})
          then array[statement_timestamp()] else (statement_timestamp() || l.failed_at)[:${STOP_FAILURES}] end,
      noticed_at = case when cardinality(l.failed_at) = ${STOP_FAILURES - 1}
          and coalesce(l.noticed_at < statement_timestamp() - interval '1 day', true)
        then statement_timestamp() else l.noticed_at end
    returning coalesce(noticed_at = statement_timestamp(), false) as alarm,
      (select failures = ${FAILURES} from counted) as locks`,
};
/** Failures before alarms, as FAIL takes them: the other way round both would wait for each other. */
const LIFT = {
  name: 'log-ins.lift',
  text: `with lifted as (delete from login_failures where partner_id = $1 and name_hash = any($2::bytea[]) returning 1)
    delete from login_alarms where partner_id = $1 and name_hash = any($2::bytea[])
      and (select count(*) from lifted) >= 0`,
};

const NAMES: SigningPurpose = {
  name: 'log-in-names',
  columns: ['login_failures.name_hash', 'login_alarms.name_hash'],
  validDays: 2,
};

type Seen = Account & { locked: boolean; passwordHash: string | null };

/** Owns login_failures: judges a log-in, with the same work and words for every reason to refuse it. */
@Injectable()
export class LogIns {
  private readonly nameKeys;

  constructor(
    private readonly db: Database,
    private readonly passwords: Passwords,
    private readonly customers: Customers,
    private readonly securityMails: SecurityMails,
    keyring: Keyring,
  ) {
    this.nameKeys = keyring.keys(NAMES);
  }

  /**
   * The account of a right password; undefined for every other reason, after the same work.
   * @throws request.unavailable when too many log in at once
   */
  async attempt(partnerId: string, credentials: Credentials): Promise<Account | undefined> {
    const { email, password, source } = credentials;
    const lane = { partnerId, source };
    this.passwords.refuseWhenBusy(lane);
    const key = emailAddress(email)?.key;
    const name = [partnerId, this.nameHashes(key ?? email), source];
    const [seen] = await this.db.query<Seen>(LOOK, [...name, key ?? '']);
    if (!seen || seen.locked) return undefined;
    const { locked: _, passwordHash, ...account } = seen;
    const right = await this.passwords.verify(passwordHash, password, lane);
    if (!right || !(await this.mayEnter(account))) {
      await this.fail(name, account);
      return undefined;
    }
    // Tries that ran beside this one may have locked the source meanwhile: a flood gains nothing.
    const [now] = await this.db.query<{ locked: boolean }>(LOCK, name);
    return now?.locked ? undefined : account;
  }

  /** The same work for every name; only a known one can be told that somebody keeps guessing (U-28). */
  private async fail(
    name: unknown[],
    { partnerId, email, customerId }: Partial<Account>,
  ): Promise<void> {
    const [counted] = await this.db.query<{ alarm: boolean; locks: boolean }>(FAIL, name);
    if (counted) await this.securityMails.failedLogIn(String(name[0]), customerId, counted.locks);
    if (counted?.alarm && partnerId && email && customerId)
      await this.securityMails.logInAttempts(this.db, partnerId, { email, customerId });
  }

  /** A new password lifts every lock of the account. */
  async liftLocks(queries: Queries, partnerId: string, emailKey: string): Promise<void> {
    await queries.query(LIFT, [partnerId, this.nameHashes(emailKey)]);
  }

  /** False for a disabled account and for that of a disabled customer. */
  async mayEnter(account: Account): Promise<boolean> {
    if (!account.enabled) return false;
    const customer = await this.customers.find(account.partnerId, account.customerId);
    return customer !== undefined && customer.status !== 'DISABLED';
  }

  /** Under every key: while keys are rotated replicas count under different ones. A new row stands under the first. */
  private nameHashes(name: string): Buffer[] {
    return this.nameKeys.map((key) => hmacSha256(key, name));
  }
}

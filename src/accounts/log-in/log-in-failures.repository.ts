import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import type { Account } from '../accounts/accounts.repository.js';
import { ACCOUNT_COLUMNS } from '../accounts/accounts.sql.js';

/** Who tries to log in: a name as keyed hashes, under the newest key first, and where the tries come from. */
export interface LogInTry {
  readonly partnerId: string;
  readonly nameHashes: readonly Buffer[];
  readonly source: string;
}

/** The account of the name when there is one, and whether its tries are refused at present. */
export interface LogInState extends Account {
  readonly locked: boolean;
  readonly passwordHash: string | null;
}

/** `alarm`: the owner is to be warned. `locks`: this failure locks the source. */
export interface CountedFailure {
  readonly alarm: boolean;
  readonly locks: boolean;
}

const FAILURES = 10;
const WINDOW = `interval '15 minutes'`;
const LOCKED = `cardinality(f.failed_at) >= ${FAILURES} and f.last_at > clock_timestamp() - ${WINDOW}`;
/** In a row, from all sources; more than one warning a day would only help an attacker who wants to annoy. */
const STOP_FAILURES = 100;
const STOPPED = `cardinality(l.failed_at) >= ${STOP_FAILURES} and l.last_at > clock_timestamp() - interval '1 hour'`;
/** Of one network over all names of a partner; software with a key acts for too many people to be limited. */
const NETWORK_FAILURES = 100;
const IS_LOCKED = `(exists (select from login_failures f
    where f.partner_id = $1 and f.name_hash = any($2::bytea[]) and f.source = $3 and ${LOCKED})
  or exists (select from login_alarms l where l.partner_id = $1 and l.name_hash = any($2::bytea[]) and ${STOPPED})
  or $3 like '%/%' and (select sum(cardinality(f.failed_at)) from login_failures f where f.partner_id = $1
    and f.source = $3 and f.last_at > clock_timestamp() - ${WINDOW}) >= ${NETWORK_FAILURES})`;
const FIND = {
  name: 'log-ins.find',
  text: `select coalesce(${IS_LOCKED}, false) as locked, ${ACCOUNT_COLUMNS}, password_hash as "passwordHash"
    from (select 1) one left join accounts on partner_id = $1 and email_key = $4`,
};
/** Checks once more; a log-in that succeeds ends the series of failures. */
const CHECK = {
  name: 'log-ins.check',
  text: `with state as (select coalesce(${IS_LOCKED}, false) as locked), ended as (
      update login_alarms l set failed_at = '{}' from state
      where not state.locked and l.partner_id = $1 and l.name_hash = any($2::bytea[]) and l.failed_at <> '{}'
    ) select locked from state`,
};
/** Tries during a lock change nothing, so that an attacker cannot hold an account locked for ever. */
const COUNT_FAILURE = {
  name: 'log-ins.count-failure',
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
/** Failures before alarms, in the lock order of COUNT_FAILURE: in the other order both could dead-lock. */
const LIFT = {
  name: 'log-ins.lift',
  text: `with lifted as (delete from login_failures where partner_id = $1 and name_hash = any($2::bytea[]) returning 1)
    delete from login_alarms where partner_id = $1 and name_hash = any($2::bytea[])
      and (select count(*) from lifted) >= 0`,
};

const valuesOf = ({ partnerId, nameHashes, source }: LogInTry) => [partnerId, nameHashes, source];

/** The rows of `login_failures` and `login_alarms`. */
@Injectable()
export class LogInFailuresRepository {
  constructor(private readonly db: Database) {}

  /** @param emailKey '' for a name that is no address */
  async find(attempt: LogInTry, emailKey: string): Promise<LogInState | undefined> {
    type Row = LogInState & Record<string, unknown>;
    return (await this.db.query<Row>(FIND, [...valuesOf(attempt), emailKey]))[0];
  }

  /** Ends the series of failures, unless tries that ran beside this one have locked the source meanwhile. */
  async isLockedNow(attempt: LogInTry): Promise<boolean> {
    const [row] = await this.db.query<{ locked: boolean }>(CHECK, valuesOf(attempt));
    return row?.locked === true;
  }

  /** Undefined while the source is locked. */
  async countFailure(attempt: LogInTry): Promise<CountedFailure | undefined> {
    type Row = CountedFailure & Record<string, unknown>;
    return (await this.db.query<Row>(COUNT_FAILURE, valuesOf(attempt)))[0];
  }

  async lift(queries: Queries, partnerId: string, nameHashes: readonly Buffer[]): Promise<void> {
    await queries.query(LIFT, [partnerId, nameHashes]);
  }
}

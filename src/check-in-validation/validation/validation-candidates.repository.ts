import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import { CALL_LEASE_SECONDS } from '../../wellhub/index.js';
import { checkInColumns, type CheckIn } from '../check-ins/check-in.js';
import { isGoodSql } from '../check-ins/check-ins.sql.js';
import { FIRST_ATTEMPTS } from './retry-schedule.js';

/** Whose check-ins, where. */
export interface PersonAtGym {
  readonly partnerId: string;
  readonly customerId: number;
  readonly gymId: number;
  readonly timeZone: string;
}

interface WantedCheckIn extends PersonAtGym {
  readonly checkInId?: string | undefined;
  readonly reentryMinutes?: number | null | undefined;
}

export interface KnownCheckIn extends CheckIn {
  readonly isToday: boolean;
}

const SELF = checkInColumns('c');
const TODAY = `(clock_timestamp() at time zone $4)::date`;
const REENTRY = { minutes: '$7::int', at: 'clock_timestamp()' };
const THEIRS = `c.partner_id = $1 and c.customer_id = $2 and c.gym_id = $3`;

/** Best first: validated today, open, ended by our deadline today, open probe; the desk may also retry a 404 of today. */
const BEST = {
  name: 'validation.best-candidate',
  text: `select ${SELF}, c.local_day = ${TODAY} as "isToday" from check_ins c
    where ${THEIRS} and (c.state = 'PENDING' or c.local_day = ${TODAY}
      and (c.state = 'VALIDATED' or c.state = 'EXPIRED' and c.cause = 'DEADLINE' or $5 and c.state = 'NOT_FOUND'))
      and ($6::uuid is null or c.id = $6) and (c.state <> 'VALIDATED' or ${isGoodSql('c', REENTRY)})
    order by case when c.state = 'VALIDATED' then 0 when c.state = 'PENDING' and not c.probe then 1
      when c.state = 'EXPIRED' then 2 when c.state = 'PENDING' then 3 else 4 end, c.event_at desc
    limit 1`,
};

/** At most one call for a probe per customer and gym in 10 s (W-59). */
const RECENT_PROBE = {
  name: 'validation.recent-probe',
  text: `select ${SELF}, c.local_day = ${TODAY} as "isToday" from check_ins c
    where ${THEIRS} and c.probe and c.local_day >= ${TODAY} - 1
      and c.validation_requested_at > clock_timestamp() - interval '10 seconds'
    order by c.validation_requested_at desc limit 1`,
};

/** The retries of a young 404 are used up: the next answer is final (W-52). */
const REOPEN = {
  name: 'validation.reopen',
  text: `update check_ins c set state = 'PENDING', cause = $3, not_found_tries = $5,
      asked_at = coalesce(c.asked_at, clock_timestamp()),
      next_attempt_at = clock_timestamp() + interval '${CALL_LEASE_SECONDS} seconds', validating_until = null,
      overdue = c.expires_at <= clock_timestamp(),
      deadline_step = case when c.expires_at <= clock_timestamp() then 3 else 2 end,
      deadline_at = case when c.expires_at > clock_timestamp() then c.expires_at
        else greatest(((c.local_day + 1)::timestamp + interval '2 hours') at time zone $4,
          clock_timestamp() + interval '5 minutes') end,
      updated_at = clock_timestamp()
    where c.partner_id = $1 and c.id = $2
      and (c.state = 'EXPIRED' and c.cause = 'DEADLINE' or c.state = 'NOT_FOUND')
      and not exists (select from check_ins o where o.partner_id = c.partner_id and o.gym_id = c.gym_id
        and o.wellhub_id = c.wellhub_id and o.state = 'PENDING'
        and coalesce(o.booking_number, '') = coalesce(c.booking_number, ''))
    returning ${SELF}`,
};

/** Which check-in to validate with Wellhub. */
@Injectable()
export class ValidationCandidatesRepository {
  constructor(private readonly db: Database) {}

  async findBest(
    { partnerId, customerId, gymId, timeZone, checkInId, reentryMinutes }: WantedCheckIn,
    isDesk: boolean,
    queries: Queries = this.db,
  ): Promise<KnownCheckIn | undefined> {
    const values = [
      partnerId,
      customerId,
      gymId,
      timeZone,
      isDesk,
      checkInId ?? null,
      reentryMinutes ?? null,
    ];
    return (await queries.query<KnownCheckIn>(BEST, values))[0];
  }

  async recentProbe(
    queries: Queries,
    { partnerId, customerId, gymId, timeZone }: PersonAtGym,
  ): Promise<KnownCheckIn | undefined> {
    const values = [partnerId, customerId, gymId, timeZone];
    return (await queries.query<KnownCheckIn>(RECENT_PROBE, values))[0];
  }

  /** @returns undefined when another transaction did, or an equal one is open */
  async reopen(
    queries: Queries,
    { partnerId, id }: CheckIn,
    cause: 'SCAN' | 'DESK',
    timeZone: string,
  ): Promise<CheckIn | undefined> {
    return (
      await queries.query<CheckIn>(REOPEN, [partnerId, id, cause, timeZone, FIRST_ATTEMPTS])
    )[0];
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { CALL_LEASE_SECONDS, type Leased } from '../../wellhub/index.js';
import { checkInColumns, type CheckIn } from '../check-ins/check-in.js';
import { PAUSE_SECONDS } from '../wellhub-calls/call-pauses.repository.js';

export interface DueCheckIn {
  readonly partnerId: string;
  readonly id: string;
  readonly gymId: number;
}

const SELF = checkInColumns('c');

/**
 * Committed before the call, so that a crash of the caller leaves a trace (W-46): a lease that was never closed means a
 * call whose answer was lost. A gym whose credentials were refused gets one call a minute (W-48).
 */
const LEASE = {
  name: 'leases.take',
  text: `with pause as materialized (
      select paused_until <= clock_timestamp() as is_over from wellhub_pauses
      where partner_id = $1 and gym_id = $3 for update),
    leased as (
      update check_ins c set validation_requested_at = clock_timestamp(),
        validating_until = clock_timestamp() + interval '${CALL_LEASE_SECONDS} seconds',
        next_attempt_at = clock_timestamp() + interval '${CALL_LEASE_SECONDS} seconds',
        unanswered = c.unanswered or c.validating_until is not null, attempts = c.attempts + 1,
        asked_at = coalesce(c.asked_at, clock_timestamp()), updated_at = clock_timestamp()
      where c.partner_id = $1 and c.id = $2 and c.state = 'PENDING'
        and (c.validating_until is null or c.validating_until <= clock_timestamp())
        and (not $4 or c.next_attempt_at <= clock_timestamp())
        and not exists (select from pause where not is_over)
      returning ${SELF}, c.validation_requested_at::text as fence),
    tested as (
      update wellhub_pauses set paused_until = clock_timestamp() + interval '${PAUSE_SECONDS} seconds'
      where partner_id = $1 and gym_id = $3 and exists (select from leased))
    select * from leased`,
};

const OLDEST_DUE = `from check_ins c where c.state = 'PENDING' and c.next_attempt_at <= statement_timestamp()
      and (c.validating_until is null or c.validating_until <= clock_timestamp())
      and not exists (select from wellhub_pauses p
        where p.partner_id = c.partner_id and p.gym_id = c.gym_id and p.paused_until > clock_timestamp())
    order by c.next_attempt_at`;

const DUE = {
  name: 'leases.due',
  text: `select c.partner_id as "partnerId", c.id, c.gym_id as "gymId" ${OLDEST_DUE} limit $1`,
};

/** Since when the oldest check-in is due. */
export const VALIDATION_DUE_SINCE_SQL = `select c.next_attempt_at ${OLDEST_DUE} limit 1`;

const POSTPONE = {
  name: 'leases.postpone',
  text: `update check_ins set next_attempt_at = clock_timestamp() + make_interval(secs => $3)
    where partner_id = $1 and id = $2 and state = 'PENDING' and next_attempt_at <= clock_timestamp()`,
};

/** Leases check-ins for calls to Wellhub. */
@Injectable()
export class ValidationLeasesRepository {
  constructor(private readonly db: Database) {}

  /**
   * @param onlyIfDue true for the worker, which keeps to the retry schedule; false for desk and gate, which call at
   * once
   */
  async take(
    { partnerId, id, gymId }: DueCheckIn,
    onlyIfDue: boolean,
  ): Promise<Leased<CheckIn> | undefined> {
    const values = [partnerId, id, gymId, onlyIfDue];
    return (await this.db.query<Leased<CheckIn>>(LEASE, values))[0];
  }

  due(limit: number): Promise<DueCheckIn[]> {
    return this.db.query<DueCheckIn>(DUE, [limit]);
  }

  async postpone({ partnerId, id }: DueCheckIn, seconds: number): Promise<void> {
    await this.db.query(POSTPONE, [partnerId, id, seconds]);
  }
}

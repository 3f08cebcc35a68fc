/**
 * SQL of this room for statements that others compose. Arguments are SQL expressions (a parameter, a column of an
 * outer row): they must be qualified, because they stand inside a sub-select over check_ins.
 */

export interface EntrySql {
  readonly partner: string;
  readonly customer: string;
  readonly gym: string;
  readonly today: string;
}

/**
 * Where a check-in that was paid opens for some time only: how many minutes (null: all its day), counted from its first
 * use, and the moment that is judged.
 */
export interface ReentrySql {
  readonly minutes: string;
  readonly at: string;
}

const isUsedUp = (ci: string, { minutes, at }: ReentrySql) =>
  `coalesce(${ci}.first_used_at + make_interval(mins => ${minutes}) <= ${at}, false)`;

/**
 * Whether a validated check-in `ci` opens. "Already validated" in answer to a probe means the visit that was used up,
 * when there is one of the last 24 hours.
 */
export const isGoodSql = (ci: string, reentry: ReentrySql): string => `
  (not ${isUsedUp(ci, reentry)} and not (${reentry.minutes} is not null and ${ci}.probe and ${ci}.already_validated and exists (
    select from check_ins u
    where u.partner_id = ${ci}.partner_id and u.customer_id = ${ci}.customer_id and u.gym_id = ${ci}.gym_id
      and u.local_day >= ${ci}.local_day - 2 and u.state = 'VALIDATED' and ${isUsedUp('u', reentry)}
      and u.validated_at > ${reentry.at} - interval '24 hours')))`;

const theirs = ({ partner, customer, gym }: Omit<EntrySql, 'today'>): string =>
  `ci.partner_id = ${partner} and ci.customer_id = ${customer} and ci.gym_id = ${gym}`;

/** Whether one of their check-ins here waits for the worker, as a scalar. */
export const hasPendingCheckInSql = (entry: Omit<EntrySql, 'today'>): string =>
  `exists (select from check_ins ci where ${theirs(entry)} and ci.state = 'PENDING')`;

const COLUMNS = 'ci.id, ci.state, ci.probe, ci.event_at, ci.product_id';

/** Their check-ins here that may open the door or wait for the worker: `id`, `state`, `probe`, `event_at`, `product_id`. */
export function checkInsForEntrySql(entry: EntrySql, reentry?: ReentrySql): string {
  const { today } = entry;
  return `select ${COLUMNS} from check_ins ci
      where ${theirs(entry)} and ci.state = 'PENDING'
    union all
    select ${COLUMNS} from check_ins ci
      where ${theirs(entry)} and ${reentry ? ofLatelySql(today, reentry) : `ci.local_day = ${today} and (ci.state = 'VALIDATED' or ${MISSED})`}`;
}

/** Wellhub may still say that it was paid. */
const MISSED = `ci.state = 'EXPIRED' and ci.cause = 'DEADLINE'`;

/** Those of today, and those of the days before that are still in use, past midnight. */
const ofLatelySql = (today: string, reentry: ReentrySql) => `
  ci.local_day between ${today} - 2 and ${today}
  and case when ci.local_day = ${today} then ci.state = 'VALIDATED' and ${isGoodSql('ci', reentry)} or ${MISSED}
    else ci.state = 'VALIDATED' and ci.first_used_at + make_interval(mins => ${reentry.minutes}) > ${reentry.at} end`;

/** One check-in of theirs that was validated just now, with the same columns: also one of another day. */
export const validatedCheckInSql = (
  { partner, customer, gym, today }: EntrySql,
  id: string,
  reentry: ReentrySql,
): string => `
  select ${COLUMNS} from check_ins ci
  where ci.partner_id = ${partner} and ci.id = ${id} and ci.customer_id = ${customer} and ci.gym_id = ${gym}
    and ci.state = 'VALIDATED' and ci.local_day <> ${today} and ${isGoodSql('ci', reentry)}
    and (ci.first_used_at is null or ci.local_day not between ${today} - 2 and ${today} - 1)`;

/**
 * What this customer's check-ins at this gym allow, as one lateral row: `best` ('VALIDATED' today: opens again without
 * a call; 'VALIDATABLE': Wellhub can be called about one; 'OTHER'), `validated_id`, and `pending_id`, which goes to the
 * worker when the customer enters without a call.
 */
export const entryFactsSql = (entry: EntrySql): string => `(select
      case when facts.validated_id is not null then 'VALIDATED'
        when facts.is_validatable then 'VALIDATABLE' else 'OTHER' end as best,
      facts.validated_id, facts.pending_id
    from (select
        (array_agg(found.id) filter (where found.state = 'VALIDATED'))[1] as validated_id,
        (array_agg(found.id order by found.probe, found.event_at desc)
          filter (where found.state = 'PENDING'))[1] as pending_id,
        coalesce(bool_or(not found.probe or found.state = 'EXPIRED'), false) as is_validatable
      from (${checkInsForEntrySql(entry)}) found) facts)`;

/**
 * What entries do to check-ins. `source` has a row per check-in: partner_id, check_in_id, `how`, used_at (null where no
 * use is recorded).
 *
 * - `HANDED_OVER`: they entered without a call to Wellhub, and the worker validates what is PENDING (cause SCAN). A retry
 *   schedule in progress is kept.
 * - `ADMITTED`: they entered before Wellhub answered (`whenWellhubIsDown` = ADMIT_AND_VALIDATE_LATER).
 * - `USED`: the first use; later ones change nothing.
 *
 * The state is judged in the row that the key finds: while there are no statistics the planner may prefer the index of
 * pending ones, and reads all of it.
 */
export const markEntriesSql = (source: string): string => `
  update check_ins ci set
    asked_at = case when entry.how = 'HANDED_OVER' then coalesce(ci.asked_at, clock_timestamp()) else ci.asked_at end,
    next_attempt_at = case when entry.how = 'HANDED_OVER' then coalesce(ci.next_attempt_at, clock_timestamp())
      else ci.next_attempt_at end,
    cause = case when entry.how = 'HANDED_OVER' and ci.asked_at is null then 'SCAN' else ci.cause end,
    provisional = ci.provisional or entry.how = 'ADMITTED',
    first_used_at = coalesce(ci.first_used_at, entry.used_at),
    updated_at = clock_timestamp()
  from ${source} entry
  where ci.partner_id = entry.partner_id and ci.id = entry.check_in_id
    and case entry.how when 'USED' then ci.first_used_at is null else ci.state = 'PENDING' end`;

/** The check-ins of `source (partner_id, check_in_id)`, whose owners entered without a call. */
export const handOverSql = (source: string): string =>
  markEntriesSql(
    `(select given.*, 'HANDED_OVER' as how, null::timestamptz as used_at from ${source} given)`,
  );

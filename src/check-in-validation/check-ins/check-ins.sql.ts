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

/** Their check-ins here that may open the door or wait for the worker: `id`, `state`, `probe`, `event_at`, `product_id`. */
export function checkInsForEntrySql({ partner, customer, gym, today }: EntrySql): string {
  const columns = 'ci.id, ci.state, ci.probe, ci.event_at, ci.product_id';
  const theirs = `ci.partner_id = ${partner} and ci.customer_id = ${customer} and ci.gym_id = ${gym}`;
  return `select ${columns} from check_ins ci
      where ${theirs} and ci.state = 'PENDING'
    union all
    select ${columns} from check_ins ci
      where ${theirs} and ci.local_day = ${today}
        and (ci.state = 'VALIDATED' or ci.state = 'EXPIRED' and ci.cause = 'DEADLINE')`;
}

/** One check-in of theirs that was validated just now, with the same columns: also one of another day. */
export const validatedCheckInSql = (
  { partner, customer, gym, today }: EntrySql,
  id: string,
): string => `
  select ci.id, ci.state, ci.probe, ci.event_at, ci.product_id from check_ins ci
  where ci.partner_id = ${partner} and ci.id = ${id} and ci.customer_id = ${customer} and ci.gym_id = ${gym}
    and ci.state = 'VALIDATED' and ci.local_day <> ${today}`;

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

// Checked in the row that the key finds: while there are no statistics the planner may prefer the index of pending
// ones, and reads all of it.
const IS_PENDING = `(ci.state = 'PENDING') is not false`;

/**
 * Hands PENDING check-ins to the worker, for scans that enter without a call (cause SCAN). `source` is a relation with
 * `partner_id uuid, check_in_id uuid`. A retry schedule in progress is kept.
 */
export function handOverSql(source: string): string {
  return `update check_ins ci set
      asked_at = coalesce(ci.asked_at, clock_timestamp()),
      next_attempt_at = coalesce(ci.next_attempt_at, clock_timestamp()),
      cause = case when ci.asked_at is null then 'SCAN' else ci.cause end,
      updated_at = clock_timestamp()
    from ${source} handed
    where ci.partner_id = handed.partner_id and ci.id = handed.check_in_id and ${IS_PENDING}`;
}

/** Marks check-ins whose owner entered before Wellhub answered (`whenWellhubIsDown` = ADMIT_AND_VALIDATE_LATER). */
export function admitProvisionallySql(source: string): string {
  return `update check_ins ci set provisional = true, updated_at = clock_timestamp()
    from ${source} admitted
    where ci.partner_id = admitted.partner_id and ci.id = admitted.check_in_id and ${IS_PENDING}`;
}

import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import type { Leased } from '../../wellhub/index.js';
import { checkInColumns, type CheckIn } from '../check-ins/check-in.js';

/** A locked check-in with the facts that the rules need. */
export interface AnsweredCheckIn extends CheckIn {
  readonly secondsSinceWebhook: number | null;
  readonly secondsPastDeadline: number;
  readonly anotherValidatedThatDay: boolean;
}

export interface AnswerValues {
  readonly state: CheckIn['state'];
  readonly cause: CheckIn['cause'];
  readonly validatedAt: Date | null;
  readonly alreadyValidated: boolean;
  readonly unanswered: boolean;
  readonly notFoundTries: number;
  /** Null: no further call is made. */
  readonly retrySeconds: number | null;
  readonly status: number | null;
  readonly key: string | null;
  readonly productId: string | null;
  readonly productDescription: string | null;
}

const SELF = checkInColumns('c');

const LOCK = {
  name: 'answers.lock',
  text: `select ${SELF},
      extract(epoch from clock_timestamp() - c.webhook_at)::float8 as "secondsSinceWebhook",
      extract(epoch from clock_timestamp() - c.expires_at)::float8 as "secondsPastDeadline",
      exists (select from check_ins o where o.partner_id = c.partner_id and o.customer_id = c.customer_id
        and o.gym_id = c.gym_id and o.local_day = c.local_day and o.state = 'VALIDATED' and o.id <> c.id)
        as "anotherValidatedThatDay"
    from check_ins c
    where c.partner_id = $1 and c.id = $2 and c.validation_requested_at = $3::text::timestamptz
      and c.state = 'PENDING'
    for update`,
};

const RECORD = {
  name: 'answers.record',
  text: `update check_ins c set state = $3, cause = $4,
      validated_at = case when $3 = 'VALIDATED' then coalesce($5, clock_timestamp()) end,
      already_validated = $6, unanswered = c.unanswered or $7, not_found_tries = $8,
      next_attempt_at = clock_timestamp() + make_interval(secs => $9::float8), validating_until = null,
      last_status = $10, last_key = $11,
      product_id = coalesce(c.product_id, $12), product_description = coalesce(c.product_description, $13),
      updated_at = clock_timestamp()
    where c.partner_id = $1 and c.id = $2
    returning ${SELF}`,
};

@Injectable()
export class AnswersRepository {
  /** @returns undefined when the call was taken over, or the check-in has ended meanwhile */
  async lock(queries: Queries, { partnerId, id, fence }: Leased<CheckIn>) {
    return (await queries.query<AnsweredCheckIn>(LOCK, [partnerId, id, fence]))[0];
  }

  async record(
    queries: Queries,
    { partnerId, id }: CheckIn,
    values: AnswerValues,
  ): Promise<CheckIn> {
    const [row] = await queries.query<CheckIn>(RECORD, [
      partnerId,
      id,
      values.state,
      values.cause,
      values.validatedAt,
      values.alreadyValidated,
      values.unanswered,
      values.notFoundTries,
      values.retrySeconds,
      values.status,
      values.key,
      values.productId,
      values.productDescription,
    ]);
    if (!row) throw new Error('a locked check-in cannot be gone');
    return row;
  }
}

/** Of a subscription so many of its newest deliveries are looked at. */
const NEWEST = 20;

/**
 * One row about the partner's subscriptions: how many are `disabled`, and how many of the others are `failing`: one of
 * their newest deliveries has failed, or was not taken at its first attempt and waits.
 */
export const subscriptionHealthSql = (partner: string): string => `
  select count(*) filter (where s.state = 'DISABLED')::int as disabled,
    count(*) filter (where s.state = 'ACTIVE' and exists (
      select from (
        select d.state, d.attempts from webhook_deliveries d
        where d.partner_id = s.partner_id and d.subscription_id = s.id
        order by d.created_at desc, d.id desc limit ${NEWEST}) d
      where d.state = 'FAILED' or d.state = 'PENDING' and d.attempts <> '[]'))::int as failing
  from webhook_subscriptions s where s.partner_id = ${partner} and s.deleted_at is null`;

/**
 * `state`, `n`: a partner's deliveries in trouble, none created before `since`. RETRYING: at least one attempt has failed.
 * FAILED: given up within a day. DISABLED: subscriptions that get nothing any more. Each has the words of the index
 * `ix_webhook_deliveries_trouble`.
 */
export const deliveryFiguresSql = (partner: string, since: string): string => `
  select 'RETRYING' as state, count(*)::int as n from webhook_deliveries d
    where d.partner_id = ${partner} and d.created_at >= ${since} and d.state = 'PENDING' and d.attempts <> '[]'
  union all
  select 'FAILED', count(*)::int from webhook_deliveries d
    where d.partner_id = ${partner} and d.created_at >= ${since} and d.state = 'FAILED'
      and d.finished_at > now() - interval '1 day'
  union all
  select 'DISABLED', count(*)::int from webhook_subscriptions s
    where s.partner_id = ${partner} and s.state = 'DISABLED' and s.deleted_at is null`;

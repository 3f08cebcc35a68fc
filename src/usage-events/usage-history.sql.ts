/** For a customer's history: rows `at`, `id` (text), `gym_id`, `facts` (JSON). */
export const usageHistorySql = (partner: string, customer: string): string => `
  select u.occurred_at as at, u.id::text as id, null::bigint as gym_id,
    json_build_object('usageEventId', u.id, 'eventType', u.event_type, 'source', u.source, 'state', u.state,
      'sentAt', u.sent_at, 'lastStatus', u.last_status, 'lastKey', u.last_key) as facts
  from usage_events u where u.partner_id = ${partner} and u.customer_id = ${customer}`;

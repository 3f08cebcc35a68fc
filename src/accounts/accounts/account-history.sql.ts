/** For a customer's history: rows `at`, `id` (text), `gym_id`, `facts` (JSON). */
export const accountHistorySql = (partner: string, customer: string): string => `
  select a.created_at as at, a.id::text as id, null::bigint as gym_id,
    json_build_object('hasPassword', a.password_hash is not null, 'isEnabled', a.enabled) as facts
  from accounts a where a.partner_id = ${partner} and a.customer_id = ${customer}`;

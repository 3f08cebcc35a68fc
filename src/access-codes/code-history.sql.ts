/** For a customer's history: rows `at`, `id` (text), `gym_id` (null: every gym), `facts` (JSON). Codes are kept for a day. */
export const codeHistorySql = (partner: string, customer: string): string => `
  select a.issued_at as at, left(encode(a.hash, 'hex'), 12) as id, a.gym_id,
    json_build_object('hashPrefix', left(encode(a.hash, 'hex'), 12), 'expiresAt', a.expires_at,
      'singleUse', a.single_use) as facts
  from access_codes a where a.partner_id = ${partner} and a.customer_id = ${customer}`;

/** Fragments for a customer's history: rows `at`, `id` (text), `gym_id`, `facts` (JSON). */

export const customerHistorySql = (partner: string, customer: string): string => `
  select c.created_at as at, c.id::text as id, null::bigint as gym_id,
    json_build_object('origin', c.origin, 'status', c.status) as facts
  from customers c where c.partner_id = ${partner} and c.id = ${customer}`;

export const consentHistorySql = (partner: string, customer: string): string => `
  select c.given_at as at, c.document || '/' || left(md5(c.version), 12) as id, null::bigint as gym_id,
    json_build_object('document', c.document, 'version', c.version, 'url', c.url, 'source', c.source) as facts
  from consents c where c.partner_id = ${partner} and c.customer_id = ${customer}`;

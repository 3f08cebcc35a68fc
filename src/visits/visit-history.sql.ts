/** Fragments for a customer's history: rows `at`, `id` (text), `gym_id`, `facts` (JSON). */

const visits = (at: string, partner: string, customer: string) => `
  select v.${at} as at, v.id::text as id, v.gym_id,
    json_build_object('visitId', v.id, 'source', v.source, 'enteredAt', v.entered_at, 'leftAt', v.left_at) as facts
  from visits v where v.partner_id = ${partner} and v.customer_id = ${customer} and v.${at} is not null`;

export const entryHistorySql = (partner: string, customer: string): string =>
  visits('entered_at', partner, customer);

export const exitHistorySql = (partner: string, customer: string): string =>
  visits('left_at', partner, customer);

import { deskPersonSql } from '../../customers/index.js';

/** Fragments for a customer's history: rows `at`, `id` (text), `gym_id`, `facts` (JSON). */

const usersOf = (partner: string, customer: string) => `
  from (${deskPersonSql(partner, customer)}) c
    join wellhub_users w on w.partner_id = ${partner} and w.gpw_id = c.gpw_id`;

export const registrationHistorySql = (partner: string, customer: string): string => `
  select w.registered_at as at, w.gpw_id as id, null::bigint as gym_id,
    json_build_object('gympassUserId', w.gpw_id, 'status', w.status, 'planId', w.plan_id, 'origin', w.origin,
      'countryCode', w.country_code, 'lastRegisteredAt', w.last_registered_at, 'lastEventAt', w.last_event_at) as facts
  ${usersOf(partner, customer)}`;

export const joinHistorySql = (partner: string, customer: string): string => `
  select w.linked_at as at, w.gpw_id as id, null::bigint as gym_id,
    json_build_object('gympassUserId', w.gpw_id) as facts
  ${usersOf(partner, customer)} where w.linked_at is not null`;

export const claimHistorySql = (partner: string, customer: string): string => `
  select w.created_at as at, w.id::text as id, null::bigint as gym_id,
    json_build_object('claimId', w.id, 'gympassId', w.wellhub_id, 'state', w.state, 'decidedAt', w.decided_at) as facts
  from wellhub_id_claims w where w.partner_id = ${partner} and w.customer_id = ${customer}`;

import { CUSTOMER_EVENT_TYPES } from '../events/event-types.js';

/** Fragments for a customer's history: rows `at`, `id` (text), `gym_id`, `facts` (JSON). */

const ABOUT_CUSTOMERS = CUSTOMER_EVENT_TYPES.map((type) => `'${type}'`).join(', ');

const eventsOf = (partner: string, customer: string) =>
  `events e where e.partner_id = ${partner} and e.entity_id = ${customer} and e.type in (${ABOUT_CUSTOMERS})`;

export const eventHistorySql = (partner: string, customer: string): string => `
  select e.created_at as at, e.id::text as id, e.gym_id,
    json_build_object('eventId', e.id, 'type', e.type, 'occurredAt', e.occurred_at, 'content', e.content) as facts
  from ${eventsOf(partner, customer)}`;

export const deliveryHistorySql = (partner: string, customer: string): string => `
  select d.created_at as at, d.id::text as id, e.gym_id,
    json_build_object('deliveryId', d.id, 'subscriptionId', d.subscription_id, 'eventId', d.event_id,
      'eventType', e.type, 'state', d.state, 'calls', jsonb_array_length(d.attempts),
      'lastStatus', d.attempts -> -1 -> 'status', 'lastError', d.attempts -> -1 ->> 'error',
      'finishedAt', d.finished_at) as facts
  from (select * from ${eventsOf(partner, customer)}) e
    join webhook_deliveries d on d.partner_id = e.partner_id and d.event_id = e.id and d.created_at >= e.created_at`;

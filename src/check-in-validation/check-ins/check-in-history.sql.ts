/** Fragments for a customer's history: rows `at`, `id` (text), `gym_id`, `facts` (JSON). */

/** Each state that a check-in reached, with the calls to Wellhub until then and its answer; probes, too. */
export const checkInHistorySql = (partner: string, customer: string): string => `
  select t.at, t.check_in_id || '/' || t.no as id, c.gym_id,
    json_build_object('checkInId', c.id, 'from', t.from_state, 'to', t.to_state, 'cause', t.cause,
      'calls', t.attempts, 'wellhubStatus', t.wellhub_status, 'wellhubKey', t.wellhub_key,
      'occurredAt', c.event_at, 'expiresAt', c.expires_at, 'webhookAt', c.webhook_at,
      'bookingNumber', c.booking_number, 'productDescription', c.product_description,
      'isProbe', c.probe, 'isProvisional', c.provisional, 'stateNow', c.state, 'callsNow', c.attempts,
      'lastStatus', c.last_status, 'lastKey', c.last_key) as facts
  from check_ins c join check_in_transitions t on t.partner_id = c.partner_id and t.check_in_id = c.id
  where c.partner_id = ${partner} and c.customer_id = ${customer}`;

/** What Wellhub should pay for: where the reconciliation lists it. */
export const reconciliationHistorySql = (partner: string, customer: string): string => `
  select coalesce(c.validated_at, c.event_at) as at, c.id::text as id, c.gym_id,
    json_build_object('checkInId', c.id, 'month', to_char(c.local_day, 'YYYY-MM'), 'date', c.local_day,
      'alreadyValidated', c.already_validated, 'bookingNumber', c.booking_number) as facts
  from check_ins c where c.partner_id = ${partner} and c.customer_id = ${customer} and c.state = 'VALIDATED'`;

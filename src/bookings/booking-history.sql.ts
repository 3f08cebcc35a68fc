/** For a customer's history: rows `at`, `id` (text), `gym_id`, `facts` (JSON). */
export const bookingHistorySql = (partner: string, customer: string): string => `
  select coalesce(b.requested_at, b.created_at) as at, b.id::text as id, b.gym_id,
    json_build_object('bookingId', b.id, 'bookingNumber', b.booking_number, 'classId', b.class_id,
      'slotId', b.slot_id, 'state', b.state, 'decision', b.decision, 'decidedAt', b.decided_at,
      'reasonCategory', b.reason_category, 'reason', b.reason, 'calls', b.attempts,
      'lastStatus', b.last_status, 'lastKey', b.last_key) as facts
  from bookings b where b.partner_id = ${partner} and b.customer_id = ${customer}`;

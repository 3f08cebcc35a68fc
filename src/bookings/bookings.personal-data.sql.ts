export const EXPORTED_BOOKINGS = `select id, booking_number as "bookingNumber", gym_id as "gymId", wellhub_id as "wellhubId",
    class_id as "classId", slot_id as "slotId", state, requested_at as "requestedAt", decision,
    decided_at as "decidedAt", reason_category as "reasonCategory", reason
  from bookings where partner_id = $1 and customer_id = $2 order by id`;

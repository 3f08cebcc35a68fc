export const EXPORTED_CHECK_INS = `select id, gym_id as "gymId", wellhub_id as "wellhubId", booking_number as "bookingNumber",
    product_id as "productId", product_description as "productDescription", state, event_at as "eventAt",
    validated_at as "validatedAt"
  from check_ins where partner_id = $1 and customer_id = $2 order by event_at, id`;

export const EXPORTED_VISITS = `select id, gym_id as "gymId", source, entered_at as "enteredAt", left_at as "leftAt", offline
  from visits where partner_id = $1 and customer_id = $2 order by id`;

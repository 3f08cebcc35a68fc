export const EXPORTED_GATE_DECISIONS = `select at, gym_id as "gymId", device_id as "deviceId", result, visit_id as "visitId"
  from gate_decisions where partner_id = $1 and customer_id = $2 order by at`;

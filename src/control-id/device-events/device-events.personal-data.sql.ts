export const EXPORTED_DEVICE_EVENTS = `select at, gym_id as "gymId", device_id as "deviceId", type, visit_id as "visitId"
  from control_id_device_events where partner_id = $1 and customer_id = $2 order by at`;

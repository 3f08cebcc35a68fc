import { activeDeviceSql } from '../../gate/index.js';

/** The devices that these secrets open; switched off and removed ones are not among them. */
export const DEVICES_BY_SECRET = {
  name: 'control-id.devices-by-secret',
  text: `select s.secret_hash as hash, s.partner_id as "partnerId", d.gym_id::float8 as "gymId",
      s.device_id::float8 as id, d.direction, d.repeat_window_seconds as "repeatWindowSeconds", d.language, c.settings,
      extract(epoch from s.ends_at - clock_timestamp())::float8 * 1000 as "endsInMs",
      (s.partner_id, s.device_id) in (
        select f.partner_id, f.device_id from control_id_secrets f where f.ends_at is not null) as "wasMoved",
      extract(epoch from l.ends_at - clock_timestamp())::float8 * 1000 as "learnsCardsForMs"
    from control_id_secrets s
    join control_id_devices c on (c.partner_id, c.device_id) = (s.partner_id, s.device_id)
    left join control_id_card_learning l on (l.partner_id, l.device_id) = (s.partner_id, s.device_id)
    cross join lateral ${activeDeviceSql('s.partner_id', 's.device_id')} d
    where s.secret_hash = any($1::bytea[]) and (s.ends_at is null or s.ends_at > clock_timestamp())`,
};

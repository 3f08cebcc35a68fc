import { gymTodaySql } from '../../partners/index.js';

const ROW = `partner_id as "partnerId", id::float8 as id, gym_id::float8 as "gymId", name, direction, active, vendor,
  repeat_window_seconds as "repeatWindowSeconds", token_hash as "tokenHash", created_at as "createdAt",
  deleted_at as "deletedAt"`;

export const INSERT_DEVICE = {
  name: 'devices.insert',
  text: `insert into devices (partner_id, gym_id, name, direction, repeat_window_seconds, vendor, active)
    values ($1, $2, $3, $4, $5, $6, $7) returning ${ROW}`,
};

export const LOCK_DEVICE = {
  name: 'devices.lock',
  text: `select ${ROW} from devices where partner_id = $1 and id = $2 and deleted_at is null for no key update`,
};

export const CHANGE_DEVICE = {
  name: 'devices.change',
  text: `update devices set name = $3, direction = $4, active = $5, repeat_window_seconds = $6
    where partner_id = $1 and id = $2 returning ${ROW}`,
};

/** One row of a device while it is switched on at a gym that exists, with the language of that gym; none otherwise. */
export const activeDeviceSql = (partner: string, device: string): string => `
  (select d.gym_id, d.direction, d.repeat_window_seconds, g.language
    from devices d cross join lateral (${gymTodaySql('d.partner_id', 'd.gym_id')}) g
    where d.partner_id = ${partner} and d.id = ${device} and d.active and d.deleted_at is null)`;

/** `gym_id` and `direction` of a device, also of one that is switched off or removed. */
export const doorOfDeviceSql = (partner: string, device: string): string => `
  (select d.gym_id, d.direction from devices d where d.partner_id = ${partner} and d.id = ${device})`;

/** Which of these are devices of that gym. */
export const KNOWN_DEVICES = {
  name: 'devices.known',
  text: `select id from devices
    where partner_id = $1 and gym_id = $2 and id = any($3::bigint[]) and deleted_at is null`,
};

export const REMOVE_DEVICE = {
  name: 'devices.remove',
  text: `update devices set deleted_at = clock_timestamp(), active = false, token_hash = null
    where partner_id = $1 and id = $2 and deleted_at is null returning id`,
};

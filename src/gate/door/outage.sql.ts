/** Fragments about this room's tables, for scans that are decided while the database is away and recorded later. */

/** Devices of a gym through which people enter, while their reader is open; `most` rows. */
export const entranceDevicesSql = (partner: string, gym: string, most: number): string => `
  select d.id, d.token_hash, d.direction, d.repeat_window_seconds from devices d
  where d.partner_id = ${partner} and d.gym_id = ${gym} and d.active and d.deleted_at is null
    and d.token_hash is not null and d.direction <> 'OUT'
    and (d.cards_locked_until is null or d.cards_locked_until < clock_timestamp())
  order by d.id limit ${most}`;

/** True when the device has used the nonce for this value. */
export const nonceOfValueSql = (row: string): string => `
  exists (select from gate_nonces m where m.partner_id = ${row}.partner_id and m.device_id = ${row}.device_id
    and m.nonce = ${row}.nonce and m.value_hash = ${row}.value_hash)`;

/** Returns a row for each nonce of `source (partner_id, device_id, nonce, value_hash, answer)` that is new. */
export const rememberNoncesSql = (source: string): string => `
  insert into gate_nonces (partner_id, device_id, nonce, value_hash, answer)
  select s.partner_id, s.device_id, s.nonce, s.value_hash, s.answer from ${source} s
  on conflict do nothing
  returning nonce`;

/** Decisions OPEN of `source (partner_id, at, gym_id, device_id, customer_id, visit_id, value_hash)`. */
export const logAdmissionsSql = (source: string, note: string): string => `
  insert into gate_decisions (partner_id, at, gym_id, device_id, result, customer_id, visit_id, value_hash_prefix, note)
  select s.partner_id, s.at, s.gym_id, s.device_id, 'OPEN', s.customer_id, s.visit_id,
    left(encode(s.value_hash, 'hex'), 12), '${note}'
  from ${source} s`;

export const INSERT_SECRET = {
  name: 'control-id.insert-secret',
  text: `insert into control_id_secrets (secret_hash, partner_id, device_id, sealed_secret) values ($1, $2, $3, $4)`,
};

/** Rotations of one device wait for each other. */
export const LOCK_SECRETS = {
  name: 'control-id.lock-secrets',
  text: `select from control_id_devices where partner_id = $1 and device_id = $2 for no key update`,
};

/** An end that was set before comes no later. */
export const END_SECRETS = {
  name: 'control-id.end-secrets',
  text: `with ending as (select clock_timestamp() + make_interval(secs => $3::int) as at), ended as (
      update control_id_secrets s set ends_at = least(coalesce(s.ends_at, 'infinity'), ending.at), sealed_secret = null
      from ending where s.partner_id = $1 and s.device_id = $2)
    select at as "endsAt" from ending`,
};

export const FORMER_SECRETS = {
  name: 'control-id.former-secrets',
  text: `select max(ends_at) as "endsAt" from control_id_secrets
    where partner_id = $1 and device_id = $2 and ends_at is not null`,
};

export const PRESENT_SECRET = {
  name: 'control-id.present-secret',
  text: `select sealed_secret as sealed from control_id_secrets
    where partner_id = $1 and device_id = $2 and ends_at is null`,
};

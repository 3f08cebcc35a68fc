// A row without an answer after a minute belongs to a process that crashed: no request takes that long.
export const CLAIM_KEY = {
  name: 'idempotency.claim',
  text: `insert into idempotency_keys (owner, key, request_hash) values ($1, $2, $3)
    on conflict (owner, key) do update
      set request_hash = excluded.request_hash, status = null, location = null, answer = null,
        created_at = clock_timestamp()
      where idempotency_keys.created_at < clock_timestamp() - interval '24 hours'
        or (idempotency_keys.status is null
          and idempotency_keys.created_at < clock_timestamp() - interval '1 minute')
    returning created_at::text as at`,
};

export const READ_KEY = {
  name: 'idempotency.read',
  text: `select request_hash = $3 as "isSame", status, location, answer from idempotency_keys
    where owner = $1 and key = $2`,
};

// The time of the claim is the fence: a request that has lost the key meanwhile changes nothing.
export const KEEP_ANSWER = {
  name: 'idempotency.keep',
  text: `update idempotency_keys set status = $4, location = $5, answer = $6
    where owner = $1 and key = $2 and created_at = $3::timestamptz`,
};

export const RELEASE_KEY = {
  name: 'idempotency.release',
  text: `delete from idempotency_keys
    where owner = $1 and key = $2 and created_at = $3::timestamptz and status is null`,
};

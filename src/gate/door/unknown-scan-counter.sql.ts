/** Parallel tries at one device come one after the other, so that the tenth is the tenth in every replica. */
export const LOCK_READER = {
  name: 'gate.lock-reader',
  text: `select extract(epoch from cards_locked_until - clock_timestamp())::float8 as "lockedFor"
    from devices where partner_id = $1 and id = $2 for no key update`,
};

export const CLOSE_READER = {
  name: 'gate.close-reader',
  text: `update devices set cards_locked_until = clock_timestamp() + interval '60 seconds'
    where partner_id = $1 and id = $2`,
};

export const COUNT_TRY = {
  name: 'gate.count-try',
  text: `with last_minute as materialized (
      select t.at, t.value_hash from gate_tries t
      where t.partner_id = $1 and t.device_id = $2 and t.kind = $3
        and t.at > statement_timestamp() - interval '60 seconds'
    ), counted as (
      insert into gate_tries (partner_id, device_id, kind, value_hash)
      select $1::uuid, $2::bigint, $3::text, ($4::bytea[])[1]
      where $3 = 'CODE' or not exists (select from last_minute l
        where l.value_hash = any($4) and l.at > statement_timestamp() - interval '5 seconds')
      returning 1
    )
    select ((select count(*) from last_minute) + (select count(*) from counted))::int as tries`,
};

export const START_ANEW = {
  name: 'gate.start-counting-anew',
  text: `delete from gate_tries where partner_id = $1 and device_id = $2 and kind = $3`,
};

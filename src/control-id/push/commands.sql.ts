import { doorOfDeviceSql } from '../../gate/index.js';

/** How long a result is waited for, and how often what may be done twice is handed out. */
const RESULT_WITHIN = `interval '60 seconds'`;
const MOST_TIMES = 5;

const IS_EXPIRED = `(c.state = 'WAITING' and coalesce(c.expires_at <= clock_timestamp(), false))`;
const IS_SILENT = `(c.state = 'HANDED_OUT' and c.handed_out_at <= clock_timestamp() - ${RESULT_WITHIN})`;
const IS_GIVEN_UP = `(${IS_SILENT} and (c.kind = 'OPEN' or c.times_handed_out >= ${MOST_TIMES}))`;
/** As it is now, also before the worker has written it. */
const STATE = `case when ${IS_EXPIRED} then 'EXPIRED' when not ${IS_GIVEN_UP} then c.state
  when c.kind = 'OPEN' then 'UNKNOWN' else 'FAILED' end`;

const COMMAND = `c.id, c.kind, c.endpoint, ${STATE} as state, c.created_at as "createdAt", c.expires_at as "expiresAt",
  c.handed_out_at as "handedOutAt", c.times_handed_out as "timesHandedOut", c.ended_at as "endedAt", c.result as error`;

/** Of one device, until the transaction ends. */
export const LOCK_QUEUE = {
  name: 'control-id.lock-queue',
  text: `select from control_id_devices where partner_id = $1 and device_id = $2 for no key update`,
};

export const COUNT_WAITING = {
  name: 'control-id.count-waiting',
  text: `select count(*)::int as waiting from control_id_commands c
    where c.partner_id = $1 and c.device_id = $2 and c.state = 'WAITING' and not ${IS_EXPIRED}`,
};

export const ADD_COMMANDS = {
  name: 'control-id.add-commands',
  text: `insert into control_id_commands as c (partner_id, device_id, kind, endpoint, body, step, expires_at)
    select $1, $2, kind, endpoint, body::jsonb, step, clock_timestamp() + make_interval(secs => seconds)
    from unnest($3::text[], $4::text[], $5::text[], $6::int[]) with ordinality as t(kind, endpoint, body, seconds, step)
    order by step returning ${COMMAND}`,
};

/**
 * The oldest one that is due, for one poll: a row that another poll has locked is passed over. A door never opens twice, nor
 * late.
 */
export const HAND_OUT = {
  name: 'control-id.hand-out',
  text: `with seen as (
      update control_id_devices d set fetched_commands_at = clock_timestamp()
      where d.partner_id = $1 and d.device_id = $2
        and coalesce(d.fetched_commands_at < clock_timestamp() - interval '10 seconds', true)),
    next as (
      select c.id from control_id_commands c
      where c.partner_id = $1 and c.device_id = $2 and c.state in ('WAITING', 'HANDED_OUT') and not ${IS_EXPIRED}
        and (c.state = 'WAITING' or (${IS_SILENT} and not ${IS_GIVEN_UP}))
      order by c.created_at, c.step limit 1 for update skip locked)
    update control_id_commands c set state = 'HANDED_OUT', handed_out_at = clock_timestamp(), push_uuid = $3,
      times_handed_out = c.times_handed_out + 1
    from next where c.partner_id = $1 and c.id = next.id
    returning c.endpoint, c.body`,
};

/** Notes some as fetching. One whose row is locked has a queue that is written to just now: the next reading notes it. */
export const DEVICES_WITH_OPEN = {
  name: 'control-id.devices-with-open-commands',
  text: `with due as materialized (
      select d.partner_id, d.device_id from unnest($3::uuid[], $4::bigint[]) f (partner_id, id)
      join control_id_devices d on d.partner_id = f.partner_id and d.device_id = f.id
      for no key update of d skip locked),
    seen as (
      update control_id_devices d set fetched_commands_at = clock_timestamp() from due
      where d.partner_id = due.partner_id and d.device_id = due.device_id)
    select distinct c.device_id::float8 as id from unnest($1::uuid[], $2::bigint[]) d (partner_id, id)
    join control_id_commands c on c.partner_id = d.partner_id and c.device_id = d.id
    where c.state in ('WAITING', 'HANDED_OUT')`,
};

export const IS_FETCHING = {
  name: 'control-id.is-fetching',
  text: `select coalesce(fetched_commands_at > clock_timestamp() - interval '5 minutes', false) as "isFetching"
    from control_id_devices where partner_id = $1 and device_id = $2`,
};

/** The one that was handed out with this uuid, else the last one; an answer that comes late is one too. */
export const END_COMMAND = {
  name: 'control-id.end-command',
  text: `update control_id_commands c set state = $4, result = $5, ended_at = clock_timestamp()
    where c.partner_id = $1 and c.id = (
      select l.id from control_id_commands l
      where l.partner_id = $1 and l.device_id = $2 and l.handed_out_at is not null
        and (l.state = 'HANDED_OUT' or (l.state = 'UNKNOWN' and l.push_uuid = $3))
      order by l.push_uuid is not distinct from $3 desc, l.handed_out_at desc limit 1 for update)
    returning c.kind`,
};

export const DEVICE_COMMANDS = {
  name: 'control-id.commands',
  text: `select ${COMMAND}, (extract(epoch from c.created_at) * 1000000)::bigint as micros from control_id_commands c
    where c.partner_id = $1 and c.device_id = $2 and ($3::text is null or ${STATE} = $3)
      and ($4::bigint is null or (c.created_at, c.id) < ('epoch'::timestamptz + $4 * interval '1 microsecond', $5::uuid))
    order by c.created_at desc, c.id desc limit $6`,
};

/** Those whose time is over get the state that they are shown with. @returns those that a person must know of */
export const SETTLE_COMMANDS = {
  name: 'control-id.settle-commands',
  text: `with over as (
      select c.partner_id, c.id, ${STATE} as settled from control_id_commands c
      where c.state in ('WAITING', 'HANDED_OUT') and (${IS_EXPIRED} or ${IS_GIVEN_UP})
      limit 500 for update skip locked)
    update control_id_commands c set state = over.settled, ended_at = clock_timestamp()
    from over where c.partner_id = over.partner_id and c.id = over.id
    returning c.partner_id as "partnerId", c.device_id::float8 as "deviceId", c.kind, c.state,
      (select d.gym_id::float8 from ${doorOfDeviceSql('c.partner_id', 'c.device_id')} d) as "gymId"`,
};

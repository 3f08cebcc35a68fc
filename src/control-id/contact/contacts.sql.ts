import { activeDeviceSql } from '../../gate/index.js';
import { MOST_OFFSETS } from './sign-of-life.js';

/** A clock that moves by more than this was set, or is broken. */
const CLOCK_MOVES_SECONDS = 120;

/** A device that was removed from the database meanwhile is left out. */
const GIVEN = `
  select g.partner_id, g.device_id, g.reported_device_id, g.pending_access_logs, g.clock_offsets,
    now.at - g.seen_ms_ago * interval '1 ms' as seen_at,
    now.at - g.polled_ms_ago * interval '1 ms' as polled_at,
    now.at - g.scanned_ms_ago * interval '1 ms' as scanned_at
  from json_to_recordset($1::json) as g (partner_id uuid, device_id bigint, reported_device_id text,
      pending_access_logs int, clock_offsets int[], seen_ms_ago float8, polled_ms_ago float8, scanned_ms_ago float8)
    join control_id_devices d on d.partner_id = g.partner_id and d.device_id = g.device_id,
    (select clock_timestamp() as at) now`;

/** Newest first, with those before. */
const OFFSETS = `(select (n.clock_offsets || coalesce(n.offsets_before, '{}'))[1:${MOST_OFFSETS}] as offsets)`;
const MEDIAN = `(select percentile_disc(0.5) within group (order by o) as skew from unnest(o.offsets) o)`;
const IS_BACK = `coalesce(n.scanned_at > coalesce(n.mode_since_before, '-infinity') and coalesce(n.mode_before, '') <> 'ONLINE', false)`;

/**
 * Many devices at once, locked in their order, so that two replicas do not wait for each other in a ring. Returns what
 * changed for each. A device without a contact is found by a hash: a join of two lists that the planner cannot
 * estimate would compare each with each.
 */
export const WRITE_CONTACTS = {
  name: 'control-id.write-contacts',
  text: `with given as materialized (${GIVEN}),
  known as materialized (
    select n.*, c.clock_offsets as offsets_before, c.mode as mode_before, c.mode_since as mode_since_before,
      c.is_silent as was_silent, c.settled_skew_seconds as settled
    from given n join control_id_contacts c on c.partner_id = n.partner_id and c.device_id = n.device_id
    order by c.partner_id, c.device_id for update of c),
  noted as (
    select * from known
    union all
    select n.*, null, null, null, false, null from given n
    where (n.partner_id, n.device_id) not in (select k.partner_id, k.device_id from known k)),
  news as materialized (
    select n.*, o.offsets, m.skew, ${IS_BACK} as is_back,
      coalesce(abs(m.skew - n.settled) > ${CLOCK_MOVES_SECONDS}, false) as clock_moved
    from noted n cross join lateral ${OFFSETS} o cross join lateral ${MEDIAN} m),
  written as (
    insert into control_id_contacts as c (partner_id, device_id, last_seen_at, last_polled_at, reported_device_id, mode,
      mode_since, pending_access_logs, clock_offsets, clock_skew_seconds, settled_skew_seconds)
    select n.partner_id, n.device_id, n.seen_at, n.polled_at, n.reported_device_id,
      case when n.is_back then 'ONLINE' else coalesce(n.mode_before, 'UNKNOWN') end,
      case when n.is_back then n.scanned_at else n.mode_since_before end,
      n.pending_access_logs, n.offsets, n.skew,
      case when n.settled is null or n.clock_moved then n.skew else n.settled end
    from news n order by n.partner_id, n.device_id
    on conflict (partner_id, device_id) do update set
      last_seen_at = greatest(c.last_seen_at, excluded.last_seen_at),
      last_polled_at = greatest(c.last_polled_at, excluded.last_polled_at),
      reported_device_id = coalesce(excluded.reported_device_id, c.reported_device_id),
      mode = excluded.mode, mode_since = excluded.mode_since,
      pending_access_logs = coalesce(excluded.pending_access_logs, c.pending_access_logs),
      clock_offsets = excluded.clock_offsets, clock_skew_seconds = excluded.clock_skew_seconds,
      settled_skew_seconds = excluded.settled_skew_seconds)
  select n.partner_id as "partnerId", n.device_id as "deviceId", n.was_silent as "wasSilent",
    n.is_back and n.mode_before = 'CONTINGENCY' as "leftContingency",
    coalesce(n.pending_access_logs, 0) as "pendingAccessLogs",
    n.clock_moved as "clockMoved", n.settled as "skewBefore", n.skew as "skewSeconds"
  from news n`,
};

export const CALLS_AGAIN = {
  name: 'control-id.calls-again',
  text: `update control_id_contacts set is_silent = false where partner_id = $1 and device_id = $2`,
};

export const CONTACTS = {
  name: 'control-id.contacts',
  text: `select device_id as id, last_seen_at as "lastSeenAt", last_polled_at as "lastPolledAt",
      reported_device_id as "reportedDeviceId", mode, mode_since as "modeSince",
      pending_access_logs as "pendingAccessLogs", clock_skew_seconds as "clockSkewSeconds",
      first_unconfirmed_at as "firstUnconfirmedAt", last_turn as "lastTurn", last_turn_at as "lastTurnAt"
    from control_id_contacts where partner_id = $1 and device_id = any($2::bigint[])`,
};

/** What the device reports about itself, at the time of its arrival; no row when something newer is known. */
export const SET_MODE = {
  name: 'control-id.set-mode',
  text: `with before as materialized (
      select mode from control_id_contacts where partner_id = $1 and device_id = $2 for update),
    written as (
      insert into control_id_contacts as c (partner_id, device_id, last_seen_at, mode, mode_since)
      values ($1, $2, $4, $3, $4)
      on conflict (partner_id, device_id) do update set mode = excluded.mode,
        mode_since = case when c.mode = excluded.mode then c.mode_since else excluded.mode_since end
      where c.mode_since is null or c.mode_since <= excluded.mode_since
      returning mode)
    select (select mode from before) as before from written`,
};

const LAST_CALLED = `c.last_seen_at between statement_timestamp() - interval '7 days' and statement_timestamp() - interval '10 minutes'`;

/** Devices in use that poll, and have not called for ten minutes. */
export const FALL_SILENT = {
  name: 'control-id.fall-silent',
  text: `with due as materialized (
      select c.partner_id, c.device_id, d.gym_id from control_id_contacts c
      cross join lateral ${activeDeviceSql('c.partner_id', 'c.device_id')} d
      where c.last_polled_at is not null and not c.is_silent and ${LAST_CALLED})
    update control_id_contacts c set is_silent = true from due d
    where d.partner_id = c.partner_id and d.device_id = c.device_id and not c.is_silent
    returning c.partner_id as "partnerId", c.device_id as "deviceId", d.gym_id as "gymId", c.last_seen_at as "lastSeenAt"`,
};

/** Silent devices that are switched off or removed: their calls are not expected. */
export const SWITCHED_OFF = {
  name: 'control-id.switched-off',
  text: `select c.partner_id as "partnerId", c.device_id as id from control_id_contacts c
    where c.is_silent and not exists (select from ${activeDeviceSql('c.partner_id', 'c.device_id')} d)`,
};

/** Since when no turn is confirmed. */
export const LEAVE_UNCONFIRMED = {
  name: 'control-id.unconfirmed-turn',
  text: `insert into control_id_contacts as c (partner_id, device_id, last_seen_at, first_unconfirmed_at)
    values ($1, $2, clock_timestamp(), clock_timestamp())
    on conflict (partner_id, device_id) do update
      set first_unconfirmed_at = coalesce(c.first_unconfirmed_at, excluded.first_unconfirmed_at)`,
};

/** A row when none was confirmed before. */
export const CONFIRM_ROTATION = {
  name: 'control-id.confirmed-turn',
  text: `update control_id_contacts set first_unconfirmed_at = null
    where partner_id = $1 and device_id = $2 and first_unconfirmed_at is not null returning 1 as one`,
};

/** Reports may come in another order than the arm turned. */
export const NOTE_ROTATION = {
  name: 'control-id.note-turn',
  text: `insert into control_id_contacts as c (partner_id, device_id, last_seen_at, last_turn, last_turn_at)
    values ($1, $2, $4, $3, $4)
    on conflict (partner_id, device_id) do update set last_turn = excluded.last_turn, last_turn_at = excluded.last_turn_at
      where c.last_turn_at is null or c.last_turn_at <= excluded.last_turn_at`,
};

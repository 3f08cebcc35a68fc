import { usePassesSql } from '../../access-rules/index.js';
import { markEntriesSql } from '../../check-in-validation/index.js';
import { insertEventsSql } from '../../event-webhooks/index.js';
import { RowStatement } from '../../platform/database/row-statement.js';
import {
  closeVisitsSql,
  endPassageOfPresenceSql,
  lockPresenceSql,
  markPassageSql,
  moveOccupancySql,
  openVisitsSql,
  placeChangesSql,
} from '../../visits/index.js';

/** The passage that a report is about: that of the same scan, else the only one that waited at the device as it arrived. */
export const FIND_REPORTED = {
  name: 'gate.find-reported-passage',
  text: `with waiting as materialized (
      select w.id, w.customer_id from gate_passages w
      where w.partner_id = $1 and w.device_id = $2 and w.state = 'WAITING'
        and w.granted_at <= coalesce($4::timestamptz, 'infinity')
    )
    select coalesce(
      (select case when p.state = 'REPLACED'
          then coalesce((select max(w.id) from waiting w where w.customer_id = p.customer_id), p.id) else p.id end
        from gate_nonces n join gate_passages p
          on p.partner_id = n.partner_id and p.id = (n.answer ->> 'passageId')::bigint
        where n.partner_id = $1 and n.device_id = $2 and n.nonce = $3),
      (select min(w.id) from waiting w having count(*) = 1)) as id`,
};

/** A passage of a customer each, so that no statement changes a row twice. */
export const DUE_PASSAGES = {
  name: 'gate.due-passages',
  text: `select min(id) as id, partner_id as "partnerId" from (
      select g.id, g.partner_id, g.customer_id from gate_passages g
      where g.state = 'WAITING' and g.waits_until <= statement_timestamp() order by g.waits_until limit 100) due
    group by partner_id, customer_id`,
};

/** Whether the last passages of the device that ended are all without a report. */
export const ARE_UNCONFIRMED = {
  name: 'gate.are-unconfirmed-passages',
  text: `select count(*) = $3 and bool_and(state = 'UNCONFIRMED') as "isSilent" from (
      select g.state from gate_passages g
      where g.partner_id = $1 and g.device_id = $2 and g.state not in ('WAITING', 'REPLACED')
      order by g.granted_at desc limit $3) last`,
};

/** `has_passed` is null when the time is over without a report. */
const FIELDS = {
  partner_id: 'uuid',
  passage_id: 'bigint',
  has_passed: 'boolean',
  is_entry_side: 'boolean',
  arrived_at: 'timestamptz',
};

const SEEN = `
  select g.*, p.customer_id from given g
  join gate_passages p on p.partner_id = g.partner_id and p.id = g.passage_id`;

/** The rows as they are now: locked after the presence of their people, as scans do. */
const HELD = `
  select h.*, s.has_passed, s.is_entry_side, s.arrived_at, l.visit_id as open_visit_id, l.visit_gym_id as open_gym_id,
    l.visit_source as open_source, l.awaited_gym_id, l.entered_at as open_since, clock_timestamp() as now,
    coalesce(l.last_device_id = h.device_id and l.last_scan_at = h.granted_at, false) as is_last
  from seen s
  left join locked l on l.partner_id = s.partner_id and l.customer_id = s.customer_id
  cross join lateral (
    select p.* from gate_passages p
    where p.partner_id = s.partner_id and p.id = s.passage_id
      and p.customer_id = coalesce(l.customer_id, s.customer_id) for update) h`;

/** What was reported first stays, but nothing heard is no report, and who gave up may pass after all. */
const STATES = `
  select h.*, case
      when has_passed is null then case when state = 'WAITING' and waits_until <= now then 'UNCONFIRMED' end
      when state in ('TURNED', 'OTHER_SIDE') then null
      when not has_passed then case when state <> 'GAVE_UP' then 'GAVE_UP' end
      when way = 'IN' and not is_entry_side then 'OTHER_SIDE'
      else 'TURNED' end as new_state
  from held h`;

const COUNTS_NOW = `new_state in ('TURNED', 'OTHER_SIDE', 'UNCONFIRMED') and state = 'WAITING' and not counted and is_last`;

/** With its `action`: the visit of a passage that had not been counted begins or ends; silence counts from the grant on. */
const ENDED = `
  select e.*, case when action = 'ENTER' then nextval('visit_ids')
      when action <> 'PASS' then open_visit_id end as new_visit_id,
    case when action in ('ENTER', 'LEAVE') then open_visit_id end as closed_visit_id,
    case when action = 'ENTER' then open_gym_id else gym_id end as closed_gym_id,
    case when action is not null
      then greatest(granted_at, case when has_passed is not null then coalesce(arrived_at, now) end) end as at
  from (
    select s.*, case when (${COUNTS_NOW}) is not true then null
        when way = 'IN' and open_gym_id = gym_id and open_source = 'DESK' then 'TAKE_OVER'
        when way = 'IN' then 'ENTER' when open_gym_id = gym_id then 'LEAVE' else 'PASS' end as action
    from (${STATES}) s
  ) e`;
const ACTED = 'select * from ended where action is not null';

const EVENTS = `
  select partner_id, gen_random_uuid() as event_id, 'CUSTOMER_CHECKOUT' as type, customer_id as entity_id,
    closed_gym_id as gym_id, at as occurred_at, null::json as content, traceparent
  from acted where closed_visit_id is not null
  union all
  select partner_id, gen_random_uuid(), 'CUSTOMER_CHECKIN', customer_id, gym_id, at, null::json, traceparent
  from acted where action = 'ENTER'`;

type NamedParts = readonly (readonly [name: string, text: string])[];

const PARTS: NamedParts = [
  ['seen', SEEN],
  ['locked', lockPresenceSql('seen')],
  ['held', HELD],
  ['ended', ENDED],
];

const EFFECTS: NamedParts = [
  [
    'entering',
    `select partner_id, new_visit_id as visit_id, customer_id, gym_id, at, new_state as passage
      from acted where action = 'ENTER'`,
  ],
  [
    'closing',
    `select partner_id, closed_visit_id, greatest(at, open_since) as at,
        case when action = 'LEAVE' then new_state end as passage
      from acted where closed_visit_id is not null`,
  ],
  [
    'marking',
    `select partner_id, coalesce(new_visit_id, visit_id) as visit_id, new_state as passage
      from ended where new_state is not null and coalesce(action, 'NONE') not in ('ENTER', 'LEAVE')`,
  ],
  ['new_events', EVENTS],
  [
    'entries',
    `select partner_id, check_in_id, case when provisional then 'ADMITTED' else 'HANDED_OVER' end as how,
        case when provisional and used_check_in_id is not null then at end as used_at
      from acted where way = 'IN' and check_in_id is not null
      union all
      select partner_id, used_check_in_id, 'USED', at from acted where used_check_in_id is not null and not provisional`,
  ],
  [
    'standing',
    `select partner_id, customer_id, gym_id, new_state as passage, now, action, new_visit_id as visit_id, at
      from ended where new_state is not null and is_last`,
  ],
  [
    'passed',
    `select partner_id, way, gym_id, open_gym_id, awaited_gym_id, coalesce(action, 'PASS') as action
      from ended where new_state is not null and is_last`,
  ],
  ['place_changes', placeChangesSql('passed')],
  ['counted', moveOccupancySql('place_changes')],
  [
    'used_passes',
    `select partner_id, customer_id, used_pass_id as pass_id, at from acted
      where action = 'ENTER' and used_pass_id is not null`,
  ],
  ['passes_used', usePassesSql('used_passes')],
  ['moved', endPassageOfPresenceSql('standing')],
  ['opened', openVisitsSql('entering', 's.passage')],
  ['closed', closeVisitsSql('closing', 'coalesce(s.passage, v.passage)')],
  ['shown', markPassageSql('marking')],
  ['published', insertEventsSql('new_events')],
  ['marked', markEntriesSql('entries')],
  [
    'written',
    `update gate_passages g set state = e.new_state, ended_at = e.now, counted = g.counted or e.action is not null,
        visit_id = coalesce(e.new_visit_id, g.visit_id)
      from ended e
      where g.partner_id = e.partner_id and g.id = e.id and e.new_state is not null`,
  ],
];

const named = (parts: NamedParts, as: string): string[] =>
  parts.map(([name, text]) => `${name} ${as} (${text})`);

const endSql = (rows: string): string => {
  const parts = [
    ...named([['given', rows], ...PARTS], 'as materialized'),
    ...named([['acted', ACTED]], 'as not materialized'),
    ...named(EFFECTS, 'as'),
  ];
  return `with ${parts.join(',\n  ')}
  select partner_id as "partnerId", gym_id as "gymId", device_id as "deviceId", way, state as before,
    coalesce(new_state, state) as state, exists (select from published where waits) as "eventsWait"
  from ended`;
};

/** Ends passages of different people: their visits, events and passages in one transaction. Run twice it has one effect. */
export const END_PASSAGES = new RowStatement('gate.end-passages', FIELDS, endSql);

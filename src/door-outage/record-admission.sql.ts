import { entryFactsSql, handOverSql } from '../check-in-validation/index.js';
import { customerForEntrySql, survivorIdSql } from '../customers/index.js';
import { insertEventsSql } from '../event-webhooks/index.js';
import { logAdmissionsSql, nonceOfValueSql, rememberNoncesSql } from '../gate/index.js';
import { localTodaySql } from '../partners/index.js';
import {
  closeVisitsSql,
  lockPresenceSql,
  moveOccupancySql,
  movePresenceSql,
  openVisitsSql,
  pastVisitsSql,
  placeChangesSql,
} from '../visits/index.js';

const NOTE = 'decided while the database was away';

/** Whose visit it is: of a merged customer the survivor's; of an erased one no row. Values: partner, customer. */
export const VISITOR = {
  name: 'door-outage.visitor',
  text: `select c.id as "customerId" from (select ${survivorIdSql('$1::uuid', '$2::bigint')} as id) s
    cross join lateral (${customerForEntrySql('$1::uuid', 's.id')}) c`,
};

const RECORD = `select $1::uuid as id, $2::uuid as partner_id, $3::bigint as customer_id, $4::bigint as gym_id,
  $5::bigint as device_id, $6::timestamptz as at, $7::bytea as value_hash, $8::uuid as nonce`;

/** The same scan, by its nonce or, without one, by its moment. */
const IS_KNOWN = `not exists (select from claimed) or ${nonceOfValueSql('r')}
  or l.last_device_id = r.device_id and l.last_value_hash = r.value_hash
    and (l.last_nonce = r.nonce or r.nonce is null and abs(extract(epoch from r.at - l.last_scan_at)) < 5)`;

/** The door has opened already; what the admission means is decided by the present rows. */
const PLANNED = `
  select r.*, 'IN' as way, false as consumes, false as provisional, facts.pending_id, l.moved_at as left_at,
    l.awaited_gym_id, l.visit_id as open_visit_id, l.visit_gym_id as open_gym_id,
    coalesce(l.last_direction = 'IN' and abs(extract(epoch from r.at - l.last_scan_at)) < 3600, false) as is_second,
    case when ${IS_KNOWN} then 'KNOWN'
      when r.at <= l.moved_at then 'PAST'
      when l.visit_gym_id = r.gym_id and l.visit_source = 'DESK' then 'TAKE_OVER'
      else 'ENTER' end as action
  from record r join locked l on l.partner_id = r.partner_id and l.customer_id = r.customer_id
  left join lateral ${entryFactsSql({ partner: 'r.partner_id', customer: 'r.customer_id', gym: 'r.gym_id', today: localTodaySql('r.partner_id', 'r.gym_id') })} facts on true`;

const EVENTS = `
  select partner_id, gen_random_uuid() as event_id, 'CUSTOMER_CHECKOUT' as type, customer_id as entity_id,
    open_gym_id as gym_id, at as occurred_at, null::json as content, null::text as traceparent
  from entering where open_visit_id is not null
  union all
  select partner_id, gen_random_uuid(), 'CUSTOMER_CHECKIN', customer_id, gym_id, at, null::json, null
  from acted where action in ('ENTER', 'PAST')
  union all
  select partner_id, gen_random_uuid(), 'CUSTOMER_CHECKOUT', customer_id, gym_id, left_at, null::json, null from past`;

/** An admission becomes what the gate statement would have made of it, once. Its visitor has a row of presence. */
export const RECORD_ADMISSION = {
  name: 'door-outage.record-admission',
  text: `with record as materialized (${RECORD}),
  claimed as (${rememberNoncesSql(`(select partner_id, device_id, id as nonce, value_hash, '{}'::jsonb as answer from record)`)}),
  locked as materialized (${lockPresenceSql('record')}),
  planned as materialized (${PLANNED}),
  acted as materialized (select planned.*,
    case when action = 'TAKE_OVER' then open_visit_id else nextval('visit_ids') end as visit_id
    from planned where action <> 'KNOWN'),
  entering as (select * from acted where action = 'ENTER'),
  past as (select * from acted where action = 'PAST'),
  moving as (select * from acted where action <> 'PAST'),
  closing as (select partner_id, open_visit_id as closed_visit_id, at from entering where open_visit_id is not null),
  handed as (select partner_id, pending_id as check_in_id from acted where pending_id is not null),
  places as materialized (${placeChangesSql('moving')}),
  new_events as (${EVENTS}),
  moved as (${movePresenceSql('moving')}),
  counted as (${moveOccupancySql('places')}),
  opened as (${openVisitsSql('entering')}),
  closed as (${closeVisitsSql('closing')}),
  added as (${pastVisitsSql('past')}),
  published as (${insertEventsSql('new_events')}),
  handed_over as (${handOverSql('handed')}),
  remembered as (${rememberNoncesSql(`(select partner_id, device_id, nonce, value_hash, jsonb_build_object('customerId',
    customer_id, 'visitId', visit_id, 'direction', way, 'provisional', provisional) as answer
    from acted where nonce is not null)`)}),
  logged as (${logAdmissionsSql('acted', NOTE)})
  select action, is_second as "isSecond" from planned`,
};

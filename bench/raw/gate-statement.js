/**
 * One scan of a code at an entrance, in one statement: the reads, checks and writes of ours for one person. Values: hash
 * of the device's token, hash of the code, nonce or null, prefix of the code's hash.
 */
const DOOR = `
  select i.*, d.partner_id, d.id as device_id, d.gym_id, d.repeat_window_seconds,
    (clock_timestamp() at time zone g.time_zone)::date as today, g.language, n.answer as earlier_answer
  from input i
  join devices d on d.token_hash = i.token_hash and d.active and d.deleted_at is null
  join gyms g on g.partner_id = d.partner_id and g.id = d.gym_id and g.deleted_at is null
  join partners p on p.id = d.partner_id and p.deleted_at is null
  left join gate_nonces n on n.partner_id = d.partner_id and n.device_id = d.id and n.nonce = i.nonce
    and n.at > statement_timestamp() - interval '24 hours'`;

const CHECK_INS = `
  select max(ci.state) filter (where ci.state = 'VALIDATED' and ci.local_day = door.today) as validated,
    (array_agg(ci.id) filter (where ci.state = 'PENDING'))[1] as pending_id
  from check_ins ci where ci.partner_id = door.partner_id and ci.customer_id = c.id and ci.gym_id = door.gym_id
    and (ci.state = 'PENDING' or ci.local_day = door.today)`;

const PERSON = `
  select door.*, a.gym_id as code_gym_id, a.single_use, a.issued_at, a.expires_at,
    c.id as customer_id, c.status, c.card_blocked, facts.validated, facts.pending_id,
    (select v.moved_at from presence v where v.partner_id = door.partner_id and v.customer_id = c.id) as seen_moved_at,
    exists (select from restrictions q where q.partner_id = door.partner_id and q.customer_id = c.id
      and (q.start_date is null or door.today between q.start_date and q.end_date)) as restricted,
    exists (select from contracts k where k.partner_id = door.partner_id and k.customer_id = c.id
      and k.is_active and not k.is_deleted and k.start_date <= door.today
      and (k.end_date is null or k.end_date >= door.today)) as has_contract
  from door
  join access_codes a on a.partner_id = door.partner_id and a.hash = door.value_hash
    and a.issued_at > statement_timestamp() - interval '10 minutes'
    and a.issued_at <= statement_timestamp() + interval '1 minute'
  join customers c on c.partner_id = door.partner_id and c.id = a.customer_id and c.status <> 'ERASED'
  cross join lateral (${CHECK_INS}) facts`;

const VERDICT = `case
    when person.earlier_answer is not null then 'NONCE_REUSED'
    when l.last_device_id = person.device_id and l.last_value_hash = person.value_hash
      and l.last_nonce is not distinct from person.nonce
      then 'REPEAT'
    when person.code_gym_id <> person.gym_id then 'ACCESS_CODE_WRONG_STUDIO'
    when person.single_use and person.issued_at <= l.codes_used_until then 'ACCESS_CODE_ALREADY_USED'
    when clock_timestamp() >= person.expires_at then 'ACCESS_CODE_EXPIRED'
    when l.moved_at is distinct from person.seen_moved_at then 'ACCESS_CODE_ALREADY_USED'
    when person.status not in ('PENDING', 'ACTIVE') or person.restricted then 'CUSTOMER_ACCESS_RESTRICTED'
    when person.has_contract or person.validated is not null then 'OPEN'
    else 'WELLHUB_CHECKIN_REQUIRED' end`;

const scanBy = (input) => `with input as (${input}),
  door as materialized (${DOOR}),
  person as materialized (${PERSON}),
  locked as materialized (
    select p.* from presence p join person on p.partner_id = person.partner_id and p.customer_id = person.customer_id
    order by p.customer_id for update of p),
  judged as materialized (
    select person.*, l.visit_id as open_visit_id, l.visit_gym_id as open_gym_id, clock_timestamp() as at,
      ${VERDICT} as verdict
    from person join locked l on l.partner_id = person.partner_id and l.customer_id = person.customer_id),
  entering as materialized (
    select judged.*, nextval('visit_ids') as new_visit_id from judged where verdict = 'OPEN'),
  opened as (
    insert into visits (partner_id, id, customer_id, gym_id, source, entered_at)
    select partner_id, new_visit_id, customer_id, gym_id, 'GATE', at from entering),
  closed as (
    update visits v set left_at = e.at, change_no = nextval('change_numbers'), change_xid = pg_current_xact_id()
    from entering e where v.partner_id = e.partner_id and v.id = e.open_visit_id and v.left_at is null),
  moved as (
    update presence p set visit_id = e.new_visit_id, visit_gym_id = e.gym_id, visit_source = 'GATE', entered_at = e.at,
      codes_used_until = case when e.single_use then e.at else p.codes_used_until end, moved_at = e.at,
      last_device_id = e.device_id, last_value_hash = e.value_hash, last_nonce = e.nonce, last_scan_at = e.at,
      last_visit_id = e.new_visit_id, last_direction = 'IN', last_provisional = false
    from entering e where p.partner_id = e.partner_id and p.customer_id = e.customer_id),
  told as (
    insert into events (partner_id, id, type, entity_id, gym_id, occurred_at)
    select partner_id, gen_random_uuid(), 'CUSTOMER_CHECKOUT', customer_id, open_gym_id, at
    from entering where open_visit_id is not null
    union all
    select partner_id, gen_random_uuid(), 'CUSTOMER_CHECKIN', customer_id, gym_id, at from entering),
  handed_over as (
    update check_ins ci set asked_at = coalesce(ci.asked_at, clock_timestamp()),
      next_attempt_at = coalesce(ci.next_attempt_at, clock_timestamp()), updated_at = clock_timestamp()
    from entering e where ci.partner_id = e.partner_id and ci.id = e.pending_id and ci.state = 'PENDING'),
  remembered as (
    insert into gate_nonces (partner_id, device_id, nonce, value_hash, answer)
    select partner_id, device_id, nonce, value_hash, json_build_object(
      'customerId', customer_id, 'visitId', new_visit_id, 'direction', 'IN', 'provisional', false)
    from entering where nonce is not null on conflict do nothing),
  logged as (
    insert into gate_decisions (partner_id, at, gym_id, device_id, result, customer_id, visit_id, value_hash_prefix)
    select j.partner_id, clock_timestamp(), j.gym_id, j.device_id, j.verdict, j.customer_id, e.new_visit_id, j.prefix
    from judged j left join entering e on e.no = j.no)
  select j.no, j.verdict, j.language, j.customer_id, e.new_visit_id from judged j left join entering e on e.no = j.no`;

const COLUMNS = 'token_hash, value_hash, nonce, prefix, no';

/** A batch never names one person twice: each code of the bench is another member's. */
export const SCAN = {
  name: 'raw.scan',
  text: scanBy(
    `select * from (values ($1::bytea, $2::bytea, $3::uuid, $4::text, 1)) as i (${COLUMNS})`,
  ),
  batch: {
    text: scanBy(
      `select * from unnest($1::bytea[], $2::bytea[], $3::uuid[], $4::text[]) with ordinality as i (${COLUMNS})`,
    ),
  },
};

const COLUMNS = `id, code, object, gym_id as "gymId", detail, count,
  first_at as "firstAt", last_at as "lastAt", closed_at as "closedAt"`;

// Ids are made in the order of time, so that a page is stable while alerts count up.
export const LIST_ALERTS = {
  name: 'alerts.list',
  text: `select ${COLUMNS} from alerts
    where partner_id = $1
      and ($2::boolean is null or (closed_at is null) = $2)
      and ($3::uuid is null or id < $3)
    order by id desc limit $4`,
};

export const CLOSE_ALERT_BY_ID = {
  name: 'alerts.end',
  text: `update alerts set closed_at = coalesce(closed_at, clock_timestamp())
    where partner_id = $1 and id = $2 returning ${COLUMNS}`,
};

export const RAISE_ALERT = {
  name: 'alerts.raise',
  text: `insert into alerts (partner_id, id, code, object, gym_id, detail) values ($1, $2, $3, $4, $5, $6)
    on conflict (partner_id, code, object) where closed_at is null
    do update set count = alerts.count + 1, last_at = clock_timestamp(), detail = excluded.detail
    returning is_test_partner(partner_id) as "isTest"`,
};

export const CLOSE_ALERT = {
  name: 'alerts.close',
  text: `update alerts set closed_at = clock_timestamp()
    where partner_id = $1 and code = $2 and object = $3 and closed_at is null`,
};

/** A fragment: `id`, `code`, `gym_id`, `count`, `last_at` of the `most` newest open ones. */
export const newestAlertsSql = (partner: string, most: number): string => `
  select a.id, a.code, a.gym_id, a.count, a.last_at from alerts a
  where a.partner_id = ${partner} and a.closed_at is null order by a.id desc limit ${most}`;

const IS_UNPUBLISHED = `(a.opening_published_at is null or (a.closed_at is not null and a.closing_published_at is null))`;

/** Since when the oldest opening or closing waits to be published. */
export const UNPUBLISHED_SINCE_SQL = `(select coalesce(a.closed_at, a.first_at) from alerts a where ${IS_UNPUBLISHED} order by a.id limit 1)`;

export const TAKE_UNPUBLISHED = {
  name: 'alerts.take-unpublished',
  text: `with taken as (
      select a.partner_id, a.id, a.opening_published_at is null as opens,
        a.closed_at is not null and a.closing_published_at is null as closes
      from alerts a where ${IS_UNPUBLISHED} order by a.id limit $1 for update skip locked)
    update alerts a set opening_published_at = coalesce(a.opening_published_at, clock_timestamp()),
      closing_published_at = case when t.closes then clock_timestamp() else a.closing_published_at end
    from taken t where a.partner_id = t.partner_id and a.id = t.id
    returning a.partner_id as "partnerId", a.id, a.code, a.gym_id as "gymId", a.first_at as "openedAt",
      a.closed_at as "closedAt", t.opens, t.closes`,
};

/** A fragment: `code`, `gym_id`, `first_at`, `closed_at` of one alert. */
export const alertSql = (partner: string, id: string): string => `
  select a.code, a.gym_id, a.first_at, a.closed_at from alerts a where a.partner_id = ${partner} and a.id = ${id}`;

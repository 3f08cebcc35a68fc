/**
 * Fragments for statements that need a gym's settings; composed by access-codes and gate. `limit 1` on a key makes the
 * planner look the row up for each outer one, whatever the statistics of the tables are.
 */

/** One row, or none for an unknown or removed gym: the settings of its codes. */
export const accessCodeSettingsSql = (partner: string, gym: string): string => `
  select g.access_codes_enabled as enabled, g.access_code_ttl_seconds as ttl_seconds,
    g.access_code_single_use as single_use
  from gyms g where g.partner_id = ${partner} and g.id = ${gym} and g.deleted_at is null limit 1`;

/** One row, or none: the day, zone and language of the gym, whether it has a policy, and that the partner still exists. */
export const gymTodaySql = (partner: string, gym: string): string => `
  select (clock_timestamp() at time zone g.time_zone)::date as today, g.time_zone, g.language, g.count_visit_on,
    g.has_access_policy as has_policy
  from gyms g join partners p on p.id = g.partner_id and p.deleted_at is null
  where g.partner_id = ${partner} and g.id = ${gym} and g.deleted_at is null limit 1`;

/** The language of a gym; without a gym that of the partner's only one; null where there are none or several. */
export const gymLanguageSql = (partner: string, gym: string): string => `
  (select min(g.language) from gyms g
    where g.partner_id = ${partner} and g.deleted_at is null and (${gym} is null or g.id = ${gym})
    having count(*) = 1)`;

/** One row: name and zone of a gym, also of a removed one: visits stay. */
export const gymPlacesSql = (partner: string, gym: string): string => `
  select g.name, g.time_zone from gyms g where g.partner_id = ${partner} and g.id = ${gym} limit 1`;

/** True while the partner exists. */
export const partnerAliveSql = (partner: string): string =>
  `exists (select from partners p where p.id = ${partner} and p.deleted_at is null)`;

/** True for a test environment. */
export const isTestPartnerSql = (partner: string): string =>
  `exists (select from partners p where p.id = ${partner} and p.environment = 'test')`;

/** The partners without the test environments: `partner_id`. */
export const livePartnersSql = `select p.id as partner_id from partners p where p.environment <> 'test'`;

/** The partner and its test environment: their ids. */
export const partnerAndTestSql = (partner: string): string =>
  `(select p.id from partners p where p.id = ${partner} or p.live_partner_id = ${partner} and p.deleted_at is null)`;

/** `live` or `test`, as a scalar. */
export const partnerEnvironmentSql = (partner: string): string =>
  `(select p.environment from partners p where p.id = ${partner})`;

/** The partner's zone, as a scalar. */
export const partnerZoneSql = (partner: string): string =>
  `(select p.time_zone from partners p where p.id = ${partner})`;

/** One row: after how long a visit at the gym is closed by the system. Removed gyms close theirs as well. */
export const visitClosesAfterSql = (partner: string, gym: string): string => `
  select make_interval(mins => g.visit_closes_after_minutes) as closes_after
  from gyms g where g.partner_id = ${partner} and g.id = ${gym} limit 1`;

/** Today's date at each gym of the partner: `gym_id`, `today`, `has_policy` (access rules); `most` rows. */
export const gymDaysSql = (partner: string, most: number): string => `
  select g.id as gym_id, (clock_timestamp() at time zone g.time_zone)::date as today,
    g.has_access_policy as has_policy
  from gyms g where g.partner_id = ${partner} and g.deleted_at is null limit ${most}`;

/** Today's date at the gym, as a scalar; the partner's where there is no gym, or no longer one. */
export const localTodaySql = (partner: string, gym: string): string => `
  (clock_timestamp() at time zone coalesce(
    (select g.time_zone from gyms g where g.partner_id = ${partner} and g.id = ${gym} and g.deleted_at is null),
    (select p.time_zone from partners p where p.id = ${partner})))::date`;

/**
 * Gyms whose doors admit known people while storage is away, `most` of them and none with a policy: `partner_id`,
 * `gym_id`, and for how many milliseconds it is still the same day there.
 */
export const gymsThatAdmitKnownSql = (most: number): string => `
  select g.partner_id, g.id as gym_id,
    (extract(epoch from (date_trunc('day', clock_timestamp() at time zone g.time_zone) + interval '1 day')
      at time zone g.time_zone - clock_timestamp()) * 1000)::float8 as day_left_ms
  from gyms g join partners p on p.id = g.partner_id and p.deleted_at is null
  where g.when_storage_is_down = 'ADMIT_KNOWN' and not g.has_access_policy and g.deleted_at is null
  order by g.id limit ${most}`;

/** The gym of that Wellhub id, as a select of one column; none for an unknown or removed gym. */
export const gymIdByWellhubIdSql = (partner: string, wellhubGymId: string): string => `
  select g.id from gyms g
  where g.partner_id = ${partner} and g.wellhub_gym_id = ${wellhubGymId} and g.deleted_at is null limit 1`;

/**
 * Days at the gyms of a partner, also of removed ones: `partner_id`, `gym_id`, `time_zone`, and the moments at which
 * the first day begins and the last one ends there. `gym` null: all of them.
 */
export const gymPeriodsSql = (
  { partner, gym }: { readonly partner: string; readonly gym: string },
  from: string,
  to: string,
): string => `
  select g.partner_id, g.id as gym_id, g.time_zone, (${from})::timestamp at time zone g.time_zone as starts_at,
    (${to} + 1)::timestamp at time zone g.time_zone as ends_at
  from gyms g where g.partner_id = ${partner} and (${gym} is null or g.id = ${gym})`;

/** The partner's gyms: `gym_id`. */
export const gymsOfSql = (partner: string): string => `
  select g.id as gym_id from gyms g where g.partner_id = ${partner} and g.deleted_at is null`;

/**
 * For each gym of a partner the day until now, and the same hours of `ago` days before: `gym_id`, `name`, `time_zone`,
 * `is_connected`, `ago`, `starts_at`, `ends_at`. The day of today has no end yet.
 */
export const gymDaysSoFarSql = (partner: string, ago: string): string => `
  select g.id as gym_id, g.name, g.time_zone, a.ago,
    g.wellhub_gym_id is not null and exists (
      select from wellhub_connections w where w.partner_id = g.partner_id) as is_connected,
    (l.now::date - a.ago)::timestamp at time zone g.time_zone as starts_at,
    case a.ago when 0 then 'infinity' else (l.now - make_interval(days => a.ago)) at time zone g.time_zone end as ends_at
  from gyms g cross join lateral (select now() at time zone g.time_zone as now) l cross join unnest(${ago}) a (ago)
  where g.partner_id = ${partner} and g.deleted_at is null`;

/**
 * The gyms of the partner: `id`, `name`, whether each `has_wellhub_id`, and whether it has a token (`has_token`) and a secret
 * (`has_secret`) for Wellhub, of its own or the partner's.
 */
export const gymSetupSql = (partner: string): string => `
  select g.id, g.name, g.wellhub_gym_id is not null as has_wellhub_id,
    coalesce(g.wellhub_access_token, w.access_token) is not null as has_token,
    coalesce(g.webhook_secret, w.webhook_secret) is not null as has_secret
  from gyms g left join wellhub_connections w on w.partner_id = g.partner_id
  where g.partner_id = ${partner} and g.deleted_at is null`;

/**
 * Another text as soon as the environment, the gym at Wellhub, or the token is another one: what a test of the connection was
 * about. Of a token the time is taken at which it was set, else a hash of what is stored.
 */
export const connectionTargetSql = (partner: string, gym: string): string => `(
  select concat_ws('/', c.environment, own.wellhub_gym_id, coalesce(encode(sha256(own.wellhub_access_token), 'hex'),
    extract(epoch from c.access_token_set_at)::text))
  from gyms own left join wellhub_connections c on c.partner_id = own.partner_id
  where own.partner_id = ${partner} and own.id = ${gym})`;

/**
 * The gyms of all partners that are known to Wellhub, for who looks after the installation: `partner_id`, `slug`, `gym_id`, `name`,
 * `environment`.
 */
export const connectedGymsSql = `
  select p.id as partner_id, p.slug, g.id as gym_id, g.name, w.environment
  from gyms g join partners p on p.id = g.partner_id and p.deleted_at is null
    join wellhub_connections w on w.partner_id = g.partner_id
  where g.deleted_at is null and g.wellhub_gym_id is not null
  order by p.slug, g.id`;

/** True when a wipe of what happened at the partner has ended since the moment. */
export const isWipedSinceSql = (partner: string, moment: string): string =>
  `exists (select from partners p where p.id = ${partner} and p.wiped_at > ${moment})`;

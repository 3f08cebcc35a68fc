/**
 * Fragments for statements that need a gym's settings; composed by access-codes and gate. `limit 1` on a key makes
 * the planner look the row up for each outer one, whatever it believes about the size of the tables.
 */

/** One row, or none for an unknown or removed gym: the settings of its codes. */
export const accessCodeSettingsSql = (partner: string, gym: string): string => `
  select g.access_codes_enabled as enabled, g.access_code_ttl_seconds as ttl_seconds,
    g.access_code_single_use as single_use
  from gyms g where g.partner_id = ${partner} and g.id = ${gym} and g.deleted_at is null limit 1`;

/** One row, or none: today's date at the gym, and that the partner still exists. */
export const gymTodaySql = (partner: string, gym: string): string => `
  select (clock_timestamp() at time zone g.time_zone)::date as today
  from gyms g join partners p on p.id = g.partner_id and p.deleted_at is null
  where g.partner_id = ${partner} and g.id = ${gym} and g.deleted_at is null limit 1`;

/** True while the partner exists. */
export const partnerAliveSql = (partner: string): string =>
  `exists (select from partners p where p.id = ${partner} and p.deleted_at is null)`;

import type { LocalTime } from './local-time.sql.js';

/**
 * Fragments about a gym's policy, for statements that decide at a door. `limit 1` on a key makes the planner look the
 * row up for each outer one, whatever the statistics of the tables are.
 */

/** One row: the policy of the gym. None: everything is as `DEFAULT_POLICY` says. */
export const accessPolicySql = (partner: string, gym: string): string => `
  select y.outside_rules, y.capacity_max, y.anti_passback_mode, y.anti_passback_minutes, y.anti_passback_scope,
    y.reentry_minutes, y.minimum_age, y.unknown_age,
    exists (select from access_closings z where z.partner_id = ${partner} and z.gym_id = ${gym}) as has_closings
  from access_policies y where y.partner_id = ${partner} and y.gym_id = ${gym} and y.is_set limit 1`;

/** The closing day that holds at the local moment, as it is written in the policy; a scalar, null when none does. */
export const closingDaySql = (
  partner: string,
  gym: string,
  { local, minuteOfDay }: LocalTime,
): string => `
  (select z.day from access_closings z
    where z.partner_id = ${partner} and z.gym_id = ${gym}
      and z.day in (to_char(${local}, 'YYYY-MM-DD'), to_char(${local}, 'MM-DD'))
      and (z.minute_from is null or z.minute_from <= ${minuteOfDay})
      and (z.minute_to is null or z.minute_to > ${minuteOfDay})
    order by z.no limit 1)`;

/** Whether members may see how many people are inside; a scalar, null without a policy. */
export const showsOccupancySql = (partner: string, gym: string): string => `
  (select y.show_occupancy from access_policies y
    where y.partner_id = ${partner} and y.gym_id = ${gym} and y.is_set limit 1)`;

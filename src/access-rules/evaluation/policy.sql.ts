import type { LocalTime } from './local-time.sql.js';

/**
 * Fragments about a gym's policy, for statements that decide at a door. `limit 1` on a key makes the planner look the
 * row up for each outer one, whatever the statistics of the tables are.
 */

const COLUMNS = [
  'outside_rules',
  'capacity_max',
  'anti_passback_mode',
  'anti_passback_minutes',
  'anti_passback_scope',
  'reentry_minutes',
  'minimum_age',
  'unknown_age',
];

/** The columns of `accessPolicySql` in the relation `row`. */
export const policyColumnsOf = (row: string): string =>
  [...COLUMNS, 'has_closings'].map((column) => `${row}.${column}`).join(', ');

/** One row: the policy of the gym. None: everything is as `DEFAULT_POLICY` says. */
export const accessPolicySql = (partner: string, gym: string): string => `
  select ${COLUMNS.map((column) => `y.${column}`).join(', ')},
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

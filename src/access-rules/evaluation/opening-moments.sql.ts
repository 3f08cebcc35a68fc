const DAYS = 7;

/** At which minutes of a day what the rules and closing days say may change: `minute`. */
const MINUTES = (partner: string, gym: string): string => `
  select 0 as minute
  union select w.minute_from % 1440 from access_rule_windows w where w.partner_id = ${partner} and w.gym_id = ${gym}
  union select w.minute_to % 1440 from access_rule_windows w where w.partner_id = ${partner} and w.gym_id = ${gym}
  union select z.minute_to from access_closings z
    where z.partner_id = ${partner} and z.gym_id = ${gym} and z.minute_to is not null`;

/**
 * The moments within a week after `since` at which a gym may open for a person, in their order: `at`. `zone` is the
 * gym's: only its wall clock counts.
 */
export const openingMomentsSql = (
  { partner, gym }: { readonly partner: string; readonly gym: string },
  { zone, since }: { readonly zone: string; readonly since: string },
): string => `
  select distinct m.at from generate_series(0, ${DAYS}) d (day) cross join (${MINUTES(partner, gym)}) b
  cross join lateral (
    select ((${since} at time zone ${zone})::date + d.day + make_interval(mins => b.minute)) at time zone ${zone} as at) m
  where m.at > ${since} and m.at <= ${since} + interval '${DAYS} days'
  order by m.at`;

/** SQL of a local wall clock: a timestamp without a zone, as `… at time zone` makes it. Only the wall clock counts. */

/** The minute of the local day. */
export const minuteOfDaySql = (local: string): string =>
  `(extract(hour from ${local}) * 60 + extract(minute from ${local}))::int`;

/** Where the local day begins in the local week, in minutes: MO 0. */
export const midnightSql = (local: string): string =>
  `((extract(isodow from ${local})::int - 1) * 1440)`;

/** Years of age on the day; a person born on 29 February is a year older on 1 March. Null for an unknown birthday. */
export const ageSql = (birthDate: string, day: string): string =>
  `extract(year from age(${day}, ${birthDate}))::int`;

/** SQL of a local wall clock: a timestamp without a zone, as `… at time zone` makes it. Only the wall clock counts. */

/** The names of the columns of `localTimeSql` in the relation `row`. */
export interface LocalTime {
  readonly local: string;
  /** The minute of the local day. */
  readonly minuteOfDay: string;
  /** MO 0. */
  readonly weekday: string;
  /** From MO 00:00. */
  readonly minuteOfWeek: string;
}

export const localTimeOf = (row: string): LocalTime => ({
  local: `${row}.local`,
  minuteOfDay: `${row}.minute_of_week % 1440`,
  weekday: `${row}.minute_of_week / 1440`,
  minuteOfWeek: `${row}.minute_of_week`,
});

/** One row: the wall clock of a zone (`local`), and the minute of its week that rules are compared with. */
export const localTimeSql = (moment: string, zone: string): string => `
  select l.local, ((date_part('isodow', l.local) - 1) * 1440 + date_part('hour', l.local) * 60
      + date_part('minute', l.local))::int as minute_of_week
  from (select ${moment} at time zone ${zone} as local offset 0) l offset 0`;

/** Years of age on the day; a person born on 29 February is a year older on 1 March. Null for an unknown birthday. */
export const ageSql = (birthDate: string, day: string): string =>
  `extract(year from age(${day}, ${birthDate}))::int`;

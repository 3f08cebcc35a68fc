import { checkInFiguresSql } from '../../check-in-validation/index.js';
import { refusalFiguresSql } from '../../gate/index.js';
import { gymPeriodsSql } from '../../partners/index.js';
import type { Statement } from '../../platform/database/database.js';
import { insideFiguresSql, visitFiguresSql } from '../../visits/index.js';
import { GROUPINGS, type Grouping } from './grouping.js';

/** How PostgreSQL writes the keys of a grouping; Monday is day 1 of a week. */
const FORMATS: Readonly<Record<Grouping, string>> = {
  day: 'YYYY-MM-DD',
  hour: 'HH24',
  weekday: 'ID',
  month: 'YYYY-MM',
};

/** `$1` partner, `$2` gym (null: all), `$3` and `$4` first and last day, at each gym by its own clock. */
const PERIODS = `with periods as materialized (${gymPeriodsSql(
  { partner: '$1::uuid', gym: '$2::bigint' },
  '$3::date',
  '$4::date',
)})`;

const keySql = (by: Grouping) => `to_char(f.slot at time zone f.time_zone, '${FORMATS[by]}')`;

const visits = (by: Grouping) => `${PERIODS}
  select ${keySql(by)} as key, sum(f.n)::int as count from (${visitFiguresSql('periods')}) f group by 1`;

/** Short enough for every time zone, so that few slots are put into local days. */
const SLOT = (at: string) =>
  `p.time_zone, date_bin('15 minutes', ${at}, timestamptz 'epoch') as slot`;

const byResult = (by: Grouping, figures: string) => `${PERIODS}
  select ${keySql(by)} as key, f.result, sum(f.n)::int as count from (${figures}) f group by 1, 2`;

/** People of several gyms are counted together, hour by hour. */
const inside = (by: Grouping) => `${PERIODS}
  select key, max(n)::int as peak, sum(n)::int as total, count(*)::int as hours from (
    select f.slot, ${keySql(by)} as key, sum(f.n) as n from (${insideFiguresSql('periods')}) f group by 1, 2) h
  group by 1`;

const forEach = (figure: string, text: (by: Grouping) => string) =>
  Object.fromEntries(
    GROUPINGS.map((by) => [by, { name: `statistics.${figure}.${by}`, text: text(by) }]),
  ) as Record<Grouping, Statement>;

export const VISITS = forEach('visits', visits);
export const INSIDE = forEach('inside', inside);
export const CHECK_INS = forEach('check-ins', (by) =>
  byResult(by, checkInFiguresSql('periods', SLOT)),
);
export const SCANS = forEach('scans', (by) => byResult(by, refusalFiguresSql('periods', SLOT)));

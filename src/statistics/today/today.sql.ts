import {
  moneyFiguresSql,
  soonestDeadlineSql,
  wellhubHealthSql,
} from '../../check-in-validation/index.js';
import { deliveryFiguresSql } from '../../event-webhooks/index.js';
import { refusalFiguresSql } from '../../gate/index.js';
import { gymDaysSoFarSql } from '../../partners/index.js';
import { newestAlertsSql } from '../../platform/alerts/alerts.sql.js';
import { insideAtSql } from '../../visits/index.js';

/** More open ones are not counted. */
export const MOST_ALERTS = 200;

/** `$1` partner, `$2` how many days ago. The zones and the clock decide what a day is, so it is a statement of its own. */
export const PERIODS = {
  name: 'today.periods',
  text: `select d.gym_id as "gymId", d.name, d.time_zone as "timeZone", d.is_connected as "isConnected", d.ago,
      d.starts_at::text as "startsAt", d.ends_at::text as "endsAt", min(d.starts_at) over ()::text as since
    from (${gymDaysSoFarSql('$1::uuid', '$2::int[]')}) d order by d.gym_id`,
};

/**
 * `$1` partner, `$2` to `$5` what `PERIODS` gave, `$6` when the first of them starts. As values, so that the plan leaves out
 * the partitions of other days.
 */
const GIVEN = `with periods as materialized (
  select $1::uuid as partner_id, p.* from unnest($2::bigint[], $3::int[], $4::timestamptz[], $5::timestamptz[])
    p (gym_id, ago, starts_at, ends_at))`;

const BY_GYM = () => 'p.gym_id, p.ago';

const row = (kind: string, columns: string, from: string) =>
  `select text '${kind}' as kind, ${columns} from (${from}) f`;

const COUNTED = [
  row(
    'check-ins',
    `f.gym_id as "gymId", f.ago, f.result as key, f.n, null::timestamptz as at, null::text as id`,
    moneyFiguresSql('periods', BY_GYM),
  ),
  row(
    'scans',
    'f.gym_id, f.ago, f.result, f.n, null, null',
    refusalFiguresSql('periods', BY_GYM, '$6::timestamptz'),
  ),
  row('inside', 'f.gym_id, f.ago, null, f.n, null, null', insideAtSql('periods')),
];

const NOW = [
  row('read', 'null, 0, null, 0, f.at, null', 'select clock_timestamp() as at'),
  row('deadline', 'f.gym_id, 0, null, 0, f.at, null', soonestDeadlineSql('periods')),
  row('wellhub', 'f.gym_id, 0, f.state, 0, f.at, null', wellhubHealthSql('periods')),
  row(
    'alert',
    'f.gym_id, 0, f.code, f.count, f.last_at, f.id::text',
    newestAlertsSql('$1::uuid', MOST_ALERTS),
  ),
  row(
    'deliveries',
    'null, 0, f.state, f.n, null, null',
    deliveryFiguresSql('$1::uuid', `coalesce($6::timestamptz, now()) - interval '10 days'`),
  ),
];

const all = (rows: readonly string[]) => `${GIVEN} ${rows.join('\nunion all ')}`;

export const PRESENT = { name: 'today.present', text: all([...COUNTED, ...NOW]) };
export const PAST = { name: 'today.past', text: all(COUNTED) };

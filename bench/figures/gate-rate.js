import { fetchCodes } from '../paths.js';
import { grid, ms, verdict, VERDICT_HEAD } from '../report/grid.js';
import { Stage } from '../stage/stage.js';

const HOURS = 24;
const TARGETS = { p50: 30, p99: 100 };

/** O-37: scans without a live call at a fixed rate, beside many old codes. */
export const gateRate = {
  name: 'gate-rate',
  defaults: { rate: 50, seconds: 30, codes: 1_000_000, reps: 1 },
  run: async (run) => {
    const { rate, seconds, codes, reps } = run.options;
    const stage = await Stage.open(run, Math.max(run.options.customers, rate * seconds));
    const side = await stage.ours();
    run.print(`making ${codes} codes of the last ${HOURS} hours`);
    const old = await makeOldCodes(side, stage.world, codes);
    const load = stage.load();
    const scan = (length, from) => scans({ stage, side, load, rate, seconds: length, from });
    await scan(2, 0); // so that what is compiled and planned once is not measured
    const runs = [];
    for (let rep = 1; rep <= reps; rep += 1) {
      runs.push(await scan(seconds, rep * rate * seconds));
      run.print(inWords(runs.at(-1)));
    }
    return { text: report(runs, rate, old), old, runs };
  },
};

/**
 * Used by nobody, each in the partition of its hour. The app makes those of the hours since it was started; a day
 * before that they are made here, under the names by which it would drop them.
 */
async function makeOldCodes({ sql }, { partnerId, customerIds, gymId }, codes) {
  for (let hour = 0; hour < HOURS; hour += 1) {
    const [{ name, from, to }] = await sql(
      `select 'access_codes_' || to_char(h, 'YYYYMMDDHH24') as name, h || 'Z' as from, h + interval '1 hour' || 'Z' as to
       from (select date_trunc('hour', clock_timestamp() at time zone 'UTC') - make_interval(hours => $1) as h) hours`,
      [hour],
    );
    await sql(`create table if not exists ${name} partition of access_codes
      for values from ('${from}') to ('${to}')`).catch(alreadyThere);
    await sql(
      `insert into access_codes (partner_id, hash, customer_id, gym_id, single_use, issued_at, expires_at)
       select $1, sha256(('old ' || $3 || ' ' || n)::bytea), ($2::bigint[])[1 + n % cardinality($2::bigint[])], $4, true,
         at, at + interval '1 minute'
       from generate_series(1, $5::int) n
       cross join lateral (select $6::timestamptz
         + (least($6::timestamptz + interval '1 hour', clock_timestamp()) - $6::timestamptz) * n / ($5::int + 1) as at) moments`,
      [partnerId, customerIds, hour, gymId, Math.ceil(codes / HOURS), from],
    );
  }
  await sql('vacuum analyze access_codes');
  const [made] = await sql(
    'select count(*) as codes, count(distinct tableoid) as partitions from access_codes',
  );
  return made;
}

/** The app made the current hour and the one before. */
function alreadyThere(error) {
  if (!/overlap|already exists/.test(error.message)) throw error;
}

async function scans({ stage, side, load, rate, seconds, from }) {
  const { world } = stage;
  const codes = await fetchCodes({ world, side, load, from, wanted: rate * seconds });
  return load.run({
    port: side.server.port,
    path: 'gate',
    params: { deviceTokens: world.deviceTokens, codes },
    clients: 32,
    perSecond: rate,
    seconds,
  });
}

const inWords = ({ ok, sent, p50, p99, max }) =>
  `${ok} of ${sent} scans opened: median ${ms(p50)}, p99 ${ms(p99)}, longest ${ms(max)}`;

function report(runs, rate, { codes, partitions }) {
  const worst = (name) => Math.max(...runs.map((run) => run[name]));
  const refused = runs.reduce((sum, { sent, ok }) => sum + sent - ok, 0);
  if (refused > 0) process.exitCode = 1;
  return [
    `${rate} scans per second beside ${codes} old codes in ${partitions} partitions; the worst of ${runs.length} repetitions`,
    '',
    grid(VERDICT_HEAD, [
      verdict('median', `< ${TARGETS.p50} ms`, ms(worst('p50')), worst('p50') < TARGETS.p50),
      verdict('p99', `< ${TARGETS.p99} ms`, ms(worst('p99')), worst('p99') < TARGETS.p99),
      ['longest', '', ms(worst('max')), ''],
      verdict('answers other than 200', '0', refused, refused === 0),
    ]),
  ].join('\n');
}

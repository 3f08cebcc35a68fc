import { resolve } from 'node:path';
import { measureAlternately } from '../measure/alternation.js';
import { postmasterOf } from '../measure/cpu.js';
import { PATHS } from '../paths.js';
import { grid, ms, verdict, VERDICT_HEAD } from '../report/grid.js';
import { median } from '../report/summary.js';
import { nothingUsed, Stage } from '../stage/stage.js';
import { caller } from '../stage/world.js';

const RULES = 50;
const GATE = PATHS.find(({ name }) => name === 'gate');

/**
 * scans at a gym without a policy, at one with 50 rules, at one with a capacity as well, and by a Control iD device.
 * With `--against` also the gym without a policy as an earlier build served it.
 */
export const rules = {
  name: 'rules',
  defaults: { reps: 7, seconds: 4 },
  comparesInOneRun: true,
  run: async (run) => {
    const stage = await Stage.open(run);
    const contestants = [
      await contestant('without a policy', stage.ours()),
      await contestant('50 rules', stage.ours(), addRules(stage)),
      await contestant('50 rules and a capacity', stage.ours(), addRules(stage, 100_000)),
      await contestant('Control iD', stage.ours(), addDevice(stage)),
      ...(run.options.against
        ? [await contestant('before', stage.ours({ root: resolve(run.options.against) }))]
        : []),
    ];
    const scene = { world: stage.world, load: stage.load(), run };
    scene.postmaster = await postmasterOf(contestants[0].side.sql);
    const runs = await measureAlternately(PATH, contestants, scene);
    return { text: report(runs, run.options), runs };
  },
};

async function contestant(name, starting, prepare) {
  const side = await starting;
  const more = await prepare?.(side);
  side.server.kill('SIGSTOP');
  return { name, node: process.version, side: { ...side, ...more }, used: nothingUsed() };
}

/**
 * The arm of a device reports a turn within seconds. Without reports every grant of an earlier measurement would end by
 * its time-out in a later one, and be counted there.
 */
const TURNED = `update gate_passages set state = 'TURNED', ended_at = now() where state = 'WAITING'`;

/** One path for all; a device is called at its address, in the form that its firmware sends. */
const PATH = {
  ...GATE,
  orders: async (round) => {
    const orders = await GATE.orders(round);
    const { address } = round.side;
    if (!address) return orders;
    return { address, codes: orders.codes };
  },
  leave: async (side) => {
    await side.sql(TURNED);
    await GATE.leave(side);
  },
  requestsOf: ({ address }) => (address ? 'control-id' : 'gate'),
};

/** Rules for people who come with Wellhub at every hour, before the one that lets members in. */
const addRules =
  ({ world, operatorKey }, most) =>
  async ({ server }) => {
    const admin = caller(server.origin, operatorKey, {
      'If-Match': '*',
      'X-Partner-Id': world.partnerId,
    });
    const gym = `/admin/v1/gyms/${world.gymId}`;
    const policy = { outsideRules: 'DENY', ...(most && { capacity: { max: most } }) };
    await admin('PUT', `${gym}/access-policy`, policy);
    for (let no = 1; no < RULES; no += 1) {
      const rule = {
        name: `Wellhub ${no}`,
        effect: 'DENY',
        who: { rights: ['WELLHUB'] },
        when: { from: '00:00', to: `23:${String(no % 60).padStart(2, '0')}` },
      };
      await admin('POST', `${gym}/access-rules`, rule);
    }
    const members = { name: 'Members', effect: 'ALLOW', who: { rights: ['CONTRACT'] } };
    await admin('POST', `${gym}/access-rules`, members);
  };

const addDevice =
  ({ world, operatorKey }) =>
  async ({ server }) => {
    const admin = caller(server.origin, operatorKey, { 'X-Partner-Id': world.partnerId });
    const device = { name: 'Arm', direction: 'IN', vendor: 'CONTROL_ID' };
    const { id } = await admin('POST', `/admin/v1/gyms/${world.gymId}/devices`, device);
    const { address } = await admin('GET', `/admin/v1/devices/${id}/control-id/setup`);
    return { address: new URL(address).pathname };
  };

function report(runs, { reps, seconds, clients }) {
  const of = (mode, name, value) =>
    runs
      .filter((run) => run.mode === mode && run.name === name)
      .map(({ measured }) => value(measured));
  const ratio = (mode, [name, other], value) => {
    const [mine, theirs] = [name, other].map((one) => of(mode, one, value));
    return median(mine.map((one, rep) => one / theirs[rep]));
  };
  const perSecond = (measured) => measured.perSecond;
  const cpu = ({ nodeMicros, postgresMicros }) => nodeMicros + postgresMicros;
  const micros = (name, part) => median(of('crowd', name, (measured) => measured[part])).toFixed(0);
  const p99 = (measured) => measured.p99;
  const p50 = (measured) => measured.p50;
  const ruled = ['50 rules', 'without a policy'];
  const full = ['50 rules and a capacity', 'without a policy'];
  const device = ['Control iD', 'without a policy'];
  const names = [...new Set(runs.map(({ name }) => name))];
  const times = (value) => `${value.toFixed(2)} ×`;
  const rows = [
    ['50 rules: CPU per scan', '≤ 1.15 ×', ratio('crowd', ruled, cpu), (r) => r <= 1.15],
    ['and a capacity: scans/s', '≥ 0.85 ×', ratio('crowd', full, perSecond), (r) => r >= 0.85],
    ['and a capacity: p99', '≤ 1.25 ×', ratio('crowd', full, p99), (r) => r <= 1.25],
    ['Control iD: p50 alone', '≤ 1.10 ×', ratio('alone', device, p50), (r) => r <= 1.1],
  ];
  if (names.includes('before')) {
    const since = ['without a policy', 'before'];
    rows.push(
      ['scans per second since', '≥ 0.98 ×', ratio('crowd', since, perSecond), (r) => r >= 0.98],
      ['p99 since', '≤ 1.02 ×', ratio('crowd', since, p99), (r) => r <= 1.02],
      ['CPU per scan since', '≤ 1.02 ×', ratio('crowd', since, cpu), (r) => r <= 1.02],
    );
  }
  return [
    `gate scans of different people, ${clients} clients, ${reps} repetitions of ${seconds} s in turns; medians of ratios`,
    '',
    grid(
      VERDICT_HEAD,
      rows.map(([what, target, value, met]) => verdict(what, target, times(value), met(value))),
    ),
    '',
    grid(
      ['scans', 'per second', 'p50', 'p99', 'p50 alone', 'CPU'],
      names.map((name) => [
        name,
        median(of('crowd', name, perSecond)).toFixed(0),
        ms(median(of('crowd', name, p50))),
        ms(median(of('crowd', name, p99))),
        ms(median(of('alone', name, p50))),
        `${micros(name, 'nodeMicros')} + ${micros(name, 'postgresMicros')} µs`,
      ]),
    ),
  ].join('\n');
}

import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchCodes } from '../paths.js';
import { grid, ms, verdict, VERDICT_HEAD } from '../report/grid.js';
import { median } from '../report/summary.js';
import { Stage } from '../stage/stage.js';

const HEAD_START_MS = 500;
const HALF_SENT = 200;
const TARGET = 2;

/** Who sends what without a credential, beside the gate. */
const FLOODS = [
  { name: 'photos', means: '5 MiB of JSON for a photo, no key', clients: 2, perSecond: 2 },
  { name: 'arrays', means: '64 KiB of small arrays, no key', clients: 8, perSecond: 400 },
  {
    name: 'door',
    means: '64 KiB of small arrays, invented device token',
    clients: 8,
    perSecond: 200,
  },
  { name: 'half-sent', means: `${HALF_SENT} uploads that stop half-way, no key` },
];

/** What anonymous floods of bodies do to the door. */
export const floods = {
  name: 'floods',
  comparable: true,
  paths: FLOODS.map(({ name }) => name),
  defaults: { rate: 50, seconds: 8, reps: 3, customers: 2_000 },
  run: async (run) => {
    const { rate, seconds, reps, paths, customers } = run.options;
    const stage = await Stage.open(run, Math.max(customers, rate * seconds));
    const scene = { stage, side: await stage.ours(), load: stage.load(), flood: stage.load(), run };
    await scans(scene, { seconds: 2, from: 0 }); // so that what is compiled and planned once is not measured
    const found = {};
    let from = rate * seconds;
    for (const flood of FLOODS.filter(({ name }) => paths.includes(name))) {
      found[flood.name] = [];
      for (let rep = 1; rep <= reps; rep += 1, from += 2 * rate * seconds)
        found[flood.name].push(await withAndWithout(scene, flood, { seconds, from, rep }));
    }
    return { text: report(found, rate), found };
  },
};

async function withAndWithout(scene, flood, { seconds, from, rep }) {
  const { rate } = scene.run.options;
  const order = rep % 2 === 1 ? ['quiet', 'flooded'] : ['flooded', 'quiet'];
  const result = {};
  for (const [at, way] of order.entries()) {
    const round = { seconds, from: from + at * rate * seconds };
    result[way] = await scans(scene, round, way === 'flooded' ? flood : undefined);
  }
  const { quiet, flooded } = result;
  const ratio = flooded.p99 / quiet.p99;
  scene.run.print(
    `${flood.name}: gate p99 ${ms(quiet.p99)}, in the flood ${ms(flooded.p99)} (${ratio.toFixed(1)} ×), ` +
      `${flooded.ok} of ${flooded.sent} opened; the flood: ${JSON.stringify(flooded.flood)}`,
  );
  return { ...result, ratio };
}

async function scans({ stage, side, load, flood: generator, run }, { seconds, from }, flood) {
  const { world } = stage;
  const perSecond = run.options.rate;
  const codes = await fetchCodes({ world, side, load, from, wanted: perSecond * seconds });
  const flooding = flood && startFlood(flood, side.server.port, generator, seconds + 1);
  if (flood) await sleep(HEAD_START_MS);
  const params = { deviceTokens: world.deviceTokens, codes };
  const order = { port: side.server.port, path: 'gate', params, clients: 32, perSecond, seconds };
  const result = await load.run(order);
  return { ...result, ...(flood && { flood: await flooding }) };
}

async function startFlood({ name, clients, perSecond }, port, generator, seconds) {
  if (name === 'half-sent') return halfSent(port, seconds);
  const pace = perSecond && { perSecond };
  const order = { port, path: `flood-${name}`, params: {}, clients, seconds, ...pace };
  const { statuses } = await generator.run(order);
  return statuses;
}

/** Each sends a head and 1 MiB of the 5 that it promised, and opens again what is closed. */
async function halfSent(port, seconds) {
  const head =
    'PUT /admin/v1/customers/1/photo HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\n' +
    `Content-Length: ${5 * 1024 * 1024}\r\n\r\n`;
  const part = Buffer.alloc(1024 * 1024);
  const open = new Set();
  let opened = 0;
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    if (open.size >= HALF_SENT) await sleep(20);
    else {
      const socket = connect({ port, host: '127.0.0.1' });
      open.add(socket);
      opened += 1;
      socket.on('close', () => open.delete(socket)).on('error', () => {});
      socket.resume().write(head);
      socket.write(part);
      await sleep(5);
    }
  }
  for (const socket of open) socket.destroy();
  return { opened };
}

function report(found, rate) {
  const refused = Object.values(found)
    .flat()
    .reduce((sum, { flooded: { sent, ok } }) => sum + sent - ok, 0);
  const rows = FLOODS.filter(({ name }) => found[name]).map(({ name, means }) => {
    const ratio = median(found[name].map((run) => run.ratio));
    const p99 = (way) => ms(median(found[name].map((run) => run[way].p99)));
    const measured = `${ratio.toFixed(1)} × (${p99('flooded')}, else ${p99('quiet')})`;
    return verdict(means, `≤ ${TARGET} ×`, measured, ratio <= TARGET);
  });
  return [
    `p99 of ${rate} scans per second beside floods without a credential`,
    '',
    grid(VERDICT_HEAD, [
      ...rows,
      verdict('scans that were not answered 200', '0', refused, refused === 0),
    ]),
  ].join('\n');
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../load/connection.js';
import { cpuOfAll, postmasterOf } from '../measure/cpu.js';
import { grid, verdict, VERDICT_HEAD } from '../report/grid.js';
import { median } from '../report/summary.js';
import { Stage } from '../stage/stage.js';
import { caller } from '../stage/world.js';

const DEVICES = 100;
const EVERY_MS = 1_000;
const MOST = 0.05;

/** What Control iD devices cost that have nothing to do: each fetches commands and shows that it lives, every second. */
export const devices = {
  name: 'devices',
  defaults: { reps: 5, seconds: 10, customers: 10 },
  run: async (run) => {
    const stage = await Stage.open(run);
    const side = await stage.ours();
    const polls = await pollsOf(stage, side, run);
    const pids = [side.server.pid, await postmasterOf(side.sql)];
    const { reps, seconds } = run.options;
    await polls.run(3);
    const runs = [];
    for (let rep = 0; rep < reps; rep += 1) {
      const idle = await sharesOf(pids, () => sleep(seconds * 1_000), seconds);
      const polled = await sharesOf(pids, () => polls.run(seconds), seconds);
      runs.push({ idle, polled });
      run.print(`${rep + 1}/${reps}: idle ${percent(both(idle))}, polled ${percent(both(polled))}`);
    }
    return { text: report(runs, run.options), runs };
  },
};

/** Each device has a connection, and the calls are spread over the second. */
async function pollsOf(stage, side, run) {
  const { world, operatorKey } = stage;
  const admin = caller(side.server.origin, operatorKey, { 'X-Partner-Id': world.partnerId });
  run.print(`making ${DEVICES} devices`);
  const port = Number(new URL(side.server.origin).port);
  const all = [];
  for (let no = 0; no < DEVICES; no += 1) {
    const device = { name: `Arm ${no}`, direction: 'IN', vendor: 'CONTROL_ID' };
    const { id } = await admin('POST', `/admin/v1/gyms/${world.gymId}/devices`, device);
    const { address } = await admin('GET', `/admin/v1/devices/${id}/control-id/setup`);
    const { pathname } = new URL(address);
    all.push(callsOf(pathname, no));
  }
  return {
    run: (seconds) => Promise.all(all.map((requests, no) => poll({ port, requests }, no, seconds))),
  };
}

const callsOf = (address, no) => [
  Buffer.from(`GET ${address}/push?deviceId=${no}&uuid=u${no} HTTP/1.1\r\nHost: bench\r\n\r\n`),
  Buffer.from(
    `POST ${address}/device_is_alive.fcgi HTTP/1.1\r\nHost: bench\r\n` +
      'Content-Type: application/json\r\nContent-Length: 17\r\n\r\n{"access_logs":0}',
  ),
];

async function poll({ port, requests }, no, seconds) {
  await sleep((no / DEVICES) * EVERY_MS);
  const connection = await Connection.open(port);
  const begun = performance.now();
  for (let times = 1; times <= seconds; times += 1) {
    for (const request of requests) {
      const { status } = await connection.send(request);
      if (status !== 200) throw new Error(`a poll was answered ${status}`);
    }
    const next = begun + times * EVERY_MS;
    if (times < seconds) await sleep(Math.max(0, next - performance.now()));
  }
  connection.close();
}

/** Of one core, while the work lasts. */
async function sharesOf(pids, work, seconds) {
  const used = () => pids.map((pid) => cpuOfAll(pid) ?? 0);
  const [from, at] = [used(), performance.now()];
  await work();
  const ms = Math.max(performance.now() - at, seconds * 1_000);
  const [node, postgres] = used().map((micros, no) => (micros - from[no]) / 1_000 / ms);
  return { node, postgres };
}

const both = ({ node, postgres }) => node + postgres;

const percent = (share) => `${(share * 100).toFixed(1)} %`;

const columns = (shares) =>
  ['node', 'postgres'].map((name) => percent(median(shares.map((share) => share[name]))));

function report(runs, { seconds, reps }) {
  const more = median(runs.map(({ idle, polled }) => both(polled) - both(idle)));
  return [
    `${DEVICES} devices with nothing to do, each two calls a second; Node and PostgreSQL together, ${reps} repetitions of ${seconds} s beside as long without them`,
    '',
    grid(VERDICT_HEAD, [verdict('of one core', '≤ 5 %', percent(more), more <= MOST)]),
    '',
    grid(
      ['', 'Node', 'PostgreSQL'],
      [
        ['without them', ...columns(runs.map(({ idle }) => idle))],
        ['polled', ...columns(runs.map(({ polled }) => polled))],
      ],
    ),
  ].join('\n');
}

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
/**
 * Devices poll for weeks: by then V8 has compiled what they call. Two calls each, and a device that makes more than
 * 1,000 in a minute is refused.
 */
const CALLS_BEFORE = 400;

/** What Control iD devices cost that have nothing to do: each fetches commands and shows that it lives, every second. */
export const devices = {
  name: 'devices',
  defaults: { reps: 5, seconds: 10, customers: 10 },
  run: async (run) => {
    const stage = await Stage.open(run);
    const [ours, raw] = [await stage.ours(), await stage.raw()];
    const calls = await callsOfAll(stage, ours, run);
    const pids = [ours.server.pid, await postmasterOf(ours.sql)];
    const { reps, seconds } = run.options;
    const polls = (side) => pollsOf(Number(new URL(side.server.origin).port), calls);
    const idling = () => sleep(seconds * 1_000);
    for (const side of [ours, raw]) await polls(side).warmUp(CALLS_BEFORE);
    const runs = [];
    for (let rep = 0; rep < reps; rep += 1) {
      const idle = await sharesOf(pids, idling, seconds);
      const polled = await sharesOf(pids, () => polls(ours).run(seconds), seconds);
      const bare = await sharesOf([raw.server.pid], () => polls(raw).run(seconds), seconds);
      runs.push({ idle, polled, bare });
      const shown = { idle: both(idle), polled: both(polled), bare: bare.node };
      const parts = Object.entries(shown).map(([name, share]) => `${name} ${percent(share)}`);
      run.print(`${rep + 1}/${reps}: ${parts.join(', ')}`);
    }
    return { text: report(runs, run.options), runs };
  },
};

/** Those of each device. */
async function callsOfAll(stage, side, run) {
  const { world, operatorKey } = stage;
  const admin = caller(side.server.origin, operatorKey, { 'X-Partner-Id': world.partnerId });
  run.print(`making ${DEVICES} devices`);
  const all = [];
  for (let no = 0; no < DEVICES; no += 1) {
    const device = { name: `Arm ${no}`, direction: 'IN', vendor: 'CONTROL_ID' };
    const { id } = await admin('POST', `/admin/v1/gyms/${world.gymId}/devices`, device);
    const { address } = await admin('GET', `/admin/v1/devices/${id}/control-id/setup`);
    const { pathname } = new URL(address);
    all.push(callsOf(pathname, no));
  }
  return all;
}

/** Each device has a connection, and the calls are spread over the second. */
const pollsOf = (port, all) => ({
  warmUp: (times) => Promise.all(all.map((requests) => callOften({ port, requests }, times))),
  run: (seconds) => Promise.all(all.map((requests, no) => poll({ port, requests }, no, seconds))),
});

const ALIVE = '{"access_logs":0}';

/** Each with its answer. Only that of the second tells whether the device was refused. */
const callsOf = (address, no) => [
  {
    bytes: Buffer.from(
      `GET ${address}/push?deviceId=${no}&uuid=u${no} HTTP/1.1\r\nHost: bench\r\n\r\n`,
    ),
    answer: '',
  },
  {
    bytes: Buffer.from(
      `POST ${address}/device_is_alive.fcgi HTTP/1.1\r\nHost: bench\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${ALIVE.length}\r\n\r\n${ALIVE}`,
    ),
    answer: ALIVE,
  },
];

async function callOften({ port, requests }, times) {
  const connection = await Connection.open(port);
  for (let no = 0; no < times; no += 1)
    for (const request of requests) await send(connection, request);
  connection.close();
}

async function send(connection, { bytes, answer }) {
  const { status, body } = await connection.send(bytes);
  if (status !== 200 || body.toString() !== answer)
    throw new Error(`a poll was answered ${status} ${body}`);
}

async function poll({ port, requests }, no, seconds) {
  await sleep((no / DEVICES) * EVERY_MS);
  const connection = await Connection.open(port);
  const begun = performance.now();
  for (let times = 1; times <= seconds; times += 1) {
    for (const request of requests) await send(connection, request);
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
  const [node, postgres = 0] = used().map((micros, no) => (micros - from[no]) / 1_000 / ms);
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
        ['bare `node:http`, polled', ...columns(runs.map(({ bare }) => bare))],
      ],
    ),
  ].join('\n');
}

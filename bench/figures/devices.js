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
      const idle = await shareOf(pids, () => sleep(seconds * 1_000), seconds);
      const polled = await shareOf(pids, () => polls.run(seconds), seconds);
      runs.push({ idle, polled });
      run.print(`${rep + 1}/${reps}: idle ${percent(idle)}, polled ${percent(polled)}`);
    }
    polls.close();
    return { text: report(runs, run.options), runs };
  },
};

/** A connection for each device, as they have; their calls are spread over the second. */
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
    all.push({ connection: await Connection.open(port), requests: callsOf(pathname, no) });
  }
  return {
    run: (seconds) => Promise.all(all.map((device, no) => poll(device, no, seconds))),
    close: () => all.forEach(({ connection }) => connection.close()),
  };
}

const callsOf = (address, no) => [
  Buffer.from(`GET ${address}/push?deviceId=${no}&uuid=u${no} HTTP/1.1\r\nHost: bench\r\n\r\n`),
  Buffer.from(
    `POST ${address}/device_is_alive.fcgi HTTP/1.1\r\nHost: bench\r\n` +
      'Content-Type: application/json\r\nContent-Length: 17\r\n\r\n{"access_logs":0}',
  ),
];

async function poll({ connection, requests }, no, seconds) {
  await sleep((no / DEVICES) * EVERY_MS);
  const begun = performance.now();
  for (let times = 1; times <= seconds; times += 1) {
    for (const request of requests) {
      const { status } = await connection.send(request);
      if (status !== 200) throw new Error(`a poll was answered ${status}`);
    }
    const next = begun + times * EVERY_MS;
    if (times < seconds) await sleep(Math.max(0, next - performance.now()));
  }
}

/** Of one core, while the work lasts. */
async function shareOf(pids, work, seconds) {
  const used = () => pids.reduce((sum, pid) => sum + (cpuOfAll(pid) ?? 0), 0);
  const [from, at] = [used(), performance.now()];
  await work();
  return (used() - from) / 1_000 / Math.max(performance.now() - at, seconds * 1_000);
}

const percent = (share) => `${(share * 100).toFixed(1)} %`;

function report(runs, { seconds, reps }) {
  const more = median(runs.map(({ idle, polled }) => polled - idle));
  return [
    `${DEVICES} devices with nothing to do, each two calls a second; Node and PostgreSQL together, ${reps} repetitions of ${seconds} s beside as long without them`,
    '',
    grid(VERDICT_HEAD, [verdict('of one core', '≤ 5 %', percent(more), more <= MOST)]),
    '',
    grid(
      ['', 'of one core'],
      [
        ['without them', percent(median(runs.map(({ idle }) => idle)))],
        ['polled', percent(median(runs.map(({ polled }) => polled)))],
      ],
    ),
  ].join('\n');
}

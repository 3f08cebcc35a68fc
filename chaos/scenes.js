import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../bench/stage/servers.js';
import { fetchCode, showCode } from './load.js';
import { PER_SECOND, times, underLoad } from './under-load.js';
import { until } from './until.js';

// The faults that take more than a line.

export async function race(stage, count) {
  const { world, ledger } = stage;
  let opened = 0;
  await times(count, async () => {
    const customerId = world.nextMember();
    const content = await fetchCode(stage, customerId);
    const answers = await Promise.all(world.doors.map((door) => showCode(stage, door, content)));
    const open = answers.filter(({ status }) => status === 200).length;
    opened += open;
    ledger.scans.set(customerId, open > 0 ? 'promised' : 'unknown');
  });
  if (opened !== count) stage.report.found(`L4: ${opened} doors opened for ${count} codes`);
}

export async function fourDeliveries({ simulator, ledger, world, report }, count) {
  const one = async () => {
    const wellhubId = world.nextWellhubId();
    const sent = { wellhubId, deliveries: 4, timestamp: Math.floor(Date.now() / 1000) };
    const { deliveries } = await simulator.checkIn(sent);
    ledger.checkIns.set(wellhubId, { accepted: deliveries.some(({ accepted }) => accepted) });
    return deliveries.every(({ accepted }) => accepted);
  };
  let refused = 0;
  for (let no = 0; no < count; no += 10) {
    const answers = await Promise.all(Array.from({ length: 10 }, one));
    refused += answers.filter((accepted) => !accepted).length;
  }
  if (refused > 0) report.found(`L1: ${refused} webhooks with a copy that was not accepted`);
}

/** No order that pays whoever asks: a repeated call would be paid twice by order, as Wellhub never would. */
const WELLHUB_FAULTS = [
  { answer: 'normal', delayMs: 2_000 },
  { answer: '500' },
  { answer: '429', retryAfter: 1 },
  { answer: 'html' },
  { answer: 'reset' },
  { answer: 'commit-then-reset' },
  { answer: 'commit-then-hang' },
];

export async function wellhubFails(stage, count) {
  await underLoad(stage, PER_SECOND, () =>
    times(count, async () => {
      for (const fault of WELLHUB_FAULTS) {
        stage.simulator.planAnswer({ wellhubId: '*', ...fault });
        await sleep(1_500);
        stage.simulator.clearAnswers();
        await sleep(300);
      }
    }),
  );
}

/** Good news must reach the good receiver in time whatever the others do. */
export async function deadSubscriber(stage) {
  const { world, ledger, report } = stage;
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  await world.subscribe(`http://127.0.0.1:${await freePort()}/dead`);
  await world.subscribe(`http://127.0.0.1:${silent.address().port}/silent`);
  const [before, entered] = [ledger.events.size, ledger.scans.size];
  await underLoad(stage, PER_SECOND, () => sleep(5_000));
  const wanted = ledger.scans.size - entered;
  if (!(await until(() => ledger.events.size - before >= wanted, 30_000)))
    report.found('L3: the good receiver had to wait for more than 30 s');
  silent.close();
}

export async function rollingRestart(stage, count) {
  const { ledger, report } = stage;
  const before = ledger.failures;
  await underLoad(stage, 50, () =>
    times(count, async () => {
      for (const server of stage.replicas.all) {
        const ms = await stage.replicas.replace(server);
        if (ms > 25_000) report.found(`a replica took ${Math.round(ms)} ms to leave`);
      }
    }),
  );
  const failed = ledger.failures - before;
  if (failed > 0) report.found(`${failed} requests failed during a rolling restart`);
}

/** As an operator starts it; the sandbox is for one process. */
export const PRODUCTION = {
  SANDBOX: 'off',
  PUBLIC_URL: 'https://gatehouse.example',
  OUTGOING_URLS: 'public',
};

export async function startAtOnce({ database, settings, replicas, report }, count) {
  await times(count, async () => {
    const url = await database.create();
    const servers = await Promise.allSettled(
      [1, 2, 3].map(() => replicas.apart({ ...settings, ...PRODUCTION, DATABASE_URL: url })),
    );
    const ready = servers.filter(({ status }) => status === 'fulfilled');
    if (ready.length < 3) report.found(`L7: only ${ready.length} of 3 became ready`);
    await Promise.all(ready.map(({ value }) => value.stop()));
  });
}

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../bench/stage/servers.js';
import { call } from './load.js';
import { PER_SECOND, times, underLoad } from './under-load.js';

// The faults that take more than a line. Each returns what it found itself.

export async function race(stage, count) {
  const { world, ledger } = stage;
  let opened = 0;
  await times(count, async () => {
    const customerId = world.nextMember();
    const headers = { 'X-API-KEY': world.appKey };
    const code = await call(stage.port(), {
      method: 'GET',
      path: `/v1/customers/${customerId}/access-code`,
      headers,
    });
    const { content } = JSON.parse(code.text);
    const scans = world.doors.map((token) =>
      call(stage.port(), {
        path: '/open-api/device/cardreader/identification',
        headers: { Authorization: `Bearer ${token}` },
        body: { identification: { type: 'QR_CODE', value: content }, nonce: randomUUID() },
      }),
    );
    const answers = await Promise.all(scans);
    opened += answers.filter(({ status }) => status === 200).length;
    ledger.scans.set(
      customerId,
      answers.some(({ status }) => status === 200) ? 'promised' : 'unknown',
    );
  });
  return opened === count ? [] : [`L4: ${opened} doors opened for ${count} codes`];
}

export async function fourDeliveries({ simulator, ledger, world }, count) {
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
  return refused === 0 ? [] : [`L1: ${refused} webhooks with a copy that was not accepted`];
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
  const { world, ledger } = stage;
  await world.subscribe(`http://127.0.0.1:${await freePort()}/dead`);
  const before = ledger.events.size;
  const started = performance.now();
  await underLoad(stage, PER_SECOND, () => sleep(5_000));
  const entered = [...ledger.scans.values()].filter((outcome) => outcome === 'promised').length;
  const late = performance.now() - started > 30_000;
  return entered > 0 && ledger.events.size > before && !late
    ? []
    : ['L3: the good receiver had to wait'];
}

export async function rollingRestart(stage, count) {
  const { ledger } = stage;
  const before = failuresOf(ledger);
  const slow = [];
  await underLoad(stage, 50, () =>
    times(count, async () => {
      for (const server of stage.replicas.all) {
        const ms = await stage.replicas.replace(server);
        if (ms > 25_000) slow.push(Math.round(ms));
      }
    }),
  );
  const failed = failuresOf(ledger) - before;
  return [
    ...(failed > 0 ? [`${failed} requests failed during a rolling restart`] : []),
    ...slow.map((ms) => `a replica took ${ms} ms to leave`),
  ];
}

const failuresOf = ({ statuses }) =>
  [...statuses]
    .filter(([key]) => /no answer|5\d\d/.test(key))
    .reduce((sum, [, count]) => sum + count, 0);

/** As an operator starts it; the sandbox is for one process. */
const PRODUCTION = {
  SANDBOX: 'off',
  PUBLIC_URL: 'https://gatehouse.example',
  OUTGOING_URLS: 'public',
};

export async function startAtOnce({ database, settings, replicas }, count) {
  const found = [];
  await times(count, async () => {
    const url = await database.create();
    const servers = await Promise.allSettled(
      [1, 2, 3].map(() => replicas.apart({ ...settings, ...PRODUCTION, DATABASE_URL: url })),
    );
    const ready = servers.filter(({ status }) => status === 'fulfilled');
    if (ready.length < 3) found.push(`L7: only ${ready.length} of 3 became ready`);
    await Promise.all(ready.map(({ value }) => value.stop()));
  });
  return found;
}

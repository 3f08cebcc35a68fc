import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../bench/stage/servers.js';
import { clockFaults } from './clock.js';
import { call, Load } from './load.js';

const PER_SECOND = 40;

/** Runs what happens while people come and go; their load ends before it is judged. */
async function underLoad(stage, perSecond, happen) {
  const load = new Load(stage, { perSecond });
  await sleep(500);
  await happen(load);
  await sleep(500);
  await load.stop();
}

const times = async (count, happen) => {
  for (let no = 0; no < count; no += 1) await happen(no);
};

/** Name → what happens, how often in the short and in the long form. A fault returns what it found itself. */
export const FAULTS = [
  {
    name: 'kill',
    title: 'kill -9 of a replica under load',
    times: [6, 100],
    run: (stage, { count, random }) =>
      underLoad(stage, PER_SECOND, () =>
        times(count, async () => {
          await sleep(300 + random.below(700));
          await stage.replicas.kill(random.pick(stage.replicas.all));
        }),
      ),
  },
  {
    name: 'crash',
    title: 'crash of the database and its recovery',
    times: [2, 20],
    run: (stage, { count }) =>
      underLoad(stage, PER_SECOND, () =>
        times(count, async () => {
          await sleep(800);
          await stage.database.crash();
          await sleep(1_500);
        }),
      ),
  },
  {
    name: 'freeze',
    title: 'database frozen for 4 s',
    times: [1, 10],
    run: (stage, { count }) =>
      underLoad(stage, PER_SECOND, () =>
        times(count, async () => {
          await stage.database.freeze(4_000);
          await sleep(2_000);
        }),
      ),
  },
  {
    name: 'black-hole',
    title: 'the network swallows what goes to the database for 3 s',
    times: [1, 10],
    run: (stage, { count }) =>
      underLoad(stage, PER_SECOND, () =>
        times(count, async () => {
          stage.database.way.swallow();
          await sleep(3_000);
          stage.database.way.heal();
          await sleep(3_000);
        }),
      ),
  },
  {
    name: 'cut',
    title: 'all connections to the database reset',
    times: [5, 50],
    run: (stage, { count, random }) =>
      underLoad(stage, PER_SECOND, () =>
        times(count, async () => {
          await sleep(200 + random.below(600));
          stage.database.way.cut();
        }),
      ),
  },
  {
    name: 'latency',
    title: '+400 ms per round trip to the database',
    times: [1, 5],
    run: (stage, { count }) =>
      underLoad(stage, 10, () =>
        times(count, async () => {
          stage.database.way.delay(400);
          await sleep(5_000);
          stage.database.way.heal();
        }),
      ),
  },
  {
    name: 'race',
    title: 'one code, 50 parallel scans on 50 devices, two replicas',
    times: [40, 1_000],
    run: (stage, { count }) => race(stage, count),
  },
  {
    name: 'deliveries',
    title: 'every webhook delivered 4 times in parallel',
    times: [300, 10_000],
    run: (stage, { count }) => fourDeliveries(stage, count),
  },
  {
    name: 'wellhub',
    title: 'Wellhub slow, 5xx, 429, HTML, resets, applied but the answer lost',
    times: [1, 5],
    run: (stage, { count }) => wellhubFails(stage, count),
  },
  {
    name: 'subscriber',
    title: 'a dead and a silent subscriber beside a good one',
    times: [1, 1],
    run: (stage) => deadSubscriber(stage),
  },
  {
    name: 'frozen-worker',
    title: 'a replica frozen past its leases',
    times: [1, 5],
    run: (stage, { count, random }) =>
      underLoad(stage, PER_SECOND, () =>
        times(count, async () => {
          const server = random.pick(stage.replicas.all);
          stage.replicas.hide(server);
          server.kill('SIGSTOP');
          await sleep(16_000);
          server.kill('SIGCONT');
          stage.replicas.show(server);
        }),
      ),
  },
  {
    name: 'rolling',
    title: 'rolling restart at 50 requests a second',
    times: [2, 10],
    run: (stage, { count }) => rollingRestart(stage, count),
  },
  {
    name: 'start',
    title: 'three replicas start at once on an empty database',
    times: [1, 3],
    run: (stage, { count }) => startAtOnce(stage, count),
  },
  {
    name: 'clock',
    title: 'a replica whose clock is ten minutes ahead, one ten minutes behind',
    times: [1, 1],
    run: clockFaults(underLoad),
  },
];

async function race(stage, count) {
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

async function fourDeliveries({ simulator, ledger, world }, count) {
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

async function wellhubFails(stage, count) {
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
async function deadSubscriber(stage) {
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

async function rollingRestart(stage, count) {
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

async function startAtOnce({ database, settings, replicas }, count) {
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

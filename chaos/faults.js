import { setTimeout as sleep } from 'node:timers/promises';
import { clockFaults } from './clock.js';
import {
  deadSubscriber,
  fourDeliveries,
  race,
  rollingRestart,
  startAtOnce,
  wellhubFails,
} from './scenes.js';
import { PER_SECOND, times, underLoad } from './under-load.js';

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

import { setTimeout as sleep } from 'node:timers/promises';
import { wrongClocks } from './clock.js';
import { doorOutage } from './door-outage.js';
import { failover } from './failover.js';
import { frozenWorker } from './frozen-worker.js';
import { mails } from './mail.js';
import { poison } from './poison.js';
import { exhaustedPool } from './pool.js';
import { killedProcesses } from './processes.js';
import { pooler } from './pooler.js';
import { recovers } from './recovery.js';
import { restored } from './restore.js';
import { rollouts } from './rollouts.js';
import { rotation } from './rotation.js';
import { soak } from './soak.js';
import { spooledWebhooks } from './spool.js';
import {
  deadSubscriber,
  fourDeliveries,
  race,
  rollingRestart,
  startAtOnce,
  wellhubFails,
} from './scenes.js';
import { switchover } from './switchover.js';
import { PER_SECOND, times, underLoad } from './under-load.js';
import { wrongKey } from './wrong-key.js';

/** Name → what happens, how often in the short and in the long form. What it finds and measures itself goes to `stage.report`. */
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
    name: 'processes',
    title: 'kill -9 of one of two processes behind a port, under load',
    times: [3, 20],
    run: killedProcesses,
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
          await recovers(stage);
        }),
      ),
  },
  {
    name: 'failover',
    title: 'the database server is lost, its synchronous standby takes over',
    times: [1, 10],
    run: failover,
  },
  {
    name: 'switchover',
    title: 'the database moves to its synchronous standby as planned',
    times: [1, 10],
    run: switchover,
  },
  {
    name: 'pooler',
    title: 'kill -9 of the PgBouncer that everything goes through',
    times: [3, 20],
    run: pooler,
  },
  {
    name: 'freeze',
    title: 'database frozen for 4 s',
    times: [1, 10],
    run: (stage, { count }) =>
      underLoad(stage, PER_SECOND, () =>
        times(count, async () => {
          await stage.database.freeze(4_000);
          await recovers(stage);
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
          await recovers(stage);
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
          await recovers(stage);
        }),
      ),
  },
  {
    name: 'spool',
    title:
      'the database is away under webhooks, a replica with a full spool is killed, a disk is full',
    times: [1, 3],
    run: spooledWebhooks,
  },
  {
    name: 'door-outage',
    title:
      'the database is away at a gym that admits known people, a replica is killed with its spool',
    times: [1, 3],
    run: doorOutage,
  },
  {
    name: 'pool',
    title: 'no connection to the database is free for 3 s',
    times: [1, 5],
    run: exhaustedPool,
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
    name: 'poison',
    title: 'one poisonous event in each direction',
    times: [200, 1_000],
    run: poison,
  },
  {
    name: 'mail',
    title: 'kill -9 of a replica while mails are asked for',
    times: [4, 50],
    run: mails,
  },
  {
    name: 'frozen-worker',
    title: 'a replica frozen past its leases, with deliveries under way',
    times: [1, 5],
    run: frozenWorker,
  },
  {
    name: 'rolling',
    title: 'rolling restart at 50 requests a second',
    times: [2, 10],
    run: (stage, { count }) => rollingRestart(stage, count),
  },
  {
    name: 'rollouts',
    title: 'a roll-out as the chart asks for it, at 50 requests a second with kept connections',
    times: [2, 10],
    run: rollouts,
  },
  {
    name: 'rotation',
    title: 'a new SECRETS_KEY in its steps, replica by replica, at 20 requests a second',
    times: [1, 3],
    run: (stage, { count }) => times(count, () => rotation(stage)),
  },
  {
    name: 'wrong-key',
    title: 'a start with the wrong SECRETS_KEY',
    times: [1, 1],
    run: (stage) => wrongKey(stage),
  },
  {
    name: 'restore',
    title: 'the database is restored into another cluster',
    times: [1, 1],
    run: (stage) => restored(stage),
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
    run: wrongClocks,
  },
  {
    name: 'soak',
    title: 'minutes at 100 requests a second: nothing grows',
    times: [1, 30],
    onlyWhenNamed: true,
    // Half of the requests are a visit, which is a member's only one.
    peopleFor: (minutes) => 1_000 + minutes * 3_100,
    run: soak,
  },
];

import { once } from 'node:events';
import { createServer } from 'node:net';
import { webhookParams } from '../paths.js';
import { grid, ms, verdict, VERDICT_HEAD } from '../report/grid.js';
import { Stage } from '../stage/stage.js';
import { caller } from '../stage/world.js';

const TARGETS = { p99: 300, max: 1_000 };
const SUBSCRIBERS = 6;
const EVENTS = 2_000;
/** Lets subscriptions name addresses of this machine. */
const ANY_URL = { OUTGOING_URLS: 'any' };

/** W-36: webhooks while every call to Wellhub hangs and no subscriber answers, from the first request after a start on. */
export const webhookHanging = {
  name: 'webhook-hanging',
  defaults: { rate: 50, seconds: 30, reps: 3, customers: 10_000 },
  run: async (run) => {
    const stage = await Stage.open(run);
    const wellhub = await hangingServer(run.undo);
    const subscribers = await hangingServer(run.undo);
    await stage.prepare((ours) => payForEveryCheckIn(ours, stage.world, subscribers.url), ANY_URL);
    const load = stage.load();
    const runs = [];
    for (let rep = 1; rep <= run.options.reps; rep += 1) {
      runs.push(await afterStart({ stage, load, wellhub, run, rep }));
      run.print(inWords(runs.at(-1)));
    }
    return { text: report(runs, run.options), runs };
  },
};

/** Accepts every connection and never answers. */
async function hangingServer(undo) {
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.resume();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  undo.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    calls: () => sockets.size,
  };
}

/** AUTOMATIC: every check-in asks Wellhub. Half of the subscribers hang, the others refuse; events wait for all. */
async function payForEveryCheckIn({ server, sql }, world, hangingUrl) {
  const admin = caller(server.origin, world.adminKey);
  await admin('PATCH', `/admin/v1/gyms/${world.gymId}`, { validationMode: 'AUTOMATIC' });
  for (let no = 0; no < SUBSCRIBERS; no += 1)
    await admin('POST', `/admin/v1/partners/${world.partnerId}/webhook-subscriptions`, {
      url: `${no % 2 === 0 ? hangingUrl : 'http://127.0.0.1:9'}/events/${no}`,
    });
  await sql(
    `insert into events (partner_id, id, type, entity_id, gym_id, occurred_at)
     select $1, gen_random_uuid(), 'CUSTOMER_CHECKIN', ($2::bigint[])[1 + n % cardinality($2::bigint[])], $3,
       clock_timestamp() from generate_series(1, $4::int) n`,
    [world.partnerId, world.customerIds, world.gymId, EVENTS],
  );
}

async function afterStart({ stage, load, wellhub, run, rep }) {
  const { rate, seconds } = run.options;
  const { world } = stage;
  const side = await stage.ours({
    env: { ...ANY_URL, WELLHUB_SIMULATOR_URL: wellhub.url },
  });
  const before = wellhub.calls();
  const result = await load.run({
    port: side.server.port,
    path: 'webhook',
    params: {
      ...webhookParams(world),
      wellhubIds: world.wellhubIds,
      from: rep * rate * seconds,
      since: Math.floor(Date.now() / 1000) - 60,
    },
    clients: 64,
    perSecond: rate,
    seconds,
  });
  await side.stop();
  return { ...result, calls: wellhub.calls() - before };
}

const inWords = ({ ok, sent, first, p50, p99, max, calls }) =>
  `${ok} of ${sent} stored: first ${ms(first)}, median ${ms(p50)}, p99 ${ms(p99)}, longest ${ms(max)}; ` +
  `${calls} connections hung at Wellhub`;

function report(runs, { rate, reps }) {
  const worst = (name) => Math.max(...runs.map((run) => run[name]));
  const refused = runs.reduce((sum, { sent, ok }) => sum + sent - ok, 0);
  const calls = runs.map((run) => run.calls);
  if (refused > 0) process.exitCode = 1;
  return [
    `${rate} check-ins per second, ${reps} starts, the worst of them; ${calls.join(', ')} connections hung at Wellhub, ` +
      `${SUBSCRIBERS} subscribers down with ${EVENTS} events waiting`,
    '',
    grid(VERDICT_HEAD, [
      verdict(
        'first after a start',
        `< ${TARGETS.max} ms`,
        ms(worst('first')),
        worst('first') < TARGETS.max,
      ),
      ['median', '', ms(worst('p50')), ''],
      verdict('p99', `≤ ${TARGETS.p99} ms`, ms(worst('p99')), worst('p99') <= TARGETS.p99),
      verdict('longest', `< ${TARGETS.max} ms`, ms(worst('max')), worst('max') < TARGETS.max),
      verdict('answers other than 200', '0', refused, refused === 0),
    ]),
  ].join('\n');
}

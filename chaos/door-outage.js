import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { call, checkIn, fetchCode } from './load.js';
import { noWebhookLost } from './no-webhook-lost.js';
import { spoolFiles } from './spool.js';
import { times, underLoad } from './under-load.js';
import { until } from './until.js';

const PEOPLE = 40;
/** Of one card at once, each at another door. */
const AT_ONCE = 4;
const WEBHOOKS_PER_SECOND = 20;
const KNOWN_WITHIN_MS = 40_000;
const DRAINED_WITHIN_MS = 30_000;
const CARDS = 'select count(*) as known from customers where card_number is not null';
const DOUBLES = /^gatehouse_door_outage_possible_doubles_total (\d+)/m;

/**
 * A gym that admits known people while the database is away: everybody shows the card at several doors of each replica,
 * a replica is killed with its spool. Whoever came in has as many visits as doors opened, at most one per replica.
 */
export async function doorOutage(stage, { count }) {
  const { database, world } = stage;
  const policy = (value) =>
    database.query('update gyms set when_storage_is_down = $2 where id = $1', [world.gymId, value]);
  await policy('ADMIT_KNOWN');
  await times(count, () => outage(stage));
  await policy('DENY');
}

async function outage(stage) {
  const { database, replicas, report } = stage;
  const people = await givenCards(stage);
  const code = await fetchCode(stage, stage.world.nextMember());
  const [{ known }] = await database.query(CARDS);
  if (!(await until(() => allKnow(replicas, known), KNOWN_WITHIN_MS)))
    return report.found('O-52: a replica does not know who may enter');
  // The first one is killed.
  const before = await doubles(replicas.all.slice(1));
  const opened = new Map(people.map(({ customerId }) => [customerId, 0]));
  await noWebhookLost(stage, () =>
    underLoad(stage, WEBHOOKS_PER_SECOND, () => away(stage, { people, code, opened }), [checkIn]),
  );
  for (const [customerId, doors] of opened) stage.ledger.admissions.set(customerId, doors);
  const expected = [...opened.values()].reduce((sum, doors) => sum + Math.max(0, doors - 1), 0);
  const counted = (await doubles(replicas.all)) - before;
  report.print(
    `${people.length} people, ${expected} entries beyond the first, ${counted} counted as possible doubles`,
  );
  if (counted !== expected)
    report.found(
      `O-52: ${counted} possible doubles were counted, ${expected} people entered twice`,
    );
}

async function away(stage, { people, code, opened }) {
  const { database, replicas, report, settings } = stage;
  database.leave();
  const [first, second] = replicas.all;
  const half = people.slice(0, PEOPLE / 2);
  await Promise.all([
    ...people.map((person) => enter(stage, { port: first.port, person, opened })),
    ...half.map((person) => enter(stage, { port: second.port, person, opened })),
    mustStayShut(stage, first.port, { type: 'QR_CODE', value: code }),
    mustStayShut(stage, second.port, { type: 'NUMBER', value: '4000000001' }),
  ]);
  first.kill('SIGKILL');
  replicas.hide(first);
  const back = performance.now();
  database.comeBack();
  const folder = join(settings.DATA_DIR, 'spool', 'door');
  if (!(await until(() => spoolFiles(folder).length === 0, DRAINED_WITHIN_MS)))
    report.found('O-52: admissions are no visits 30 s after the database is back');
  report.longest('admissions stored', Math.round(performance.now() - back));
  await replicas.add();
}

/** One card at several doors at once: exactly one opens, however often each of them asks. */
async function enter(stage, { port, person, opened }) {
  const { ledger, report, world } = stage;
  const scans = Array.from({ length: AT_ONCE }, () =>
    scanOf(world, { type: 'NUMBER', value: person.card }),
  );
  let open = 0;
  const isIn = async () => {
    const answers = await Promise.all(scans.map((scan) => call(port, scan)));
    for (const answer of answers) ledger.answered('scan', answer);
    open += answers.filter(isFirst).length;
    return open > 0;
  };
  await until(isIn, 5_000, 200);
  if (open !== 1)
    report.found(`O-52: ${open} doors of one replica opened for a card that may enter`);
  opened.set(person.customerId, opened.get(person.customerId) + open);
}

const isFirst = ({ status, text }) => status === 200 && !JSON.parse(text).repeated;

async function mustStayShut({ report, world }, port, identification) {
  const { status } = await call(port, scanOf(world, identification));
  if (status !== 503)
    report.found(`O-52: a ${identification.type} that nobody knows was answered ${status}`);
}

const scanOf = (world, identification) => ({
  path: '/open-api/device/cardreader/identification',
  headers: { Authorization: `Bearer ${world.nextDoor()}` },
  body: { identification, nonce: randomUUID() },
});

async function givenCards({ database, world }) {
  const people = Array.from({ length: PEOPLE }, () => {
    const customerId = world.nextMember();
    return { customerId, card: String(3_000_000_000 + customerId) };
  });
  await database.query(
    'update customers set card_number = (3000000000 + id)::text where id = any($1)',
    [people.map(({ customerId }) => customerId)],
  );
  return people;
}

async function allKnow({ all }, people) {
  for (const { port } of all) {
    const { text } = await call(port, { method: 'GET', path: '/health/details' });
    if (JSON.parse(text).doorOutage.snapshot.people < people) return false;
  }
  return true;
}

async function doubles(servers) {
  let sum = 0;
  for (const { port } of servers) {
    const { text } = await call(port, { method: 'GET', path: '/metrics' });
    sum += Number(DOUBLES.exec(text)?.[1] ?? 0);
  }
  return sum;
}

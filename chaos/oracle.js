import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { call } from './load.js';
import { spoolFiles } from './spool.js';
import { until } from './until.js';

const PATIENCE_MS = 90_000;
/** What is busy starting may take so long to serve a page again. */
const OPENS_MS = 10_000;
const SAMPLE = 20;
const SHOWN = 3;

/** Waits until nothing is left to do, then compares what the system holds with what the ledger was promised. */
export async function judge(stage) {
  const quiet = await untilQuiet(stage);
  const held = await readAll(stage);
  return [
    ...(quiet ? [] : ['work was left undone after 90 s']),
    ...[...visits(held, stage), ...checkIns(held, stage), ...events(held, stage)].flatMap(
      asViolation,
    ),
    ...(held.busy > 0 ? [`L7: ${held.busy} connections still busy`] : []),
    ...asViolation({ invariant: 'L7', what: 'replicas that ended', who: ended(stage) }),
    ...asViolation({ invariant: 'deadline', what: 'late answers', who: stage.ledger.takeLate() }),
    ...asViolation({ invariant: 'L7', what: 'answers of 500', who: stage.ledger.takeHelpless() }),
    ...(await registrations(held, stage)),
  ];
}

const asViolation = ({ invariant, what, who }) =>
  who.length > 0 ? [`${invariant}: ${who.length} ${what} (${who.slice(0, SHOWN).join('; ')})`] : [];

/** Those that were killed are replaced and no longer among them. */
const ended = ({ replicas }) => replicas.all.filter(({ pid }) => !lives(pid)).map(({ log }) => log);

function lives(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const LEFT = `select
  (select count(*) from check_ins where state = 'PENDING') as pending,
  (select count(*) from wellhub_events where state = 'RECEIVED') as unread,
  (select count(*) from webhook_deliveries where state = 'PENDING' and subscription_id = $1) as undelivered,
  (select count(*) from events where dispatched_at is null) as undispatched`;

async function untilQuiet({ database, settings, world }) {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const [left] = await database.query(LEFT, [world.subscription.id]).catch(() => [undefined]);
    const isEmpty = left && Object.values(left).every((count) => count === 0);
    if (isEmpty && spoolFiles(join(settings.DATA_DIR, 'spool')).length === 0) return true;
    await sleep(250);
  }
  return false;
}

const BUSY = `select count(*) as count from pg_stat_activity
  where application_name = 'gatehouse' and state <> 'idle' and backend_type = 'client backend'
    and state_change < clock_timestamp() - interval '3 s'`;

async function readAll({ database }) {
  const read = (text) => database.query(text);
  const countOf = async (text) => new Map((await read(text)).map(({ id, count }) => [id, count]));
  return {
    checkIns: groupBy(
      await read('select wellhub_id as id, state, already_validated as already from check_ins'),
      ({ id }) => id,
    ),
    visits: await countOf('select customer_id as id, count(*) as count from visits group by 1'),
    entries: await countOf(
      `select entity_id as id, count(*) as count from events where type = 'CUSTOMER_CHECKIN' group by 1`,
    ),
    uuids: (await read(`select id from events where type = 'CUSTOMER_CHECKIN'`)).map(
      ({ id }) => id,
    ),
    users: await countOf('select gpw_id as id, count(*) as count from wellhub_users group by 1'),
    busy: (await read(BUSY))[0].count,
  };
}

function visits(held, { ledger }) {
  const entered = (id) => held.visits.get(id) ?? 0;
  const scanned = (outcome) =>
    [...ledger.scans].filter(([, one]) => one === outcome).map(([id]) => id);
  return [
    {
      invariant: 'L1',
      what: 'open doors without a visit',
      who: scanned('promised').filter((id) => entered(id) === 0),
    },
    {
      invariant: 'L1',
      what: 'people with fewer visits than doors that opened for their card',
      who: [...ledger.admissions].filter(([id, doors]) => entered(id) < doors).map(([id]) => id),
    },
    {
      invariant: 'L4',
      what: 'codes that were consumed twice, cards with more visits than doors',
      who: [...held.visits.keys()].filter((id) => entered(id) > (ledger.admissions.get(id) ?? 1)),
    },
    {
      invariant: 'L6',
      what: 'refused scans with a visit',
      who: scanned('refused').filter((id) => entered(id) > 0),
    },
    {
      invariant: 'L2',
      what: 'people whose visits and events differ',
      who: [...new Set([...held.visits.keys(), ...held.entries.keys()])].filter(
        (id) => entered(id) !== (held.entries.get(id) ?? 0),
      ),
    },
  ];
}

function checkIns(held, { ledger, simulator }) {
  const accepted = [...ledger.checkIns].filter(([, checkIn]) => checkIn.accepted).map(([id]) => id);
  const own = (id) => held.checkIns.get(id) ?? [];
  const paid = (id) =>
    own(id).filter(({ state, already }) => state === 'VALIDATED' && !already).length;
  const described = (id) => {
    const { calls, validated } = simulator.ledger(id);
    const ours = own(id)
      .map(({ state, already }) => `${state}${already ? ', already' : ''}`)
      .join(' and ');
    return `ours: ${ours || 'none'}, theirs: ${validated} paid in ${calls} calls`;
  };
  return [
    {
      invariant: 'L1',
      what: 'accepted webhooks without a check-in',
      who: accepted.filter((id) => own(id).length === 0),
    },
    {
      invariant: 'L1',
      what: 'check-ins that are there twice',
      who: [...held.checkIns.keys()].filter((id) => own(id).length > 1),
    },
    {
      invariant: 'L5',
      what: "people whose paid check-ins differ from Wellhub's books",
      who: [...ledger.checkIns.keys()]
        .filter((id) => paid(id) !== simulator.ledger(id).validated)
        .map(described),
    },
    {
      invariant: 'L5',
      what: 'accepted check-ins that were never paid',
      who: accepted.filter((id) => paid(id) === 0).map(described),
    },
  ];
}

function events(held, { ledger }) {
  const known = new Set(held.uuids);
  return [
    {
      invariant: 'L3',
      what: 'events that never arrived',
      who: held.uuids.filter((uuid) => !ledger.events.has(uuid)),
    },
    {
      invariant: 'L3',
      what: 'events that arrived without being there',
      who: [...ledger.events.keys()].filter((uuid) => !known.has(uuid)),
    },
    { invariant: 'L3', what: 'events that came again with other bytes', who: ledger.changed },
  ];
}

/** What is promised is the link: without a row (W-18, storage was down) it carries everything itself and must still open. */
async function registrations({ users }, { ledger, port }) {
  const promised = [...ledger.registrations].filter(([, { outcome }]) => outcome === 'promised');
  const doubled = promised.filter(([id]) => users.get(id) > 1).map(([id]) => id);
  const sealed = promised.filter(([id]) => !users.has(id)).slice(-SAMPLE);
  const paths = sealed.map(([, { link }]) => link.slice(new URL(link).origin.length));
  const opened = await Promise.all(paths.map((path) => statusOf(port, path)));
  const shut = opened.filter((status) => status !== 200).map((status) => `answered ${status}`);
  return [
    { invariant: 'L1', what: 'registrations doubled', who: doubled },
    { invariant: 'L1', what: 'links without a row that do not open', who: shut },
  ].flatMap(asViolation);
}

/** A 503 says "not now", as to a browser that is reloaded. */
async function statusOf(port, path) {
  let status;
  const isDecided = async () => {
    ({ status } = await call(port(), { method: 'GET', path }));
    return status !== 503;
  };
  await until(isDecided, OPENS_MS);
  return status;
}

export function groupBy(list, keyOf) {
  const groups = new Map();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { employeeToken, makeAccounts } from '../bench/stage/accounts.js';
import { call } from './load.js';
import { outcomeOf } from './ledger.js';
import { groupBy } from './oracle.js';
import { times, underLoad } from './under-load.js';
import { until } from './until.js';

const PER_SECOND = 20;
const PEOPLE = 5_000;
/** A mail whose sender was killed this soon after the mail server took it may come again. */
const UNNOTED_MS = 1_000;

const MOST = { promised: 1, unknown: 1, refused: 0 };
const LEAST = { promised: 1, unknown: 0, refused: 0 };

/**
 * People ask for a mail that resets their password, on our page and through the partner's software, each once, while
 * replicas are killed. Who was told yes gets one mail. Nobody can say whether a mail server that took a mail whose
 * sender died a moment later has it: such a mail comes again, under the same Message-ID.
 */
export async function mails(stage, { count, random }) {
  const { replicas, office } = stage;
  const asked = new Map();
  const kills = [];
  const ask = await askers(stage, asked);
  const before = office.taken.length;
  await underLoad(
    stage,
    PER_SECOND,
    () =>
      times(count, async () => {
        await sleep(300 + random.below(700));
        kills.push(performance.now());
        await replicas.kill(random.pick(replicas.all));
      }),
    ask,
  );
  await deadLeasesEnd(stage);
  judgeMails(stage.report, { asked, kills, taken: office.taken.slice(before) });
}

async function askers({ ledger, database, port, replicas, world }, asked) {
  const origin = `http://127.0.0.1:${replicas.port}`;
  const sql = (text, values) => database.query(text, values);
  world.accounts ??= (await makeAccounts({ server: { origin }, sql }, world, PEOPLE)).emails;
  const token = await employeeToken({ origin }, world);
  const asking = (request) => async () => {
    const email = world.accounts.pop();
    const at = performance.now();
    const answer = await call(port(), request(email));
    ledger.answered('mail', answer);
    asked.set(email, { at, outcome: outcomeOf(answer), way: request.name });
  };
  const onPage = (email) => ({
    path: `/${world.slug}/password`,
    body: new URLSearchParams({ email }),
  });
  const bySoftware = (email) => ({
    method: 'GET',
    path: `/Api/Users/SendEmailToResetPassword?email=${encodeURIComponent(email)}`,
    headers: { Authorization: `Bearer ${token}` },
  });
  return [asking(onPage), asking(bySoftware)];
}

const DUE = `select from mails where state = 'QUEUED' and next_attempt_at <= clock_timestamp()`;
const HELD = `select id, attempts from mails where state = 'QUEUED' order by id`;
const END_LEASES = `update mails set next_attempt_at = clock_timestamp() where state = 'QUEUED'`;

/** What the living hold is sent in a moment; the leases of the dead (90 s) end now instead of later. */
async function deadLeasesEnd({ database, report }) {
  const held = async () => JSON.stringify(await database.query(HELD));
  const isStill = async () => {
    const before = await held();
    await sleep(3_000);
    return (await database.query(DUE)).length === 0 && (await held()) === before;
  };
  await until(isStill, 60_000);
  await database.query(END_LEASES);
  const none = async () => (await database.query(HELD)).length === 0;
  if (!(await until(none, 30_000))) report.found('L8: mails were left unsent');
}

function judgeMails(report, { asked, kills, taken }) {
  const mailsTo = groupBy(taken, ({ to }) => to);
  const isKilledAfter = (at, ms) => kills.some((kill) => kill >= at && kill - at < ms);
  for (const [email, { outcome, way }] of asked) {
    const mails = new Set((mailsTo.get(email) ?? []).map(({ messageId }) => messageId)).size;
    if (mails <= MOST[outcome] && mails >= LEAST[outcome]) continue;
    report.found(`L8: a request ${way} was ${outcome} and led to ${mails} mails`);
  }
  const copied = [...mailsTo.values()].filter((copies) => copies.length > 1);
  for (const [{ at }] of copied)
    if (!isKilledAfter(at, UNNOTED_MS))
      report.found('L8: a mail came twice although its sender lived');
  report.print(`${asked.size} mails asked for, ${copied.length} came again after a kill`);
}

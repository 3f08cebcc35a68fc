import { setTimeout as sleep } from 'node:timers/promises';
import { cpuOfAll } from './cpu.js';

const SETTLE_MS = 30_000;
/** What our workers still have to do. The others have no workers, so there it would stay for ever. */
const BACKLOG = `select (select count(*) from events where dispatched_at is null)
  + (select count(*) from wellhub_events where state = 'RECEIVED') as n`;

/**
 * Measures one path of one side once. A 200 that did not leave exactly its rows ends the path; answers other than
 * 200 are counted and told.
 * @param round see `paths.js`, with `path` and `postmaster`
 */
export async function measure(round) {
  const { path, side, load, clients, seconds, postmaster } = round;
  const params = await path.orders(round);
  const rowsBefore = await countRows(path, side);
  const cpuBefore = cpuNow(side, postmaster);
  const requests = path.requestsOf?.(side) ?? path.requests?.[side.name] ?? path.name;
  const order = { port: side.server.port, path: requests, params, clients, seconds };
  const result = await load.run(order);
  const rowsAfter = await countRows(path, side);
  const settled = await settle(side);
  const cpuAfter = cpuNow(side, postmaster);
  path.after?.({ ...round, result });
  check(round, result, { rowsBefore, rowsAfter });
  return {
    perSecond: result.perSecond,
    p50: result.p50,
    p99: result.p99,
    requests: result.ok,
    refused: result.sent - result.ok,
    nodeMicros: perRequest(cpuBefore.node, cpuAfter.node, result.ok),
    postgresMicros: perRequest(cpuBefore.postgres, cpuAfter.postgres, result.ok),
    generatorMicros: result.generatorMicros,
    ...settled,
  };
}

async function countRows(path, { sql }) {
  const counts = {};
  for (const [name, text] of Object.entries(path.rows)) counts[name] = (await sql(text))[0].n;
  return counts;
}

const cpuNow = ({ server }, postmaster) => ({
  node: cpuOfAll(server.pid),
  postgres: cpuOfAll(postmaster),
});

const perRequest = (before, after, requests) =>
  before === undefined || after === undefined ? undefined : (after - before) / requests;

/** Waits for what the measured requests left to our workers, so that it is counted here and not to whoever comes next. */
async function settle(side) {
  if (!side.hasWorkers) return { backlog: 0, settleMs: 0 };
  const started = performance.now();
  const [{ n: backlog }] = await side.sql(BACKLOG);
  for (let left = backlog; left > 0; [{ n: left }] = await side.sql(BACKLOG)) {
    if (performance.now() - started > SETTLE_MS)
      throw new Error(`${left} of ${backlog} rows wait for a worker of ours after 30 s`);
    await sleep(100);
  }
  return { backlog, settleMs: backlog === 0 ? 0 : performance.now() - started };
}

/** An answer other than 200 says "perhaps": its rows may be there or not. A 200 says "yes", exactly once. */
function check({ path, side }, { sent, ok, refusals }, { rowsBefore, rowsAfter }) {
  const where = `${path.name}, ${side.name}`;
  if (refusals.length > 0)
    console.error(`${where}: ${sent - ok} of ${sent} answers were not 200\n${refusals.join('\n')}`);
  if (ok === 0) throw new Error(`${where}: no answer was 200\n${side.server.log}`);
  for (const [name, before] of Object.entries(rowsBefore)) {
    const made = rowsAfter[name] - before;
    if (made < ok || made > sent)
      throw new Error(`${where}: ${ok} of ${sent} answers were 200, but ${made} ${name} came`);
  }
}

// The load generator: a process of its own, so that its work is counted apart from the servers'.
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.js';
import { REQUESTS } from './requests.js';

const KEPT_REFUSALS = 3;
/** Stands for an answer that never came. */
const BROKEN = 0;

process.on('message', (order) => {
  run(order).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: error.stack }),
  );
});
process.on('disconnect', () => process.exit(0));

/**
 * Closed loop: every client sends its next request when the last one is answered. Ends after `seconds` or `limit`
 * requests; what is in flight then is waited for and counted. With `perSecond` requests leave at that pace instead,
 * and one for which no client was free counts from the moment at which it should have left.
 * @param order { port, clients, seconds, limit?, perSecond?, path, params, keepBodies?, withinMs? }
 */
async function run(order) {
  const next = REQUESTS[order.path](order.params);
  // With fewer requests than clients a second, some connection would be idle for so long that it is given up.
  const clients = Math.min(order.clients, order.perSecond ?? Infinity);
  const connections = await openAll(order.port, clients);
  const tally = {
    sent: 0,
    ok: 0,
    inTime: 0,
    first: 0,
    statuses: {},
    refusals: [],
    latencies: [],
    bodies: [],
  };
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const until = started + order.seconds * 1000;
  const paced = { ...order, started, until };
  await Promise.all(connections.map((client) => drive(client, next, paced, tally)));
  const elapsedMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpuBefore);
  return summary(tally, elapsedMs, user + system);
}

/** A few at a time, so that the backlog of a listening socket never overflows. */
async function openAll(port, clients) {
  const connections = [];
  while (connections.length < clients) connections.push(await Connection.open(port));
  return connections;
}

async function drive(connection, next, order, tally) {
  while (isOpen(order, tally)) {
    const no = tally.sent;
    const request = next(no);
    if (request === undefined) break;
    tally.sent += 1;
    const sentAt = await exchange(order, no);
    const { status, body } = await connection.send(request).catch(asRefusal);
    const took = performance.now() - sentAt;
    tally.latencies.push(took);
    if (no === 0) tally.first = took;
    if (status === 200 && took <= (order.withinMs ?? Infinity)) tally.inTime += 1;
    note(tally, status, body, order.keepBodies);
    if (status !== BROKEN) continue;
    if (order.perSecond === undefined) break;
    connection = await Connection.open(order.port);
  }
  connection.close();
}

const isOpen = ({ until, started, perSecond, limit = Infinity }, { sent }) =>
  sent < limit && Math.max(performance.now(), dueAt({ started, perSecond }, sent)) < until;

const dueAt = ({ started, perSecond }, no) =>
  perSecond === undefined ? 0 : started + (no * 1000) / perSecond;

/** Waits until a request is due. @returns the moment from which it counts */
async function exchange(order, no) {
  if (order.perSecond === undefined) return performance.now();
  const due = dueAt(order, no);
  const wait = due - performance.now();
  if (wait <= 0) return due;
  await sleep(wait);
  return performance.now();
}

function note(tally, status, body, keepBody) {
  tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
  if (status === 200) tally.ok += 1;
  else if (tally.refusals.length < KEPT_REFUSALS) tally.refusals.push(`${status}: ${body}`);
  if (keepBody && status === 200) tally.bodies.push(body.toString());
}

const asRefusal = (error) => ({ status: BROKEN, body: Buffer.from(error.message) });

function summary({ latencies, sent, ok, ...rest }, elapsedMs, cpuMicros) {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    ...rest,
    sent,
    ok,
    elapsedMs,
    perSecond: (ok / elapsedMs) * 1000,
    p50: at(0.5),
    p99: at(0.99),
    max: at(1),
    generatorMicros: sent === 0 ? 0 : cpuMicros / sent,
  };
}

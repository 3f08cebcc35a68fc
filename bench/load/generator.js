// The load generator: a process of its own, so that its work is counted apart from the servers'.
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
 * requests; what is in flight then is waited for and counted.
 * @param order { port, clients, seconds, limit?, path, params, keepBodies? }
 */
async function run(order) {
  const next = REQUESTS[order.path](order.params);
  const connections = await openAll(order.port, order.clients);
  const tally = { sent: 0, ok: 0, refusals: [], latencies: [], bodies: [] };
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const until = started + order.seconds * 1000;
  await Promise.all(connections.map((client) => drive(client, next, { ...order, until }, tally)));
  const elapsedMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpuBefore);
  connections.forEach((connection) => connection.close());
  return summary(tally, elapsedMs, user + system);
}

/** A few at a time, so that the backlog of a listening socket never overflows. */
async function openAll(port, clients) {
  const connections = [];
  while (connections.length < clients) connections.push(await Connection.open(port));
  return connections;
}

async function drive(connection, next, { until, limit = Infinity, keepBodies }, tally) {
  while (performance.now() < until && tally.sent < limit) {
    const request = next(tally.sent);
    if (request === undefined) return;
    tally.sent += 1;
    const sentAt = performance.now();
    const { status, body } = await connection.send(request).catch(asRefusal);
    tally.latencies.push(performance.now() - sentAt);
    if (status === 200) tally.ok += 1;
    else if (tally.refusals.length < KEPT_REFUSALS) tally.refusals.push(`${status}: ${body}`);
    if (keepBodies && status === 200) tally.bodies.push(body.toString());
    if (status === BROKEN) return;
  }
}

const asRefusal = (error) => ({ status: BROKEN, body: Buffer.from(error.message) });

function summary({ sent, ok, refusals, latencies, bodies }, elapsedMs, cpuMicros) {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    sent,
    ok,
    refusals,
    bodies,
    elapsedMs,
    perSecond: (ok / elapsedMs) * 1000,
    p50: at(0.5),
    p99: at(0.99),
    generatorMicros: sent === 0 ? 0 : cpuMicros / sent,
  };
}

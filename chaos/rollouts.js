import { Balancer } from './balancer.js';
import { useIdleConnections } from './idle-connections.js';
import { keepConnections } from './load.js';
import { chartNumbers, Pods } from './pods.js';
import { times, underLoad } from './under-load.js';

const PER_SECOND = 50;
/** After the signal; the chart gives as much before it kills. */
const STOP_MS = 20_000;
/** A replica that had no CPU for half of this time refuses for that reason (503), its breakers a moment longer. */
const STARVED_MS = 5_000;
const SHOWN = 3;
/** Refused by a replica (a registration's 500: W-18); given up by the client, which waits 6 s. */
const SLOW = new Set([500, 503, 504]);
const KEEP_ALIVE_SECONDS = 310;

/**
 * The roll-out that the chart asks for, with its numbers: clients and the load balancer keep their connections, who is
 * ready is found out by probes and known late. Not one request may fail, nor one on a connection that was idle. Broken on
 * purpose a pod stops without a pause, and closes connections before the load balancer does: both must fail.
 */
export async function rollouts(stage, { count, random, broken }) {
  const { report } = stage;
  const numbers = { ...chartNumbers(), ...(broken && { preStopMs: 0 }) };
  const lost = await rollOut(stage, { count, random, numbers });
  const late = await useIdleConnections(stage, broken ? 1 : KEEP_ALIVE_SECONDS);
  report.print(`${lost.length} failed; ${late} on connections that were idle`);
  if (broken ? lost.length > 0 && late > 0 : lost.length + late > 0)
    report.found(
      `${lost.length} requests failed in a roll-out (${lost.slice(0, SHOWN).join('; ')}), ${late} on idle connections`,
    );
}

async function rollOut(stage, { count, random, numbers }) {
  const { replicas, ledger, report } = stage;
  const balancer = await Balancer.open();
  const failures = watchFailures(balancer, ledger);
  const pods = new Pods({ replicas, balancer, numbers, random });
  const forget = keepConnections(balancer.port);
  const before = answersIn(ledger);
  const stops = [];
  try {
    await Promise.all(replicas.all.map((server) => pods.admit(server)));
    stage.sendWellhubTo(balancer.port);
    await underLoad({ ...stage, port: () => balancer.port }, PER_SECOND, () =>
      times(count, async () => stops.push(...(await pods.rollOut()))),
    );
  } finally {
    stage.sendWellhubTo(replicas.port);
    pods.close();
    forget();
    await balancer.close();
  }
  judgeStops(stops, report);
  report.print(`${answersIn(ledger) - before} requests, ${stops.length} pods exchanged`);
  if (failures.late > 0) report.print(`${failures.late} late because the machine was busy`);
  return failures.lost;
}

/** What the load balancer saw: what a replica refused because this machine gave it no time says nothing about roll-outs. */
function watchFailures(balancer, { heldUp }) {
  const seen = { lost: [], late: 0 };
  balancer.onFailure = (status, ms) => {
    const recent = Math.max(ms, STARVED_MS);
    if (SLOW.has(status) && heldUp(recent) > recent / 2) seen.late += 1;
    else seen.lost.push(`${status} after ${Math.round(ms)} ms`);
  };
  return seen;
}

function judgeStops(stops, report) {
  const longest = Math.round(Math.max(...stops));
  report.longest('a pod ended', longest);
  if (longest > STOP_MS) report.found(`a pod took ${longest} ms to end after its signal`);
}

const answersIn = ({ statuses }) => [...statuses.values()].reduce((sum, count) => sum + count, 0);

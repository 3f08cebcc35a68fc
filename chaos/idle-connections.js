import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Balancer } from './balancer.js';
import { call } from './load.js';

/** Between the load balancer and the replica, one way: the moment in which one side closes and the other still sends. */
const DISTANCE_MS = 40;
const CONNECTIONS = 50;
/** Each connection is used again after another pause: around the time after which a replica would close it. */
const FIRST_PAUSE_MS = 800;
const STEP_MS = 35;

/**
 * Requests on connections that were idle for about a second, at a replica that keeps them so long.
 * @returns how many failed
 */
export async function useIdleConnections({ replicas, settings }, keepAliveSeconds) {
  const env = { ...settings, KEEP_ALIVE_SECONDS: String(keepAliveSeconds) };
  const replica = await replicas.apart(env);
  const far = await farFrom(replica.port);
  const balancer = await Balancer.open();
  balancer.add(far.port);
  const ask = () => call(balancer.port, { method: 'GET', path: '/health/live' });
  const lane = async (_, no) => {
    await ask();
    await sleep(FIRST_PAUSE_MS + no * STEP_MS);
    return (await ask()).status;
  };
  const statuses = await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  await balancer.close();
  await far.close();
  await replica.stop();
  return statuses.filter((status) => status !== 200).length;
}

/** A way to a port on which everything, the end too, takes its time. */
async function farFrom(port) {
  const sockets = new Set();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ]) {
      sockets.add(from);
      const later = (happen) => setTimeout(happen, DISTANCE_MS);
      from.on('data', (piece) => later(() => to.writable && to.write(piece)));
      from.on('end', () => later(() => to.end()));
      from.on('error', () => later(() => to.resetAndDestroy()));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: server.address().port, close };
}

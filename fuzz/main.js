// `npm run fuzz`: requests that nobody should send, and what every answer promises all the same. See README.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Postgres } from '../bench/stage/postgres.js';
import { makeSecrets, startOurs } from '../bench/stage/sides.js';
import { createSimulator } from '../dist/simulator/server/simulator.js';
import { Fuzz } from './fuzz.js';
import { readOptions } from './options.js';
import { makeWorld } from './world.js';

/** A machine that is slow for other reasons makes no findings. */
const PATIENT = { DEADLINE_FACTOR: '4', MAX_EVENT_LOOP_DELAY_MS: '0' };

const undo = [];
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => cleanUp().finally(() => process.exit(1)));
try {
  await main(readOptions());
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

async function cleanUp() {
  while (undo.length > 0) await undo.pop()();
}

async function main(options) {
  const secrets = makeSecrets();
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-fuzz-'));
  undo.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  console.error('starting PostgreSQL and Gatehouse');
  const postgres = await Postgres.start();
  undo.push(() => postgres.stop());
  const simulator = await createSimulator({
    port: 0,
    host: '127.0.0.1',
    validateToken: 'fuzz-token',
  });
  undo.push(() => simulator.close());
  const env = { WELLHUB_SIMULATOR_URL: simulator.url, ...PATIENT };
  const started = { dataDir, env };
  const ours = await startOurs(await postgres.createDatabase(), secrets, started);
  undo.push(() => ours.stop());
  const document = await (await fetch(`${ours.server.origin}/docs/openapi.json`)).json();
  const world = await makeWorld(ours.server.origin, secrets.operatorKey);
  const fuzz = new Fuzz({ port: ours.server.port, document, world, options });
  await fuzz.run();
  const alive = await fetch(`${ours.server.origin}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
  console.log(fuzz.report(alive));
  const errors = ours.server.log.split('\n').filter((line) => line.startsWith('{'));
  if (errors.length > 0) console.log(`The server's last errors:\n${errors.join('\n')}`);
  if (!alive || fuzz.findings.length > 0) process.exitCode = 1;
}

import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { freePort, Server } from './servers.js';

const RESULTS = fileURLToPath(new URL('../results', import.meta.url));
/** Limits exist to be reached by abusers; a bench that reaches them measures refusals. */
const NO_LIMITS = {
  RATE_LIMIT_PER_MINUTE: '1000000',
  RATE_LIMIT_DOOR_PER_MINUTE: '1000000',
  ANONYMOUS_LIMIT_PER_MINUTE: '1000000',
  CODE_ISSUES_PER_MINUTE: '1000000',
};

/** Secrets for this run only. */
export const makeSecrets = () => ({
  operatorKey: `bench-${randomBytes(24).toString('base64url')}`,
  secretsKey: randomBytes(32).toString('base64'),
});

/**
 * Gatehouse as it is delivered: `dist/gatehouse.js` with an external database.
 * @param root the checkout it is started from, this one without
 */
export async function startOurs(databaseUrl, secrets, options) {
  const { dataDir, profile, env: more, root = '', node } = options;
  const port = await freePort();
  const env = {
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    OPERATOR_API_KEY: secrets.operatorKey,
    SECRETS_KEY: secrets.secretsKey,
    SANDBOX: 'on',
    // Nobody listens there: nothing in these runs may ask Wellhub, and if something did it would be refused at once.
    WELLHUB_SIMULATOR_URL: 'http://127.0.0.1:9',
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
    ...NO_LIMITS,
    ...more,
  };
  const nodeOptions = profiling(profile, 'ours');
  const server = new Server('ours', join(root, 'dist/gatehouse.js'), env, { nodeOptions, node });
  return sideOf(await server.ready(), { role: 'ours', hasWorkers: true });
}

/** The same work by hand (`raw-server.js`). @param batched whether its requests share statements */
export async function startRaw(databaseUrl, secrets, { world, profile, node, batched = false }) {
  const port = await freePort();
  const env = {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    SECRETS_KEY: secrets.secretsKey,
    WEBHOOK_SECRET: world.webhookSecret,
    PUBLIC_URL: `http://localhost:${port}`,
    NODE_ENV: 'production',
    BATCHED: batched ? 'on' : 'off',
  };
  const name = batched ? 'batched' : 'raw';
  const nodeOptions = profiling(profile, name);
  const server = new Server(name, 'bench/raw-server.js', env, { nodeOptions, node });
  return sideOf(await server.ready(), { role: 'other' });
}

/**
 * A server and a connection into its database, to prepare rounds and to count rows.
 * @param role `ours` or `other`: what it is compared as @param hasWorkers whether it works on after its answers
 */
export async function sideOf(server, { role, hasWorkers = false }) {
  const client = new Client({ connectionString: server.databaseUrl });
  await client.connect();
  return {
    name: server.name,
    role,
    hasWorkers,
    server,
    sql: async (text, values) => (await client.query(text, values)).rows,
    stop: async () => {
      await client.end();
      await server.stop();
    },
  };
}

function profiling(wanted, name) {
  if (!wanted) return [];
  mkdirSync(RESULTS, { recursive: true });
  return ['--cpu-prof', `--cpu-prof-dir=${RESULTS}`, `--cpu-prof-name=${name}.cpuprofile`];
}

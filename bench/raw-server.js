// What a careful engineer would write by hand without our framework: node:http, pg, one named statement per request. With
// BATCHED=on requests share statements: what one process and this PostgreSQL can do at most.
import { createServer } from 'node:http';
import { Pool, types } from 'pg';
import { issueCode } from './raw/access-code.js';
import { RawAuth } from './raw/auth.js';
import { batching } from './raw/batches.js';
import { answerPoll } from './raw/device-polls.js';
import { scan } from './raw/gate.js';
import { makeKeys } from './raw/keys.js';
import { register } from './raw/users.js';
import { receive } from './raw/webhook.js';

const BODY_LIMIT = 64 * 1024;
const { PORT, DATABASE_URL, SECRETS_KEY, WEBHOOK_SECRET, PUBLIC_URL, BATCHED } = process.env;

types.setTypeParser(types.builtins.INT8, Number);
const pool = new Pool({
  connectionString: DATABASE_URL,
  max: 10,
  connectionTimeoutMillis: 1_500,
  statement_timeout: 2_000,
  keepAlive: true,
  // Like ours: without it most executions of the larger statements are planned anew.
  options: '-c plan_cache_mode=force_generic_plan',
});
pool.on('error', () => undefined);
const keys = makeKeys(SECRETS_KEY);
const inOne = batching(pool);
const single = async ({ name, text }, values) => (await pool.query({ name, text, values })).rows;
const context = {
  keys,
  auth: new RawAuth(pool, keys, { keepsTokens: BATCHED === 'on' }),
  webhookSecret: WEBHOOK_SECRET,
  publicUrl: PUBLIC_URL,
  query: (statement, values) =>
    BATCHED === 'on' && statement.batch ? inOne(statement, values) : single(statement, values),
};

const CODE = /^\/v1\/customers\/(\d{1,16})\/access-code$/;
const HOOK = /^\/wellhub\/([\w-]{22})\/webhooks$/;

async function route({ method, url, headers }, body) {
  if (url.startsWith('/cid/')) return answerPoll(url, body);
  if (method === 'GET') {
    if (url === '/wellhub/token') return context.auth.issueToken(headers['x-api-key']);
    const customer = CODE.exec(url)?.[1];
    if (customer !== undefined) return issueCode(context, headers, Number(customer));
    if (url === '/health/ready') return answer(200, { status: 'ok' });
  } else if (method === 'POST') {
    if (url === '/wellhub/users') return register(context, headers, body);
    if (url === '/open-api/device/cardreader/identification') return scan(context, headers, body);
    const hook = HOOK.exec(url)?.[1];
    if (hook !== undefined) return receive(context, headers, { hook, body });
  }
  return answer(404, {});
}

const answer = (status, body) => ({ status, body });

function readBody(request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let length = 0;
    request.on('data', (chunk) => {
      length += chunk.length;
      if (length > BODY_LIMIT) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

async function handle(request, response) {
  let result;
  try {
    result = await route(request, request.method === 'POST' ? await readBody(request) : undefined);
  } catch (error) {
    console.error(error);
    result = answer(500, { message: error.message });
  }
  const text = result.body === undefined ? '' : JSON.stringify(result.body);
  response.writeHead(result.status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  });
  response.end(text);
}

const server = createServer(handle).listen(Number(PORT), '127.0.0.1');
server.keepAliveTimeout = 310_000;
process.on('SIGTERM', () => process.exit(0));

// better-auth as its documentation sets it up: e-mail and password, sessions in PostgreSQL, its own hash of passwords.
import { createServer } from 'node:http';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { Pool } from 'pg';

const { PORT, DATABASE_URL, SECRET, EMAILS, PASSWORD } = process.env;
const origin = `http://127.0.0.1:${PORT}`;
const pool = new Pool({ connectionString: DATABASE_URL, max: 10 });
const auth = betterAuth({
  baseURL: origin,
  secret: SECRET,
  database: pool,
  emailAndPassword: { enabled: true, autoSignIn: false },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { level: 'error' },
});

/** One account is made by a call, the others are copies of it. */
async function prepare() {
  await (await getMigrations(auth.options)).runMigrations();
  const emails = EMAILS.split(',');
  const body = { email: emails[0], password: PASSWORD, name: 'Ana' };
  await auth.api.signUpEmail({ body });
  await pool.query(
    `insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
     select email, name, email, false, now(), now() from (select name from "user") known, unnest($1::text[]) as email`,
    [emails.slice(1)],
  );
  await pool.query(
    `insert into account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
     select email, email, a."providerId", email, a.password, now(), now()
     from account a, unnest($1::text[]) as email`,
    [emails.slice(1)],
  );
  await pool.query('analyze');
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length === 0 ? undefined : Buffer.concat(chunks);
}

/** With a length, which the load generator needs; better-auth's own handler for Node answers in chunks. */
async function answer(request, response) {
  const { method, headers } = request;
  const asked = new Request(`${origin}${request.url}`, {
    method,
    headers,
    ...(method === 'POST' && { body: await bodyOf(request) }),
  });
  const answered = await auth.handler(asked);
  const text = Buffer.from(await answered.arrayBuffer());
  response.writeHead(answered.status, {
    ...Object.fromEntries(answered.headers),
    'Content-Length': text.length,
  });
  response.end(text);
}

await prepare();
createServer((request, response) => {
  if (request.url === '/health/ready') return response.end('ok');
  return answer(request, response).catch((error) => {
    console.error(error);
    response.writeHead(500, { 'Content-Length': 0 }).end();
  });
}).listen(Number(PORT), '127.0.0.1').keepAliveTimeout = 310_000;
process.on('SIGTERM', () => process.exit(0));

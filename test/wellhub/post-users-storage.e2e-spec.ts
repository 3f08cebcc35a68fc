import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { DomainError } from '../../src/platform/errors/domain-error.js';
import { until } from '../support/eventually.js';
import { createDatabase } from '../support/databases.js';
import { JoinWorld, newEmail, PASSWORD } from '../support/joining.js';
import { DatabaseProxy } from '../support/proxy.js';
import { newGpwId } from '../support/registration.js';
import { PROMISED_DEADLINES } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner } from '../support/world.js';

/** The surface answers by then; a busy machine gets a second more. */
const DEADLINE_MS = 2_500 + 1_000;

describe('POST /wellhub/users while storage is not itself', () => {
  /** Past the proxy: the test itself always sees the database. */
  let direct: Pool;
  let proxy: DatabaseProxy;
  let app: TestApp;
  let join: JoinWorld;

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    direct = new Pool({ connectionString: databaseUrl, max: 2 });
    proxy = await DatabaseProxy.before(databaseUrl);
    const started = await startApp({ ...PROMISED_DEADLINES, databaseUrl: proxy.url });
    app = { ...started, sql: async (text, values = []) => (await direct.query(text, values)).rows };
    join = await JoinWorld.open(app, await givenAPartner(app));
    await join.wellhub.register();
  });
  afterEach(async () => {
    await proxy.pass();
    await healed();
  });
  afterAll(async () => {
    await app.close();
    await proxy.close();
    await direct.end();
  });

  async function healed(): Promise<void> {
    await until(async () => (await app.api.get('/health/database')).status === 200);
  }

  /** As a person who is told to try again: statements that hung may open the breaker once more after the database is back. */
  const served = <T extends object>(ask: () => Promise<T>): Promise<T> =>
    until(() => ask().catch(unlessAway)) as Promise<T>;
  const unlessAway = (error: unknown): undefined => {
    if (!(error instanceof DomainError) || error.spec.kind !== 'unavailable') throw error;
  };

  const register = async (gpwId: string, email = newEmail()) => {
    const begun = performance.now();
    const answer = await join.wellhub.register({ gympass_user_id: gpwId, email });
    return { ...answer, took: performance.now() - begun };
  };
  const ways: [string, () => void | Promise<void>][] = [
    ['refuses connections', () => proxy.refuse()],
    ['hangs', () => proxy.hang()],
  ];

  it.each(ways)(
    'W-18 answers 200 with an encrypted sign-up link when it %s; the person completes later, with an empty form',
    async (_, spoil) => {
      const gpwId = newGpwId();
      // The token and the partner were verified here a moment ago.
      expect((await join.wellhub.register()).status).toBe(200);
      await spoil();
      const { status, body, took } = await register(gpwId);
      expect(status).toBe(200);
      expect(took).toBeLessThan(DEADLINE_MS);
      const link = new URL(body.redirect_link);
      expect(link.pathname).toBe(`/${join.world.slug}/join`);
      await proxy.pass();
      await healed();
      const token = link.searchParams.get('token') ?? '';
      expect(await served(() => join.look(token))).toEqual({ kind: 'open', prefill: {} });
      const email = newEmail();
      expect(await served(() => join.signUp(token, { email }))).toEqual({ kind: 'mail-sent' });
      const mailed = await join.mailedToken(email);
      const joined = await served(() => join.finish(mailed, PASSWORD));
      expect(joined).toMatchObject({ kind: 'joined' });
      const accountId = joined.kind === 'joined' ? joined.accountId : '';
      expect(await join.linkOf(accountId)).toMatchObject({ gpw_id: gpwId, gpw_active: true });
    },
  );

  it('W-18 answers in time also when what was verified is no longer fresh', async () => {
    await register(newGpwId());
    await new Promise((resolve) => setTimeout(resolve, 4_500));
    proxy.hang();
    const { status, took } = await register(newGpwId());
    expect(status).toBe(200);
    expect(took).toBeLessThan(DEADLINE_MS);
  });

  it('W-18 answers in time when only the registration statement is slow', async () => {
    const gpwId = newGpwId();
    await register(gpwId);
    const lock = app.sql(
      `do $$ begin perform from wellhub_users where gpw_id = '${gpwId}' for update; perform pg_sleep(4); end $$`,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { status, body, took } = await register(gpwId);
    expect({ status, page: new URL(body.redirect_link).pathname }).toEqual({
      status: 200,
      page: `/${join.world.slug}/join`,
    });
    expect(took).toBeLessThan(DEADLINE_MS);
    await lock;
  });

  it('W-18 answers 500 when this replica has not verified the access token', async () => {
    const other = await startApp({
      ...PROMISED_DEADLINES,
      databaseUrl: proxy.url,
      secretsKeys: [...app.settings.secretsKeys],
    });
    const { Authorization = '' } = join.wellhub.api['headers'];
    await proxy.refuse();
    const body = { gympass_user_id: newGpwId() };
    const answer = await other.api.post('/wellhub/users', body, { Authorization });
    expect({ status: answer.status, body: answer.body }).toEqual({
      status: 500,
      body: {
        message: 'Internal Server Error',
        code: 'internal_error',
        request_id: expect.any(String),
      },
    });
    await proxy.pass();
    await other.close();
  });
});

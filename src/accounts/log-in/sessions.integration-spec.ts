import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Customers } from '../../customers/index.js';
import { sha256 } from '../../platform/crypto/hashing.js';
import { Database } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import { startApp, type TestApp } from '../../../test/support/test-app.js';
import { givenAPartner, type World } from '../../../test/support/world.js';
import { Accounts } from '../accounts/accounts.js';
import { type Account } from '../accounts/accounts.repository.js';
import { Sessions } from './sessions.js';

let count = 0;

describe('page sessions', () => {
  let app: TestApp;
  let world: World;
  let db: Database;
  let sessions: Sessions;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    db = app.app.get(Database);
    sessions = app.app.get(Sessions);
  });
  afterAll(() => app.close());

  async function newAccount(): Promise<Account> {
    const email = `s${(count += 1)}@example.com`;
    return db.transaction(async (tx) => {
      const { id: customerId } = await app.app
        .get(Customers)
        .create(tx, world.partnerId, { email });
      const values = { customerId, email, emailKey: email, passwordHash: null };
      return app.app.get(Accounts).create(tx, world.partnerId, values);
    });
  }

  it('are opaque tokens of 256 bits of which only the hash is stored, for 30 days', async () => {
    const { partnerId, id, customerId } = await newAccount();
    const token = await sessions.open(partnerId, id);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await sessions.read(token)).toEqual({ partnerId, accountId: id, customerId });
    const stored = await app.sql(
      `select token_hash, kind, expires_at - created_at as life from sessions where account_id = $1`,
      [id],
    );
    expect(stored).toEqual([{ token_hash: sha256(token), kind: 'PAGE', life: expect.anything() }]);
    expect(stored[0]?.['life']).toMatchObject({ days: 30 });
  });

  it.each(['', 'nothing', '\u0000', '\ud800', 'x'.repeat(60_000)])(
    'are not opened by %j',
    async (token) => {
      expect(await sessions.read(token)).toBeUndefined();
    },
  );

  it('end when closed, when they expire, and when account or customer is disabled', async () => {
    const account = await newAccount();
    const open = async () => {
      const token = await sessions.open(account.partnerId, account.id);
      expect(await sessions.read(token)).toBeDefined();
      return token;
    };
    const closed = await open();
    await sessions.close(closed);
    expect(await sessions.read(closed)).toBeUndefined();

    const expired = await open();
    await app.sql('update sessions set expires_at = clock_timestamp() where token_hash = $1', [
      sha256(expired),
    ]);
    sessions.forgetAll();
    expect(await sessions.read(expired)).toBeUndefined();
    await app.app.get(Sweeps).sweep();
    expect(
      await app.sql('select 1 from sessions where token_hash = $1', [sha256(expired)]),
    ).toEqual([]);

    const token = await open();
    await app.sql('update accounts set enabled = false where id = $1', [account.id]);
    sessions.forgetAll();
    expect(await sessions.read(token)).toBeUndefined();
    await app.sql('update accounts set enabled = true where id = $1', [account.id]);
    expect(await sessions.read(token)).toBeDefined();
    await db.transaction((tx) =>
      app.app
        .get(Customers)
        .change(tx, account.partnerId, account.customerId, { status: 'DISABLED' }),
    );
    sessions.forgetAll();
    expect(await sessions.read(token)).toBeUndefined();
  });

  it('that ended on another replica end here within 5 s', async () => {
    const { partnerId, id } = await newAccount();
    const other = await startApp({ databaseUrl: app.settings.databaseUrl });
    try {
      const token = await sessions.open(partnerId, id);
      expect(await sessions.read(token)).toBeDefined();
      await other.app.get(Sessions).close(token);
      const from = performance.now();
      while ((await sessions.read(token)) && performance.now() - from < 6_000)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await sessions.read(token)).toBeUndefined();
      expect(performance.now() - from).toBeLessThan(5_000);
    } finally {
      await other.close();
    }
  });
});

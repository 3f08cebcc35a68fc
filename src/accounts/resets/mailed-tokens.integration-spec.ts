import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../platform/crypto/hashing.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database } from '../../platform/database/database.js';
import { startApp, type TestApp } from '../../../test/support/test-app.js';
import { givenAPartner, type World } from '../../../test/support/world.js';
import { MailedTokens } from './mailed-tokens.js';

const email = 'Ana@Example.com';
const emailKey = 'ana@example.com';

describe('mailed tokens', () => {
  let app: TestApp;
  let world: World;
  let db: Database;
  let tokens: MailedTokens;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    db = app.app.get(Database);
    tokens = app.app.get(MailedTokens);
  });
  afterAll(() => app.close());

  it('return what they were issued with, are stored as a hash only, and are valid as long as the setting', async () => {
    const jti = uuidv7();
    const joinState = Buffer.from('encrypted by the caller');
    const clear = await tokens.issue(db, world.partnerId, { email, emailKey, joinState, jti });
    expect(clear).toMatch(/^[\w-]{43}$/);
    const whole = { accountId: null, email, emailKey, joinState, jti };
    expect(await tokens.peek(world.partnerId, clear)).toEqual(whole);
    expect(await tokens.peek(world.partnerId, clear)).toEqual(whole);
    const [row] = await app.sql(
      `select extract(epoch from expires_at - created_at)::int as life, row_to_json(r)::text as json
        from password_resets r where token_hash = $1`,
      [sha256(clear)],
    );
    expect(row?.['life']).toBe(3600);
    expect(row?.['json']).not.toContain(clear);
  });

  it('are used once: of 20 callers on two replicas exactly one gets it', async () => {
    const other = await startApp({ databaseUrl: app.settings.databaseUrl });
    try {
      const clear = await tokens.issue(db, world.partnerId, { email, emailKey });
      const both = [app, other].map(({ app }) => ({
        at: app.get(Database),
        tokens: app.get(MailedTokens),
      }));
      const consumed = await Promise.all(
        Array.from({ length: 20 }, (_, at) => {
          const side = both[at % 2]!;
          return side.at.transaction((tx) => side.tokens.consume(tx, world.partnerId, clear));
        }),
      );
      expect(consumed.filter(Boolean)).toHaveLength(1);
      expect(await tokens.peek(world.partnerId, clear)).toBeUndefined();
    } finally {
      await other.close();
    }
  });

  it('stay usable when the transaction that used them fails', async () => {
    const clear = await tokens.issue(db, world.partnerId, { email, emailKey });
    const failing = db.transaction(async (tx) => {
      await tokens.consume(tx, world.partnerId, clear);
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    expect(await tokens.consume(db, world.partnerId, clear)).toBeDefined();
  });

  it('are refused after their end, changed, of another partner, or when issued to an API key', async () => {
    const other = await givenAPartner(app);
    const clear = await tokens.issue(db, world.partnerId, { email, emailKey });
    const refused = async (partnerId: string, token: string) => {
      expect(await tokens.peek(partnerId, token)).toBeUndefined();
      expect(await tokens.consume(db, partnerId, token)).toBeUndefined();
    };
    await refused(other.partnerId, clear);
    await refused(world.partnerId, `${clear.slice(0, -1)}${clear.endsWith('A') ? 'B' : 'A'}`);
    await refused(world.partnerId, '\u0000');
    await app.sql('update password_resets set line_id = gen_random_uuid() where token_hash = $1', [
      sha256(clear),
    ]);
    await refused(world.partnerId, clear);
    const ended = await tokens.issue(db, world.partnerId, { email, emailKey });
    await app.sql(
      'update password_resets set expires_at = clock_timestamp() where token_hash = $1',
      [sha256(ended)],
    );
    await refused(world.partnerId, ended);
  });

  it('W-21 count the different addresses of one link token', async () => {
    const jti = uuidv7();
    expect(await tokens.addressesFor(db, world.partnerId, jti)).toBe(0);
    for (const key of ['a@x.com', 'b@x.com', 'a@x.com'])
      await tokens.issue(db, world.partnerId, { email: key, emailKey: key, jti });
    expect(await tokens.addressesFor(db, world.partnerId, jti)).toBe(2);
    expect(await tokens.addressesFor(db, (await givenAPartner(app)).partnerId, jti)).toBe(0);
  });
});

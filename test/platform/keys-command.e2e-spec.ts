import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WellhubAccesses } from '../../src/partners/index.js';
import { Keyring } from '../../src/platform/crypto/keyring.js';
import { MasterKey } from '../../src/platform/crypto/master-key.js';
import { createDatabase } from '../support/databases.js';
import {
  addCustomer,
  givenEverythingEncrypted,
  type Held,
} from '../support/everything-encrypted.js';
import { JoinWorld } from '../support/joining.js';
import { ROOT } from '../support/repository.js';
import { programEnvironment } from '../support/programs.js';
import { OPERATOR_KEY } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';

const [old, young] = [randomBytes(32), randomBytes(32)];
const [oldId, youngId] = [old, young].map((key) => new MasterKey(key).id) as [string, string];

/** Nobody is called there. */
const WELLHUB = { wellhubSimulatorUrl: 'http://127.0.0.1:9' };

/** Columns of bytes that no key has to do with. */
const UNKEYED = [
  'api_keys.hash',
  'console_sessions.token_hash',
  'control_id_notifications.hash',
  'control_id_secrets.secret_hash',
  'devices.token_hash',
  'encryption_keys.box_ids',
  'encryption_keys.canary',
  'files.bytes',
  'idempotency_keys.request_hash',
  'mails.reset_token_hash',
  'partner_logos.bytes',
  'password_resets.token_hash',
  'sessions.token_hash',
  'staff_invitations.token_hash',
  'staff_passkeys.credential_id',
  'staff_passkeys.public_key',
  'staff_password_links.token_hash',
  'staff_recovery_codes.code_hash',
  'staff_sessions.token_hash',
  'staff_sign_ons.token_hash',
  'wellhub_event_keys.key',
];

const COLUMNS = `select c.relname || '.' || a.attname as name, c.relname as "table", a.attname as "column",
    t.typname as type from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
  where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
    and a.attnum > 0 and not a.attisdropped order by 1`;

describe('rotating SECRETS_KEY', () => {
  let databaseUrl: string;
  let app: TestApp;
  let held: Held;

  /** At the same address, so that whoever called before may call on. */
  const restart = async (...secretsKeys: Buffer[]) => {
    const port = Number(new URL(app.api.origin).port);
    await app.close();
    app = await startApp({ databaseUrl, secretsKeys, port, ...WELLHUB });
  };
  const columns = () =>
    app.sql<{ name: string; table: string; column: string; type: string }>(COLUMNS);
  const encryptedColumns = () =>
    app.app
      .get(Keyring)
      .encryption.flatMap((purpose) =>
        purpose.columns.map(({ table, column }) => ({ purpose: purpose.name, table, column })),
      );

  beforeAll(async () => {
    databaseUrl = await createDatabase();
    app = await startApp({ databaseUrl, secretsKeys: [old, young], ...WELLHUB });
    held = await givenEverythingEncrypted(app);
  });
  afterAll(() => app.close());

  it('knows of every column of bytes whether a key has to do with it', async () => {
    const { encryption, signing } = app.app.get(Keyring);
    const known = [
      ...encryption.flatMap((one) => one.columns.map(({ table, column }) => `${table}.${column}`)),
      ...signing.flatMap((one) => one.columns),
      ...UNKEYED,
    ];
    const stored = (await columns()).filter(({ type }) => type.endsWith('bytea'));
    expect(stored.map(({ name }) => name).sort()).toEqual(known.sort());
  });

  it('knows of every column in which something encrypted stands', async () => {
    const boxIds = app.app
      .get(Keyring)
      .encryption.map(({ name }) => new MasterKey(old).boxId(name));
    // Four bytes decide five letters of base64, whatever follows; four letters also stand in some random id.
    const begins = boxIds.flatMap((id) => [
      id.toString('hex'),
      id.toString('base64url').slice(0, 5),
    ]);
    const found: string[] = [];
    for (const { name, table, column, type } of await columns()) {
      if (!/^(bytea|text|jsonb?)$/.test(type)) continue;
      const holds =
        type === 'bytea'
          ? `substring(${column} from 1 for 4) = any($1)`
          : `exists (select from unnest($1::text[]) b where strpos(translate(${column}::text, '+/', '-_'), b) > 0)`;
      const rows = await app.sql(`select from ${table} where ${holds} limit 1`, [
        type === 'bytea' ? boxIds : begins,
      ]);
      if (rows.length > 0) found.push(name);
    }
    const registered = encryptedColumns().map(({ table, column }) => `${table}.${column}`);
    expect(found.sort()).toEqual(registered.sort());
  });

  it('reports what is encrypted under which key', async () => {
    await restart(young, old);
    const details = (await app.api.get('/health/details')).body;
    expect(details.keys).toEqual({ writes: youngId, reads: [youngId, oldId] });
    const { code, out } = await keys('status');
    expect(code).toBe(2);
    expect(out).toContain(`${youngId} (writes; 1 of 1 running replicas have it)`);
    for (const { table, column } of encryptedColumns().filter(
      (one) => one.table !== 'encryption_keys',
    ))
      expect(out).toMatch(new RegExp(`  ${table}\\.${column}: \\d`));
  });

  it('encrypts all of it under the first key', async () => {
    const { code, out, err } = await keys('reseal');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/wellhub_connections\.access_token: 1 encrypted again/);
    expect(out).toContain(`0 rows under ${oldId}: take it out of SECRETS_KEY`);
  });

  it('encrypts nothing twice', async () => {
    expect((await keys('reseal')).out).toContain('0 rows encrypted again');
  });

  it('loses nothing that people hold when the old key leaves', async () => {
    await restart(young);
    await everythingWorks();
    expect(await keys('status', young)).toMatchObject({ code: 0, err: '' });
  });

  it('forgets a key that is lost, and reports what stays unreadable', async () => {
    await app.sql(`insert into encryption_keys (key_id, canary, box_ids, wrote_at)
      select '0badcafe', '', array[substring(answer from 1 for 4)], clock_timestamp() from idempotency_keys limit 1`);
    const { code, out } = await keys('forget 0badcafe');
    expect(code).toBe(0);
    expect(out).toContain('The key 0badcafe is forgotten');
    expect(out).toContain('1 rows stay unreadable (idempotency_keys.answer 1)');
  });

  it('forgets no key that is in use, or that it never saw', async () => {
    expect(await keys('forget 1badcafe')).toMatchObject({
      code: 1,
      err: 'No key 1badcafe was ever used with this database.\n',
    });
    expect(await keys(`forget ${youngId}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is in use'),
    });
  });

  it.each(['nonsense', 'status now', 'forget'])(
    'shows the usage of the command when it was called as %s',
    async (command) => {
      expect(await keys(command)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('Say "status", "reseal"'),
      });
    },
  );

  it('leaves what does not decrypt as it is, and names it', async () => {
    const [row] = await app.sql(
      `update gyms set wellhub_access_token = decode(repeat('07', 64), 'hex') where id = $1
        returning wellhub_access_token`,
      [held.world.gymId],
    );
    const { code, out } = await keys('reseal');
    expect(code).toBe(2);
    expect(out).toContain('gyms.wellhub_access_token: 1 do not decrypt; set them again');
    expect(out).toContain('a key that was never seen here (not in SECRETS_KEY; ');
    const sql = 'select wellhub_access_token from gyms where id = $1';
    expect(await app.sql(sql, [held.world.gymId])).toEqual([row]);
  });

  it('reports what a database of an older version lacks', async () => {
    await app.sql('alter table encryption_keys rename to away');
    const { code, err } = await keys('status');
    await app.sql('alter table away rename to encryption_keys');
    expect([code, err]).toEqual([1, expect.stringContaining('gatehouse migrate')]);
  });

  it('does nothing with the wrong key', async () => {
    const wrong = randomBytes(32);
    for (const command of ['status', 'reseal'])
      expect(await keys(command, wrong)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('wrong key'),
      });
  });

  it('lets an installation continue whose key is lost', async () => {
    const port = Number(new URL(app.api.origin).port);
    await app.close();
    const other = randomBytes(32);
    const { code, out } = await keys(`forget ${youngId}`, other);
    expect(code).toBe(0);
    expect(out).toMatch(/rows stay unreadable \(.*wellhub_connections\.access_token 1/);
    app = await startApp({ databaseUrl, secretsKeys: [other], port, ...WELLHUB });
    const access = await app.app
      .get(WellhubAccesses)
      .forGym(held.world.partnerId, held.world.gymId);
    expect(access).toMatchObject({ unusable: expect.stringContaining('cannot be decrypted') });
  });

  async function everythingWorks(): Promise<void> {
    const { world } = held;
    const door = await world.scan(held.code);
    expect(door.status).toBe(200);
    const page = await JoinWorld.open(app, world);
    expect(await page.look(held.linkToken)).toMatchObject({ kind: 'open' });
    expect(await page.signUp(held.linkToken, { email: held.linkEmail })).toMatchObject({
      kind: 'joined',
    });
    expect(await page.confirm(held.mailedToken)).toMatchObject({ kind: 'set-password' });
    const registered = await app.api.post(
      '/wellhub/users',
      { gympass_user_id: `gpw-${randomUUID()}` },
      { Authorization: `Bearer ${held.accessToken}` },
    );
    expect(registered.status).toBe(200);
    const access = await app.app.get(WellhubAccesses).forGym(world.partnerId, world.gymId);
    expect(access).toMatchObject({ token: 'token-of-the-gym' });
    const posts = new WellhubPosts(app, world);
    expect((await posts.send(posts.checkIn(newWellhubId()))).status).toBe(200);
    expect((await addCustomer(world, held.idempotencyKey)).status).toBe(201);
  }

  async function keys(command: string, ...ring: Buffer[]) {
    const secrets = ring.length > 0 ? ring : app.settings.secretsKeys;
    const env = programEnvironment({
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: 'https://gatehouse.example.com',
      OPERATOR_API_KEY: OPERATOR_KEY,
      SECRETS_KEY: secrets.map((key) => key.toString('base64')).join(','),
    });
    return new Promise<{ code: number; out: string; err: string }>((resolve) =>
      execFile(
        process.execPath,
        ['dist/gatehouse.js', 'keys', ...command.split(' ')],
        { cwd: ROOT, env },
        (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
      ),
    );
  }
});

import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { Customers } from '../../customers/index.js';
import { Database } from '../../platform/database/database.js';
import { startApp, type TestApp } from '../../../test/support/test-app.js';
import { givenAPartner, type World } from '../../../test/support/world.js';
import { Accounts } from '../accounts/accounts.js';
import { PasswordChanges } from '../resets/password-changes.js';
import { LogIns } from './log-ins.js';
import { type Account } from '../accounts/accounts.repository.js';
import { Mailbox } from '../../mail/index.js';
import { Passwords } from '../passwords/passwords.js';

const PASSWORD = 'correct horse battery';
let HERE = '';
const ELSEWHERE = '198.51.100.0/24';
let count = 0;

const CLIENT = { partnerId: 'p', source: '203.0.113.0/24' };

describe('logging in', () => {
  let app: TestApp;
  let world: World;
  let db: Database;
  let accounts: Accounts;
  let logIns: LogIns;
  let changes: PasswordChanges;
  let hash: string;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    db = app.app.get(Database);
    accounts = app.app.get(Accounts);
    logIns = app.app.get(LogIns);
    changes = app.app.get(PasswordChanges);
    hash = await app.app.get(Passwords).hash(PASSWORD, CLIENT);
  });
  beforeEach(() => void (HERE = `198.18.${(count += 1)}.0/24`));
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => app.close());

  async function newAccount(passwordHash: string | null = hash): Promise<Account> {
    const email = `Member${(count += 1)}@Example.com`;
    const emailKey = email.toLowerCase();
    return db.transaction(async (tx) => {
      const { id } = await app.app.get(Customers).create(tx, world.partnerId, { email });
      const values = { customerId: id, email, emailKey, passwordHash };
      return accounts.create(tx, world.partnerId, values);
    });
  }

  const logIn = (email: string, password = PASSWORD, source = HERE) =>
    logIns.attempt(world.partnerId, { email, password, source });

  async function fail(email: string, times: number, source = HERE): Promise<void> {
    for (let at = 0; at < times; at += 1) await logIn(email, `wrong ${at}`, source);
  }

  const failures = async () =>
    (
      await app.sql(
        'select cardinality(failed_at) as failed, last_at from login_failures order by last_at',
      )
    ).at(-1);

  const later = (minutes: number) =>
    app.sql(
      `update login_failures set last_at = last_at - make_interval(mins => $1),
        failed_at = array(select at - make_interval(mins => $1) from unnest(failed_at) at)`,
      [minutes],
    );

  it('U-25 takes the e-mail in any case and with blanks around it, and the right password only', async () => {
    const account = await newAccount();
    expect(await logIn(account.email)).toEqual(account);
    expect(await logIn(` ${account.email.toUpperCase()} `)).toEqual(account);
    expect(await logIn(account.email, `${PASSWORD} `)).toBeUndefined();
    const other = await givenAPartner(app);
    const sameElsewhere = { email: account.email, password: PASSWORD, source: HERE };
    expect(await logIns.attempt(other.partnerId, sameElsewhere)).toBeUndefined();
  });

  it('U-10 U-26 refuses an unknown name, odd text, an account without password, a disabled one and a disabled customer alike, each after one hash', async () => {
    const [disabled, ofDisabled, without] = [
      await newAccount(),
      await newAccount(),
      await newAccount(null),
    ];
    await app.sql('update accounts set enabled = false where id = $1', [disabled.id]);
    await db.transaction((tx) =>
      app.app
        .get(Customers)
        .change(tx, world.partnerId, ofDisabled.customerId, { status: 'DISABLED' }),
    );
    const names = ['nobody@example.com', 'a\u0000b', '', 'x'.repeat(60_000), '\ud800@example.com'];
    for (const name of [...names, disabled.email, ofDisabled.email, without.email]) {
      const verify = jest.spyOn(app.app.get(Passwords), 'verify');
      expect(await logIn(name)).toBeUndefined();
      expect(verify).toHaveBeenCalledTimes(1);
      verify.mockRestore();
    }
    for (const password of ['', '\u0000', '\ud800', 'x'.repeat(60_000)])
      expect(await logIn(disabled.email, password)).toBeUndefined();
  });

  it('U-28 is refused even when right after 10 failures from one source, and from that source only', async () => {
    const { email } = await newAccount();
    await fail(email, 9);
    expect(await logIn(email)).toBeDefined();
    await fail(email, 1);
    expect(await logIn(email)).toBeUndefined();
    expect(await logIn(email.toUpperCase())).toBeUndefined();
    expect(await logIn(email, PASSWORD, ELSEWHERE)).toBeDefined();
    expect(await logIn((await newAccount()).email)).toBeDefined();
  });

  it('U-28 is open again 15 minutes after the last counted failure; tries during the lock neither count nor hash', async () => {
    const { email } = await newAccount();
    await fail(email, 10);
    const locked = await failures();
    expect(locked).toMatchObject({ failed: 10 });
    const verify = jest.spyOn(app.app.get(Passwords), 'verify');
    await fail(email, 3);
    expect(verify).not.toHaveBeenCalled();
    expect(await failures()).toEqual(locked);
    await later(14);
    expect(await logIn(email)).toBeUndefined();
    await later(1);
    expect(await logIn(email)).toBeDefined();
    await fail(email, 1);
    expect(await failures()).toMatchObject({ failed: 1 });
  });

  it('counts failures of the last 15 minutes only', async () => {
    const { email } = await newAccount();
    await fail(email, 6);
    await later(16);
    await fail(email, 6);
    expect(await logIn(email)).toBeDefined();
    await fail(email, 4);
    expect(await logIn(email)).toBeUndefined();
  });

  it('is open again at once after a new password', async () => {
    const { email, id } = await newAccount();
    await fail(email, 10);
    await fail(email, 10, ELSEWHERE);
    await db.transaction((tx) =>
      changes.set(tx, world.partnerId, { accountId: id, hash, notifyOfFirst: false }),
    );
    expect(await logIn(email)).toBeDefined();
    expect(await logIn(email, PASSWORD, ELSEWHERE)).toBeDefined();
  });

  it('gains nothing from guesses in parallel: a right one among many is refused, and 10 are counted', async () => {
    const { email } = await newAccount();
    const guesses = Array.from({ length: 30 }, (_, at) =>
      logIn(email, at === 29 ? PASSWORD : 'no'),
    );
    expect((await Promise.all(guesses)).filter(Boolean)).toEqual([]);
    expect(await failures()).toMatchObject({ failed: 10 });
  });

  it('locks an unknown name like any other, and stores no name', async () => {
    await fail('ghost@example.com', 10);
    expect(await failures()).toMatchObject({ failed: 10 });
    const verify = jest.spyOn(app.app.get(Passwords), 'verify');
    await logIn('Ghost@example.com');
    expect(verify).not.toHaveBeenCalled();
    const rows = await app.sql(`select row_to_json(f)::text as row from login_failures f`);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/ghost|example/i);
  });

  it('U-28 refuses a network that failed 100 times over many names, not its neighbours and no API key', async () => {
    const spray = async (source: string) => {
      for (let at = 0; at < 12; at += 1) await fail(`sprayed${at}@example.com`, 9, source);
    };
    const { email } = await newAccount();
    await spray(HERE);
    const verify = jest.spyOn(app.app.get(Passwords), 'verify');
    expect(await logIn(email)).toBeUndefined();
    expect(verify).not.toHaveBeenCalled();
    expect(await logIn(email, PASSWORD, ELSEWHERE)).toBeDefined();
    await later(16);
    expect(await logIn(email)).toBeDefined();
    await spray('lineage-of-a-key');
    expect(await logIn(email, PASSWORD, 'lineage-of-a-key')).toBeDefined();
  });

  describe('U-28 after 100 failures of one account in a row, from all sources', () => {
    const warnings = async (email: string) =>
      (await app.app.get(Mailbox).caught()).filter(({ to }) => to === email);
    /** As if so many failures had been counted until now, the oldest that long ago. */
    const failedBefore = (times: number, minutes: number) =>
      app.sql(
        `update login_alarms set failed_at = array(
            select clock_timestamp() - make_interval(secs => at * $2 * 60.0 / $1)
            from generate_series(1, $1::int) at)
          where last_at = (select max(last_at) from login_alarms)`,
        [times, minutes],
      );
    const stopped = async () => {
      const account = await newAccount();
      await fail(account.email, 1, '192.0.2.0/24');
      await failedBefore(98, 3_000);
      await fail(account.email, 2);
      return account;
    };

    it('warns the owner once and stops every log-in', async () => {
      const { email } = await newAccount();
      await fail(email, 1, '192.0.2.0/24');
      await failedBefore(98, 3_000);
      await fail(email, 1);
      expect(await warnings(email)).toEqual([]);
      expect(await logIn(email, PASSWORD, ELSEWHERE)).toBeDefined();
      await failedBefore(99, 3_000);
      await fail(email, 1);
      expect(await warnings(email)).toMatchObject([
        {
          subject: expect.stringContaining('failed log-ins'),
          text: expect.stringContaining('100'),
        },
      ]);
      expect(await logIn(email)).toBeUndefined();
      expect(await logIn(email, PASSWORD, ELSEWHERE)).toBeUndefined();
      await fail(email, 5, ELSEWHERE);
      expect(await warnings(email)).toHaveLength(1);
    });

    it('is open again after an hour without counted tries, and counts from the beginning', async () => {
      const { email } = await stopped();
      const pass = (minutes: number) =>
        app.sql('update login_alarms set last_at = last_at - make_interval(mins => $1)', [minutes]);
      await pass(59);
      expect(await logIn(email, PASSWORD, ELSEWHERE)).toBeUndefined();
      await pass(1);
      await fail(email, 1, ELSEWHERE);
      expect(await logIn(email, PASSWORD, ELSEWHERE)).toBeDefined();
    });

    it('is open again at once after a new password', async () => {
      const { email, id } = await stopped();
      await db.transaction((tx) =>
        changes.set(tx, world.partnerId, { accountId: id, hash, notifyOfFirst: false }),
      );
      expect(await logIn(email)).toBeDefined();
    });

    it('counts failures before and after a successful log-in as two rows', async () => {
      const { email } = await newAccount();
      await fail(email, 1);
      await failedBefore(99, 90);
      expect(await logIn(email, PASSWORD, ELSEWHERE)).toBeDefined();
      await fail(email, 2, ELSEWHERE);
      expect(await warnings(email)).toEqual([]);
      expect(await logIn(email)).toBeDefined();
    });

    it('counts every failure that the locks count, the last hundred of them, and no tries during a lock', async () => {
      const { email } = await newAccount();
      for (let at = 0; at < 3; at += 1) await fail(email, 12, `192.0.${at}.0/24`);
      const alarm = async () =>
        (
          await app.sql(
            'select cardinality(failed_at) as failed from login_alarms order by last_at desc limit 1',
          )
        )[0];
      expect(await alarm()).toEqual({ failed: 30 });
      await failedBefore(100, 70);
      await fail(email, 1, ELSEWHERE);
      expect(await alarm()).toEqual({ failed: 100 });
      expect(await warnings(email)).toEqual([]);
    });

    it('sends no warning about a name without an account', async () => {
      await fail('spectre@example.com', 1);
      await failedBefore(120, 10);
      await fail('spectre@example.com', 1);
      expect(await warnings('spectre@example.com')).toEqual([]);
    });
  });
});

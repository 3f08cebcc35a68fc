import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CustomerMergeAndErasure, Customers } from '../../customers/index.js';
import { sha256 } from '../../platform/crypto/hashing.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database } from '../../platform/database/database.js';
import { startApp, type TestApp } from '../../../test/support/test-app.js';
import { givenAPartner, type World } from '../../../test/support/world.js';
import { Accounts } from '../accounts/accounts.js';
import type { Account } from '../accounts/accounts.repository.js';
import { EndUserTokens } from '../log-in/end-user-tokens.js';
import { Mailbox } from '../../mail/index.js';
import { MailedTokens } from '../resets/mailed-tokens.js';
import { Sessions } from '../log-in/sessions.js';
import { UsersApiAccounts } from './users-api-accounts.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PASSWORD = 'correct horse battery';
const LINEAGE = uuidv7();
const SOURCE = 'lineage';
let count = 0;
const newEmail = () => `Member${(count += 1)}@Example.com`;

describe('accounts of the Users API', () => {
  let app: TestApp;
  let world: World;
  let db: Database;
  let accounts: UsersApiAccounts;
  let customers: Customers;
  let mergeAndErasure: CustomerMergeAndErasure;
  let tokens: EndUserTokens;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    db = app.app.get(Database);
    accounts = app.app.get(UsersApiAccounts);
    customers = app.app.get(Customers);
    mergeAndErasure = app.app.get(CustomerMergeAndErasure);
    tokens = app.app.get(EndUserTokens);
  });
  afterAll(() => app.close());

  const newCustomer = (values: Parameters<Customers['create']>[2]) =>
    db.transaction((tx) => customers.create(tx, world.partnerId, values));
  const disable = (id: number) =>
    db.transaction((tx) => customers.change(tx, world.partnerId, id, { status: 'DISABLED' }));
  const signUp = (email: string, lineage = LINEAGE) =>
    accounts.signUp(world.partnerId, email, lineage);
  const issue = (email: string, lineage = LINEAGE) =>
    accounts.issueResetToken(world.partnerId, email, lineage);
  const reset = (token: string, password = PASSWORD, lineage = LINEAGE) =>
    accounts.resetPassword(world.partnerId, { token, password, lineage });
  const logIn = (email: string, password = PASSWORD) =>
    accounts.logIn(world.partnerId, { email, password, source: SOURCE });
  const facts = async (customerId: number) =>
    (await app.app.get(Accounts).facts(db, world.partnerId, [customerId])).get(customerId);

  const tokenOf = (result: { kind: string; token?: string }): string => {
    if (result.token === undefined) throw new Error(`no token but ${result.kind}`);
    return result.token;
  };
  const customerOf = (result: { kind: string; customerId?: number }): number => {
    if (result.customerId === undefined) throw new Error(`no customer but ${result.kind}`);
    return result.customerId;
  };
  async function member(): Promise<{ email: string; customerId: number; account: Account }> {
    const email = newEmail();
    const customerId = customerOf(await reset(tokenOf(await signUp(email))));
    const account = await logIn(email);
    if (!account) throw new Error('the new member cannot log in');
    return { email, customerId, account };
  }
  const securityMails = async (email: string) =>
    (await app.app.get(Mailbox).caught()).filter(
      ({ to, subject }) => to === email && subject.includes('was changed'),
    );

  describe('signing up', () => {
    it('U-12 makes a customer and an account without a password, and no log-in works until the reset is done', async () => {
      const email = newEmail();
      const token = tokenOf(await signUp(` ${email} `));
      expect(token).toMatch(UUID);
      const [customer] = await customers.findByEmail(db, world.partnerId, email.toLowerCase());
      if (!customer) throw new Error('no customer was made');
      expect(customer).toMatchObject({ email, status: 'ACTIVE', origin: 'DIRECT' });
      const without = { hasAccount: true, hasPassword: false, facebookId: null };
      expect(await facts(customer.id)).toEqual(without);
      expect(await logIn(email)).toBeUndefined();
      const done = await reset(token);
      expect(done).toMatchObject({ kind: 'CUSTOMER', customerId: customer.id });
      expect(await facts(customer.id)).toEqual({ ...without, hasPassword: true });
      expect((await logIn(email))?.customerId).toBe(customer.id);
      expect((await customers.get(world.partnerId, customer.id)).emailConfirmed).toBe(false);
    });

    it('U-13 refuses what is no address, and finds one account for every spelling of an address', async () => {
      for (const bad of ['', ' ', 'nobody', 'a@b@c', 'a b@c.d', 'x'.repeat(5_000)])
        expect(await signUp(bad)).toEqual({ kind: 'BAD_EMAIL' });
      const email = newEmail();
      await signUp(email.replace('@', '+x@'));
      await signUp(email.replace('@', '+X@').toUpperCase());
      const key = email.toLowerCase().replace('@', '+x@');
      expect(await app.sql('select 1 from accounts where email_key = $1', [key])).toHaveLength(1);
    });

    it('U-14 knows an account with a password; one without gets a new token, and the old one is dead', async () => {
      const email = newEmail();
      const first = tokenOf(await signUp(email));
      const second = tokenOf(await signUp(email.toUpperCase()));
      expect(await reset(first)).toEqual({ kind: 'INVALID_TOKEN' });
      expect(await reset(second)).toMatchObject({ kind: 'CUSTOMER' });
      expect(await signUp(email)).toEqual({ kind: 'HAS_PASSWORD' });
    });

    it('U-15 in parallel makes one account and one customer, and of all tokens only the latest works', async () => {
      const email = newEmail();
      const all = await Promise.all(Array.from({ length: 12 }, () => signUp(email)));
      const key = email.toLowerCase();
      expect(await customers.findByEmail(db, world.partnerId, key)).toHaveLength(1);
      expect(await app.sql('select 1 from accounts where email_key = $1', [key])).toHaveLength(1);
      const live = await app.sql(
        `select token_hash from password_resets where email_key = $1 and expires_at > clock_timestamp()`,
        [key],
      );
      const good = all
        .map(tokenOf)
        .filter((token) => live[0]?.['token_hash'].equals(sha256(token)));
      expect([live.length, good.length]).toEqual([1, 1]);
      const results = [];
      for (const token of all.map(tokenOf)) results.push((await reset(token)).kind);
      expect(results.filter((kind) => kind === 'CUSTOMER')).toHaveLength(1);
    });

    it('joins the one customer with that e-mail, whose timestamp rises, and refuses when there are two', async () => {
      const email = newEmail();
      const known = await newCustomer({ email, status: 'ACTIVE', firstName: 'Ana' });
      expect(await signUp(email)).toMatchObject({ kind: 'TOKEN' });
      expect((await facts(known.id))?.hasAccount).toBe(true);
      const after = await customers.get(world.partnerId, known.id);
      expect(after.changeNo).toBeGreaterThan(known.changeNo);
      const twice = newEmail();
      await newCustomer({ email: twice });
      await newCustomer({ email: twice.toUpperCase() });
      expect(await signUp(twice)).toEqual({ kind: 'BAD_EMAIL' });
    });

    it('refuses the address of a disabled customer, and of one who has an account under another address', async () => {
      const email = newEmail();
      await disable((await newCustomer({ email })).id);
      expect(await signUp(email)).toEqual({ kind: 'BAD_EMAIL' });
      const { customerId } = await member();
      const other = newEmail();
      await db.transaction((tx) =>
        customers.change(tx, world.partnerId, customerId, { email: other }),
      );
      expect(await signUp(other)).toEqual({ kind: 'BAD_EMAIL' });
    });
  });

  describe('a reset token that an API key got', () => {
    it('U-17 is a fresh UUID that ends earlier ones, issued or mailed; an unknown address gets none', async () => {
      const { email, account } = await member();
      const mailed = await newMailed(account);
      const first = tokenOf(await issue(email));
      const second = tokenOf(await issue(email.toUpperCase()));
      expect(second).toMatch(UUID);
      expect(await app.app.get(MailedTokens).peek(world.partnerId, mailed)).toBeUndefined();
      expect(await reset(first, 'a better password')).toEqual({ kind: 'INVALID_TOKEN' });
      expect(await reset(second, 'a better password')).toMatchObject({ kind: 'CUSTOMER' });
      expect(await issue('nobody@example.com')).toEqual({ kind: 'UNKNOWN' });
      expect(await issue('nobody')).toEqual({ kind: 'BAD_EMAIL' });
      const other = await givenAPartner(app);
      expect(await accounts.issueResetToken(other.partnerId, email, LINEAGE)).toEqual({
        kind: 'UNKNOWN',
      });
    });

    it('U-18 sets the password: the new one works, the old one does not, and the timestamp rises', async () => {
      const { email, customerId } = await member();
      const before = await customers.get(world.partnerId, customerId);
      await reset(tokenOf(await issue(email)), 'another good one');
      const after = await customers.get(world.partnerId, customerId);
      expect(after.changeNo).toBeGreaterThan(before.changeNo);
      expect(await logIn(email)).toBeUndefined();
      expect((await logIn(email, 'another good one'))?.customerId).toBe(customerId);
    });

    it('U-19 is refused alike when used, expired, unknown, malformed, empty, of another lineage of keys or another partner', async () => {
      const { email } = await member();
      const refused = { kind: 'INVALID_TOKEN' };
      const used = tokenOf(await issue(email));
      await reset(used, 'another good one');
      const old = tokenOf(await issue(email));
      await app.sql(
        `update password_resets set created_at = created_at - interval '61 minutes',
          expires_at = expires_at - interval '61 minutes' where token_hash = $1`,
        [sha256(old)],
      );
      for (const token of [used, old, uuidv7(), 'no token', '', '\u0000', 'x'.repeat(60_000)])
        expect(await reset(token, 'another good two')).toEqual(refused);
      const token = tokenOf(await issue(email));
      expect(await reset(token, 'another good two', uuidv7())).toEqual(refused);
      const other = await givenAPartner(app);
      const foreign = accounts.resetPassword(other.partnerId, {
        token,
        password: 'another good two',
        lineage: LINEAGE,
      });
      expect(await foreign).toEqual(refused);
      // Our page takes mailed ones only.
      expect(await app.app.get(MailedTokens).peek(world.partnerId, token)).toBeUndefined();
      expect(await reset(token, 'another good two')).toMatchObject({ kind: 'CUSTOMER' });
    });

    it('U-19 is used once: of ten callers on two replicas exactly one sets its password', async () => {
      const other = await startApp({ databaseUrl: app.settings.databaseUrl });
      try {
        const { email } = await member();
        const token = tokenOf(await issue(email));
        const both = [accounts, other.app.get(UsersApiAccounts)];
        const results = await Promise.all(
          Array.from({ length: 10 }, (_, at) =>
            both[at % 2]?.resetPassword(world.partnerId, {
              token,
              password: `${PASSWORD} ${at}`,
              lineage: LINEAGE,
            }),
          ),
        );
        const won = results.flatMap((result, at) => (result?.kind === 'CUSTOMER' ? [at] : []));
        expect(won).toHaveLength(1);
        expect(await logIn(email, `${PASSWORD} ${won[0]}`)).toBeDefined();
      } finally {
        await other.close();
      }
    });

    it('U-20 stays usable after a weak password', async () => {
      const { email } = await member();
      const token = tokenOf(await issue(email));
      const longest = 'årsmøte på søndag i Tromsø, så! '.repeat(4);
      const weak = (fault: string) => ({
        kind: 'WEAK_PASSWORD',
        fault,
        detail: expect.any(String),
      });
      expect(await reset(token, '')).toEqual(weak('too-short'));
      expect(await reset(token, '1234567')).toEqual(weak('too-short'));
      expect(await reset(token, 'x'.repeat(129))).toEqual(weak('too-long'));
      expect(await reset(token, email.toUpperCase())).toEqual(weak('is-email'));
      expect(await reset(token, 'password')).toEqual(weak('too-common'));
      expect(await reset(token, longest)).toMatchObject({ kind: 'CUSTOMER' });
      // U-25: exact after NFC, whatever the length.
      expect(await logIn(email, longest.normalize('NFD'))).toBeDefined();
      expect(await logIn(email, longest.slice(0, 127))).toBeUndefined();
    });

    it('U-21 ends every token and session of the account, lifts locks and sends one mail; nothing is stored in clear', async () => {
      const { email, account } = await member();
      const { token: endUser } = await tokens.issue(account);
      const cookie = await app.app.get(Sessions).open(account.partnerId, account.id);
      expect(await tokens.read(endUser)).toBeDefined();
      expect(await app.app.get(Sessions).read(cookie)).toBeDefined();
      for (let at = 0; at < 10; at += 1) await logIn(email, `wrong ${at}`);
      expect(await logIn(email)).toBeUndefined();
      const before = (await securityMails(email)).length;
      const token = tokenOf(await issue(email));
      const [row] = await app.sql(
        `select row_to_json(r)::text as json from password_resets r where token_hash = $1`,
        [sha256(token)],
      );
      expect(row?.['json']).not.toContain(token);
      await reset(token, 'another good one');
      expect(await tokens.read(endUser)).toBeUndefined();
      expect(await app.app.get(Sessions).read(cookie)).toBeUndefined();
      expect(await logIn(email, 'another good one')).toBeDefined();
      expect(await securityMails(email)).toHaveLength(before + 1);
    });

    it('notifies the owner also of a first password, because another person may have set it', async () => {
      const { email } = await member();
      expect(await securityMails(email)).toHaveLength(1);
    });

    it('does not deadlock with new tokens and an erasure of the same person', async () => {
      const { email, customerId } = await member();
      const token = tokenOf(await issue(email));
      const erase = () =>
        db.transaction((tx) => mergeAndErasure.erase(tx, world.partnerId, customerId));
      const all = [issue(email), reset(token, 'another good one'), issue(email), signUp(email)];
      await Promise.all([...all, erase()]);
      expect((await facts(customerId))?.hasAccount).toBe(false);
    });
  });

  describe('an end-user token', () => {
    it('U-9 is valid as long as the setting, acts for its person, and is stored as a hash', async () => {
      const { account, customerId } = await member();
      const { token, expiresInSeconds } = await tokens.issue(account);
      expect(expiresInSeconds).toBe(7_776_000);
      const { partnerId, id: accountId } = account;
      expect(await tokens.read(token)).toEqual({ partnerId, accountId, customerId });
      const [row] = await app.sql(
        `select kind, extract(epoch from expires_at - created_at)::int as life, row_to_json(s)::text as json
          from sessions s where token_hash = $1`,
        [sha256(token)],
      );
      expect(row).toMatchObject({ kind: 'USERS_API', life: 7_776_000 });
      expect(row?.['json']).not.toContain(token);
      expect(await app.app.get(Sessions).read(token)).toBeUndefined();
      const cookie = await app.app.get(Sessions).open(partnerId, accountId);
      expect(await tokens.read(cookie)).toBeUndefined();
      expect(await tokens.read('')).toBeUndefined();
    });

    it('U-11 ends at once on every replica: expired, after a reset, with its account, customer or person', async () => {
      const other = await startApp({ databaseUrl: app.settings.databaseUrl });
      try {
        const elsewhere = other.app.get(EndUserTokens);
        const ended = async (end: (of: Account, email: string) => Promise<unknown>) => {
          const { account, email } = await member();
          const { token } = await tokens.issue(account);
          expect(await tokens.read(token)).toBeDefined();
          expect(await elsewhere.read(token)).toBeDefined();
          await end(account, email);
          expect(await tokens.read(token)).toBeUndefined();
          expect(await elsewhere.read(token)).toBeUndefined();
        };
        await ended(({ id }) =>
          app.sql('update sessions set expires_at = clock_timestamp() where account_id = $1', [id]),
        );
        await ended(async (_, email) => reset(tokenOf(await issue(email)), 'another good one'));
        await ended(({ id }) => app.sql('update accounts set enabled = false where id = $1', [id]));
        await ended(({ customerId }) => disable(customerId));
        await ended(({ customerId, partnerId }) =>
          db.transaction((tx) => mergeAndErasure.erase(tx, partnerId, customerId)),
        );
      } finally {
        await other.close();
      }
    });
  });

  /** As our page makes one. */
  const newMailed = async ({ partnerId, id: accountId, email, emailKey }: Account) =>
    app.app.get(MailedTokens).issue(db, partnerId, { accountId, email, emailKey });
});

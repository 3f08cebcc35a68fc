import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CustomerMergeAndErasure, Customers } from '../../customers/index.js';
import { EmailKeysWorker } from '../../customers/people/email-keys.worker.js';
import { Database } from '../../platform/database/database.js';
import { startApp, type TestApp } from '../../../test/support/test-app.js';
import { givenAPartner, type World } from '../../../test/support/world.js';
import { AccountEmailKeysWorker } from './account-email-keys.worker.js';
import { Accounts } from './accounts.js';
import { enabledAccountByCustomerSql, enabledAccountByEmailSql } from './accounts.sql.js';
import { Mailbox } from '../../mail/index.js';
import { MailedTokens } from '../resets/mailed-tokens.js';
import { Passwords } from '../passwords/passwords.js';
import { PasswordChanges } from '../resets/password-changes.js';
import { Sessions } from '../log-in/sessions.js';

const PASSWORD = 'correct horse battery';
let count = 0;
const newEmail = () => `Person${(count += 1)}@Example.com`;

const CLIENT = { partnerId: 'p', source: '203.0.113.0/24' };

describe('accounts', () => {
  let app: TestApp;
  let world: World;
  let db: Database;
  let accounts: Accounts;
  let customers: Customers;
  let mergeAndErasure: CustomerMergeAndErasure;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app, {
      partner: { locale: 'de', supportEmail: 'help@fit.example' },
    });
    db = app.app.get(Database);
    accounts = app.app.get(Accounts);
    customers = app.app.get(Customers);
    mergeAndErasure = app.app.get(CustomerMergeAndErasure);
  });
  afterAll(() => app.close());

  const newCustomer = (email = newEmail()) =>
    db.transaction((tx) => customers.create(tx, world.partnerId, { email }));

  async function newAccount(password: string | null = PASSWORD) {
    const customer = await newCustomer();
    const passwordHash =
      password === null ? null : await app.app.get(Passwords).hash(password, CLIENT);
    const { email, emailKey } = customer;
    if (email === null || emailKey === null) throw new Error('no e-mail');
    const values = { customerId: customer.id, email, emailKey, passwordHash };
    return db.transaction((tx) => accounts.create(tx, world.partnerId, values));
  }

  it('are found by id, e-mail and customer, by their own partner only; their customer is active', async () => {
    const made = await newAccount(null);
    const other = await givenAPartner(app);
    const { partnerId } = world;
    expect(made).toEqual({
      partnerId,
      id: expect.any(String),
      customerId: expect.any(Number),
      email: expect.stringMatching(/^Person/),
      emailKey: made.email.toLowerCase(),
      hasPassword: false,
      enabled: true,
    });
    expect(await accounts.find(db, partnerId, made.id)).toEqual(made);
    expect(await accounts.findByEmail(db, partnerId, made.emailKey)).toEqual(made);
    expect(await accounts.findByCustomer(db, partnerId, made.customerId)).toEqual(made);
    expect(await accounts.find(db, other.partnerId, made.id)).toBeUndefined();
    expect(await accounts.findByEmail(db, other.partnerId, made.emailKey)).toBeUndefined();
    expect(await accounts.findByCustomer(db, other.partnerId, made.customerId)).toBeUndefined();
    expect((await customers.get(partnerId, made.customerId)).status).toBe('ACTIVE');
  });

  it('U-13 with keys of an older version get the ASCII form of their domain; of two that meet one stays', async () => {
    const older = async (name: string) => {
      const email = `${name}@münchen.example`;
      const { id: customerId } = await newCustomer(email);
      const values = { customerId, email, emailKey: email, passwordHash: null };
      await db.query(
        { name: 'test.older-key', text: 'update customers set email_key = email where id = $1' },
        [customerId],
      );
      await db.transaction((tx) => accounts.create(tx, world.partnerId, values));
      return customerId;
    };
    const [alone, late] = [await older('alone'), await older('twice')];
    const { partnerId } = world;
    const taken = await newCustomer('twice@xn--mnchen-3ya.example');
    await db.transaction((tx) =>
      accounts.create(tx, partnerId, {
        customerId: taken.id,
        email: 'twice@xn--mnchen-3ya.example',
        emailKey: 'twice@xn--mnchen-3ya.example',
        passwordHash: null,
      }),
    );
    await app.app.get(EmailKeysWorker).renew();
    await app.app.get(AccountEmailKeysWorker).renew();
    const keyOf = async (id: number) =>
      (await accounts.findByCustomer(db, partnerId, id))?.emailKey;
    expect(await keyOf(alone)).toBe('alone@xn--mnchen-3ya.example');
    expect(await keyOf(late)).toBe('twice@münchen.example');
    const found = await customers.findByEmail(db, partnerId, 'twice@xn--mnchen-3ya.example');
    expect(found.map(({ id, email }) => [id, email])).toEqual([
      [late, 'twice@münchen.example'],
      [taken.id, 'twice@xn--mnchen-3ya.example'],
    ]);
    const raised = `select object from alerts where partner_id = $1 and code = 'account.same-email'`;
    expect(await db.query({ name: 'test.raised', text: raised }, [partnerId])).toEqual([
      { object: `customer/${late}` },
    ]);
  });

  it('are one per customer and one per e-mail, and none for a disabled or unknown customer', async () => {
    const { customerId, email, emailKey } = await newAccount();
    const create = (values: { customerId: number; email: string; emailKey: string }) =>
      db.transaction((tx) =>
        accounts.create(tx, world.partnerId, { ...values, passwordHash: null }),
      );
    const coded = (code: string) => ({ spec: { code } });
    await expect(create({ customerId, email: 'x@y.z', emailKey: 'x@y.z' })).rejects.toMatchObject(
      coded('account.customer-has-one'),
    );
    const second = await newCustomer();
    await expect(create({ customerId: second.id, email, emailKey })).rejects.toMatchObject(
      coded('account.email-taken'),
    );
    await db.transaction((tx) =>
      customers.change(tx, world.partnerId, second.id, { status: 'DISABLED' }),
    );
    const values = { customerId: second.id, email: 'q@y.z', emailKey: 'q@y.z' };
    await expect(create(values)).rejects.toMatchObject(coded('account.customer-disabled'));
    const unknown = { ...values, customerId: 999_999_999 };
    await expect(create(unknown)).rejects.toMatchObject(coded('customer.not-found'));
  });

  it('get a new password: sessions, tokens and locks end, and the owner is notified once there was one', async () => {
    const account = await newAccount(null);
    const { partnerId, id } = account;
    const sessions = app.app.get(Sessions);
    const tokens = app.app.get(MailedTokens);
    const hash = await app.app.get(Passwords).hash('another good one', CLIENT);
    const changes = app.app.get(PasswordChanges);
    const change = { accountId: id, hash, notifyOfFirst: false };
    const securityMails = async () =>
      (await app.app.get(Mailbox).caught()).filter(({ to }) => to === account.email);

    await db.transaction((tx) => changes.set(tx, partnerId, change));
    expect((await accounts.find(db, partnerId, id))?.hasPassword).toBe(true);
    expect(await securityMails()).toEqual([]);

    const cookie = await sessions.open(partnerId, id);
    expect(await sessions.read(cookie)).toBeDefined();
    const { email, emailKey } = account;
    const token = await tokens.issue(db, partnerId, { accountId: id, email, emailKey });
    await db.transaction((tx) => changes.set(tx, partnerId, change));
    expect(await sessions.read(cookie)).toBeUndefined();
    expect(await tokens.peek(partnerId, token)).toBeUndefined();
    expect(await securityMails()).toMatchObject([{ subject: expect.stringContaining('Passwort') }]);
    expect((await securityMails())[0]?.text).toContain('help@fit.example');

    const other = await givenAPartner(app);
    const foreign = db.transaction((tx) => changes.set(tx, other.partnerId, change));
    await expect(foreign).rejects.toMatchObject({ spec: { code: 'account.not-found' } });
  });

  it('are enabled in a composed statement unless they or their customer are disabled', async () => {
    const { partnerId, id, customerId, emailKey } = await newAccount();
    const enabled = async () => {
      const both = `select ${enabledAccountByCustomerSql('$1::uuid', '$2::bigint')} as "byCustomer",
        ${enabledAccountByEmailSql('$1::uuid', '$3::text')} as "byEmail"`;
      return (await app.sql(both, [partnerId, customerId, emailKey]))[0];
    };
    expect(await enabled()).toEqual({ byCustomer: true, byEmail: true });
    await app.sql('update accounts set enabled = false where id = $1', [id]);
    expect(await enabled()).toEqual({ byCustomer: false, byEmail: false });
    await app.sql('update accounts set enabled = true where id = $1', [id]);
    await db.transaction((tx) =>
      customers.change(tx, partnerId, customerId, { status: 'DISABLED' }),
    );
    expect(await enabled()).toEqual({ byCustomer: false, byEmail: false });
  });

  it('follow their customer into a merge, but two of them cannot be merged', async () => {
    const account = await newAccount();
    const { partnerId, id, customerId } = account;
    const into = await newCustomer();
    const cookie = await app.app.get(Sessions).open(partnerId, id);
    await app.app.get(Sessions).read(cookie);
    await db.transaction((tx) => mergeAndErasure.merge(tx, partnerId, customerId, into.id));
    expect((await accounts.find(db, partnerId, id))?.customerId).toBe(into.id);
    expect((await app.app.get(Sessions).read(cookie))?.customerId).toBe(into.id);
    const second = await newAccount();
    const merge = db.transaction((tx) =>
      mergeAndErasure.merge(tx, partnerId, second.customerId, into.id),
    );
    await expect(merge).rejects.toMatchObject({ spec: { code: 'customer.both-have-accounts' } });
    expect((await accounts.find(db, partnerId, second.id))?.customerId).toBe(second.customerId);
  });

  it('leave nothing behind when their customer is erased, and free the e-mail', async () => {
    const account = await newAccount();
    const { partnerId, id, customerId, email, emailKey } = account;
    const cookie = await app.app.get(Sessions).open(partnerId, id);
    await app.app.get(Sessions).read(cookie);
    await app.app.get(MailedTokens).issue(db, partnerId, { accountId: id, email, emailKey });
    await app.app.get(MailedTokens).issue(db, partnerId, { email, emailKey });
    const mail = { to: email, subject: 's', text: 't', html: 'h' };
    await app.app.get(Mailbox).queue(db, partnerId, mail);
    await db.transaction((tx) => mergeAndErasure.erase(tx, partnerId, customerId));
    expect(await app.app.get(Sessions).read(cookie)).toBeUndefined();
    expect(await accounts.findByEmail(db, partnerId, emailKey)).toBeUndefined();
    const left = await app.sql('select 1 from password_resets where email_key = $1', [emailKey]);
    expect(left).toEqual([]);
    const caught = await app.app.get(Mailbox).caught();
    expect(caught.filter(({ to }) => to === email)).toEqual([]);
    const again = await newCustomer(email);
    const values = { customerId: again.id, email, emailKey, passwordHash: null };
    await db.transaction((tx) => accounts.create(tx, partnerId, values));
  });
});

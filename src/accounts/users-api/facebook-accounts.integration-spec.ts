import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Customers } from '../../customers/index.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database } from '../../platform/database/database.js';
import { deadlineIn, runInRequest } from '../../platform/deadline/request-context.js';
import { answer, FacebookServer, refusal } from '../../../test/support/facebook.js';
import { startApp, type TestApp } from '../../../test/support/test-app.js';
import { givenAPartner, type World } from '../../../test/support/world.js';
import { Accounts } from '../accounts/accounts.js';
import { UsersApiAccounts } from './users-api-accounts.js';

const LINEAGE = uuidv7();
let count = 0;

describe('U-16 signing up with Facebook', () => {
  let facebook: FacebookServer;
  let app: TestApp;
  let world: World;
  let accounts: UsersApiAccounts;

  beforeAll(async () => {
    facebook = await FacebookServer.start();
    app = await startApp({ facebook: facebook.settings });
    world = await givenAPartner(app);
    accounts = app.app.get(UsersApiAccounts);
  });
  afterEach(() => {
    facebook.debugToken = undefined;
    facebook.me = undefined;
  });
  afterAll(async () => {
    await app.close();
    await facebook.stop();
  });

  function user(more: { email?: string; appId?: string } = {}) {
    const at = (count += 1);
    const token = `facebook-token-${at}`;
    const known = { id: `90071992547409930${at}`, email: `Friend${at}@Example.com`, ...more };
    facebook.users.set(token, known);
    return { token, ...known };
  }
  const signUp = (token: string) => accounts.signUpWithFacebook(world.partnerId, token);
  const logIn = (token: string) => accounts.logInWithFacebook(world.partnerId, token);
  const facts = async (customerId: number) =>
    (await app.app.get(Accounts).facts(app.app.get(Database), world.partnerId, [customerId])).get(
      customerId,
    );

  it('makes customer and account, linked to the Facebook user, once; and lets the person log in', async () => {
    const { token, id, email } = user();
    expect(await logIn(token)).toBeUndefined();
    const results = await Promise.all(Array.from({ length: 6 }, () => signUp(token)));
    const [first] = results;
    if (first?.kind !== 'CUSTOMER') throw new Error(first?.kind);
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await facts(first.customerId)).toEqual({
      hasAccount: true,
      hasPassword: false,
      facebookId: id,
    });
    const customer = await app.app.get(Customers).get(world.partnerId, first.customerId);
    expect(customer).toMatchObject({ email, emailConfirmed: false });
    expect((await logIn(token))?.customerId).toBe(first.customerId);
    const other = await givenAPartner(app);
    expect(await accounts.logInWithFacebook(other.partnerId, token)).toBeUndefined();
  });

  it('joins an account without a password, never one with a password that is not linked', async () => {
    const { token, email, id } = user();
    const signedUp = await accounts.signUp(world.partnerId, email, LINEAGE);
    if (signedUp.kind !== 'TOKEN') throw new Error(signedUp.kind);
    const joined = await signUp(token);
    const done = await accounts.resetPassword(world.partnerId, {
      token: signedUp.token,
      password: 'correct horse battery',
      lineage: LINEAGE,
    });
    expect(joined).toMatchObject({ kind: 'CUSTOMER' });
    expect(done).toMatchObject(joined);
    // Linked already: the password does not prevent the log-in.
    expect(await signUp(token)).toEqual(joined);
    expect(await facts(joined.kind === 'CUSTOMER' ? joined.customerId : 0)).toMatchObject({
      hasPassword: true,
      facebookId: id,
    });
    expect(await signUp(user({ email }).token)).toEqual({ kind: 'HAS_PASSWORD' });
    expect(await logIn(token)).toBeDefined();
  });

  it('refuses a log-in when the account or the customer is disabled', async () => {
    const { token } = user();
    const made = await signUp(token);
    if (made.kind !== 'CUSTOMER') throw new Error(made.kind);
    await app.app
      .get(Database)
      .transaction((tx) =>
        app.app.get(Customers).change(tx, world.partnerId, made.customerId, { status: 'DISABLED' }),
      );
    expect(await logIn(token)).toBeUndefined();
  });

  it('refuses the address of two customers', async () => {
    const { token, email } = user();
    for (const spelling of [email, email.toUpperCase()])
      await app.app
        .get(Database)
        .transaction((tx) =>
          app.app.get(Customers).create(tx, world.partnerId, { email: spelling }),
        );
    expect(await signUp(token)).toEqual({ kind: 'BAD_EMAIL' });
  });

  it('refuses a token that is unknown, of another app, without an e-mail, empty or huge', async () => {
    const bad = [
      'unknown',
      user({ appId: '666' }).token,
      user({ email: '' }).token,
      user({ email: 'no address' }).token,
      '',
      'x'.repeat(60_000),
      'a b&input_token=facebook-token-1\u0000\ud800',
    ];
    for (const token of bad) expect(await signUp(token)).toEqual({ kind: 'INVALID' });
    facebook.debugToken = answer(200, { data: { is_valid: false, app_id: facebook.appId } });
    expect(await signUp(user().token)).toEqual({ kind: 'INVALID' });
    facebook.debugToken = answer(400, refusal(190));
    expect(await signUp(user().token)).toEqual({ kind: 'INVALID' });
  });

  it('refuses an answer about another user than the token is of', async () => {
    const { token, email } = user();
    facebook.me = answer(200, { id: '4711', email });
    expect(await signUp(token)).toEqual({ kind: 'INVALID' });
  });

  it.each([
    ['HTML', answer(200, '<html>hello</html>', { 'Content-Type': 'text/html' })],
    ['an endless answer', answer(200, `{"data":"${'x'.repeat(200_000)}"}`)],
    ['a redirect', answer(302, {}, { Location: 'http://127.0.0.1:1/' })],
    ['a fault', answer(500, refusal(1))],
    ['"later"', answer(400, refusal(4))],
    ['too many calls', answer(429, refusal(190))],
    ['a closed connection', (response: { destroy(): unknown }) => void response.destroy()],
    ['nothing in time', () => undefined],
  ])('is not available when Facebook answers with %s, to either question', async (_, reply) => {
    const { token } = user();
    const request = () =>
      runInRequest({ requestId: 'test', deadlineAt: deadlineIn(1_000) }, () => signUp(token));
    facebook.debugToken = reply;
    expect(await request()).toEqual({ kind: 'NOT_AVAILABLE' });
    facebook.debugToken = undefined;
    facebook.me = reply;
    expect(await request()).toEqual({ kind: 'NOT_AVAILABLE' });
    expect(await logIn(token)).toBeUndefined();
  });

  it.each(['null', '[]', '"text"', '17', '{"data":null}', '{"data":[]}'])(
    'never fails over an answer such as %s',
    async (body) => {
      const { token } = user();
      facebook.debugToken = answer(200, body);
      expect(await signUp(token)).toEqual({ kind: 'INVALID' });
    },
  );

  it('is refused while it is not configured, and not available when nothing listens', async () => {
    const { token } = user();
    const { databaseUrl } = app.settings;
    const without = await startApp({ databaseUrl });
    const lost = await startApp({
      databaseUrl,
      facebook: { ...facebook.settings, graphUrl: 'http://127.0.0.1:1' },
    });
    const request = (on: TestApp) =>
      on.app.get(UsersApiAccounts).signUpWithFacebook(world.partnerId, token);
    expect(await request(without)).toEqual({ kind: 'INVALID' });
    expect(await request(lost)).toEqual({ kind: 'NOT_AVAILABLE' });
    await Promise.all([without.close(), lost.close()]);
  });
});

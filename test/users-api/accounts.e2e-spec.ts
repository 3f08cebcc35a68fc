import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Mailbox } from '../../src/mail/index.js';
import { answer, FacebookServer } from '../support/facebook.js';
import {
  employeeOf,
  givenUsersApi,
  PASSWORD,
  startApp,
  type TestApp,
  type UsersWorld,
} from './users-stage.js';

const OTHER = 'quite another long one';
const error = (code: string, property = '', message: unknown = '') => ({
  errors: [{ code, property, message }],
});
const WRONG = error('InvalidUserNameOrPassword');

describe('the password and account calls of /Api', () => {
  let app: TestApp;
  let world: UsersWorld;
  let facebook: FacebookServer;

  beforeAll(async () => {
    facebook = await FacebookServer.start();
    app = await startApp({ facebook: facebook.settings });
    world = await givenUsersApi(app);
  });
  afterAll(async () => {
    await app.close();
    await facebook.stop();
  });

  const signUp = (email: string) =>
    world.employee.post(`/Api/Users/SignUp?email=${encodeURIComponent(email)}`);
  const tokenOf = async (email: string) =>
    (await signUp(email)).body.elements[0].resetPasswordToken as string;
  const handed = (email: string) => world.employee.get(`/Api/Users/ResetPassword?email=${email}`);
  const reset = (resetPasswordToken: unknown, password: unknown, api = world.employee) =>
    api.post('/Api/Users/ResetPassword', { resetPasswordToken, password });
  const validate = (userName: unknown, password: unknown, api = world.employee) =>
    api.post('/Api/Users/ValidateCredentials', { userName, password });
  const mailsTo = async (email: string) =>
    (await app.app.get(Mailbox).caught()).filter(({ to }) => to === email);

  it('U-12 signs up a new e-mail: an account without a password until the reset is done', async () => {
    const token = await tokenOf('new@example.com');
    expect(await validate('new@example.com', PASSWORD)).toMatchObject({ status: 400, body: WRONG });
    const { status, body } = await reset(token, PASSWORD);
    expect(status).toBe(200);
    expect(body.elements).toHaveLength(1);
    expect(body.elements[0]).toMatchObject({
      email: 'new@example.com',
      hasAccount: true,
      hasPassword: true,
      emailAddressIsConfirmed: false,
    });
    expect((await validate('new@example.com', PASSWORD)).status).toBe(200);
  });

  it.each(['', '?email=', '?email=nobody', '?email=a@b@c'])(
    'U-13 answers SignUp%s with InvalidParameters',
    async (query) => {
      const answer = await world.employee.post(`/Api/Users/SignUp${query}`, { email: 'b@x.pl' });
      expect(answer).toMatchObject({
        status: 400,
        body: error('InvalidParameters', 'email', expect.any(String)),
      });
    },
  );

  it('U-13 reads a raw plus as a plus, and ignores letter case', async () => {
    await world.employee.post('/Api/Users/SignUp?email=a+b@x.pl');
    await world.employee.post('/Api/Users/SignUp?email=A%2BB@X.pl');
    const rows = await app.sql(`select email from accounts where email_key like 'a%b@x.pl'`);
    expect(rows).toEqual([{ email: 'a+b@x.pl' }]);
  });

  it('U-13 refuses an e-mail that several customers have', async () => {
    for (let twice = 0; twice < 2; twice += 1) await world.customer({ email: 'two@example.com' });
    const answer = await signUp('two@example.com');
    expect(answer.body).toEqual(error('InvalidParameters', 'email', expect.any(String)));
  });

  it('U-14 issues a new token and ends the old one, and refuses an account with a password', async () => {
    const first = await tokenOf('again@example.com');
    const second = await tokenOf('again@example.com');
    expect((await reset(first, PASSWORD)).body).toEqual(error('InvalidToken'));
    expect((await reset(second, PASSWORD)).status).toBe(200);
    const answer = await signUp('Again@example.com');
    expect(answer).toMatchObject({ status: 400, body: error('UserAlreadyExist', 'Email') });
  });

  it('U-15 makes one account of two parallel sign-ups', async () => {
    const tokens = await Promise.all([tokenOf('par@example.com'), tokenOf('par@example.com')]);
    const rows = await app.sql(`select id from accounts where email_key = 'par@example.com'`);
    expect(rows).toHaveLength(1);
    const statuses = [];
    for (const token of tokens) statuses.push((await reset(token, PASSWORD)).status);
    expect(statuses.sort()).toEqual([200, 400]);
  });

  it.each(['SignUpWithFacebook', 'SignUp'])('U-16 signs up with Facebook by %s', async (call) => {
    const path = `/Api/Users/${call}?facebookToken=`;
    const facebookId = '10223344556677889';
    facebook.users.set('good', { id: facebookId, email: 'face@example.com' });
    const { status, body } = await world.employee.post(`${path}good`);
    expect(status).toBe(200);
    expect(body.elements[0]).toMatchObject({ email: 'face@example.com', facebookId });
    const bad = await world.employee.post(`${path}bad`);
    expect(bad).toMatchObject({ status: 400, body: error('InvalidFacebookUser') });
    facebook.debugToken = answer(503, {});
    const down = await world.employee.post(`${path}good`);
    facebook.debugToken = undefined;
    expect(down).toMatchObject({ status: 400, body: error('FacebookNotAvailable') });
  });

  it.each(['debugToken', 'me'] as const)(
    'U-16 waits for no Facebook that hangs at %s: it hangs up and answers in time',
    async (question) => {
      facebook.users.set('slow', { id: '10223344556677880', email: 'slow@example.com' });
      const hungUp = new Promise<void>((resolve) => {
        facebook[question] = (response) => void response.on('close', resolve);
      });
      const { status, body } = await world.employee.post(
        '/Api/Users/SignUpWithFacebook?facebookToken=slow',
      );
      facebook[question] = undefined;
      expect({ status, body }).toEqual({ status: 400, body: error('FacebookNotAvailable') });
      await hungUp;
    },
  );

  it('U-17 issues a fresh token that ends earlier ones, and knows no unknown address', async () => {
    await world.person('forgot@example.com');
    const first = (await handed('forgot@example.com')).body.elements[0].resetPasswordToken;
    const second = (await handed('forgot@example.com')).body.elements[0].resetPasswordToken;
    expect((await reset(first, OTHER)).body).toEqual(error('InvalidToken'));
    expect((await reset(second, OTHER)).status).toBe(200);
    const stranger = await handed('stranger@example.com');
    expect(stranger).toMatchObject({ status: 400, body: error('UserNotFound', 'email') });
  });

  it('U-18 U-25 answers a reset with the user, whose timestamp rose; only the new password works', async () => {
    const { userId } = await world.person('reset@example.com');
    const before = (await validate('reset@example.com', PASSWORD)).body.elements[0];
    const token = (await handed('reset@example.com')).body.elements[0].resetPasswordToken;
    const { body } = await reset(token, `  ${'ßöñçüé über Straßen '.repeat(5)} `);
    expect(body.elements[0]).toMatchObject({ id: userId, hasPassword: true });
    expect(body.elements[0].timestamp).toBeGreaterThan(before.timestamp);
    const right = await validate('  RESET@example.com ', `  ${'ßöñçüé über Straßen '.repeat(5)} `);
    expect(right.body.elements[0]).toEqual(body.elements[0]);
    expect((await validate('reset@example.com', 'ßöñçüé über Straßen '.repeat(5))).body).toEqual(
      WRONG,
    );
    expect((await validate('reset@example.com', PASSWORD)).body).toEqual(WRONG);
  });

  it('U-19 answers every invalid token alike, and one only for its lineage', async () => {
    const used = await tokenOf('once@example.com');
    const good = await tokenOf('line@example.com');
    const parallel = await Promise.all([reset(used, PASSWORD), reset(used, PASSWORD)]);
    expect(parallel.map(({ status }) => status).sort()).toEqual([200, 400]);
    const stranger = await employeeOf(app, (await world.keyed(['USERS_API'])).key);
    const refused = [
      await reset(used, OTHER),
      await reset(undefined, OTHER),
      await reset('', OTHER),
      await reset(['x'], OTHER),
      await reset('x'.repeat(10_000), OTHER),
      await reset('00000000-0000-4000-8000-000000000000', OTHER),
      await reset(good, OTHER, stranger),
      await world.employee.post('/Api/Users/ResetPassword'),
    ];
    for (const { status, body } of refused)
      expect({ status, body }).toEqual({ status: 400, body: error('InvalidToken') });
    const rotated = await world.admin.post(`/admin/v1/api-keys/${world.keyId}/rotate`, {
      graceSeconds: 3_600,
    });
    const successor = await employeeOf(app, rotated.body.key);
    expect((await reset(good, PASSWORD, successor)).status).toBe(200);
  });

  it('U-20 keeps the token when the password is missing or weak', async () => {
    const token = await tokenOf('weak@example.com');
    const weak = error('InvalidPassword', 'password', expect.stringMatching(/./));
    for (const password of [undefined, '', 'short', 'password123', 'weak@example.com'])
      expect(await reset(token, password)).toMatchObject({ status: 400, body: weak });
    expect((await reset(token, PASSWORD)).status).toBe(200);
  });

  it('U-21 notifies the owner of a new password once, and stores nothing in clear', async () => {
    await world.person('notice@example.com');
    const token = (await handed('notice@example.com')).body.elements[0].resetPasswordToken;
    await reset(token, OTHER);
    // One for the first password, one for this one.
    expect(await mailsTo('notice@example.com')).toHaveLength(2);
    const rows = await app.sql('select t::text as row from password_resets t');
    expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
  });

  it('U-23 answers why no mail was sent', async () => {
    const send = (email: string) =>
      world.employee.get(`/Api/Users/SendEmailToResetPassword?email=${email}`);
    expect((await send('stranger@example.com')).body).toEqual(error('InvalidToken'));
    expect((await send('no')).body).toEqual(
      error('InvalidParameters', 'email', expect.any(String)),
    );
    const bare = await givenUsersApi(app);
    await app.operator.patch(`/admin/v1/partners/${bare.partnerId}`, {
      defaultMailTemplates: false,
    });
    await bare.employee.post('/Api/Users/SignUp?email=bare@example.com');
    const answer = await bare.employee.get(
      '/Api/Users/SendEmailToResetPassword?email=bare@example.com',
    );
    expect(answer).toMatchObject({ status: 400, body: error('EmailTemplateNotDefined') });
  });

  it('U-26 answers every other reason to refuse alike', async () => {
    const { userId } = await world.person('gone@example.com');
    await world.admin.patch(`/admin/v1/customers/${userId}`, { status: 'DISABLED' });
    await signUp('empty@example.com');
    await world.person('there@example.com');
    const refused = [
      await validate('there@example.com', OTHER),
      await validate('stranger@example.com', OTHER),
      await validate('empty@example.com', OTHER),
      await validate('gone@example.com', PASSWORD),
      await validate(undefined, OTHER),
      await validate('there@example.com', 'x'.repeat(10_000)),
    ];
    for (const { status, body } of refused)
      expect({ status, body }).toEqual({ status: 400, body: WRONG });
  });

  it('U-27 requires a password', async () => {
    const missing = error('InvalidPassword', 'password', expect.any(String));
    for (const password of [undefined, '', null])
      expect(await validate('there@example.com', password)).toMatchObject({
        status: 400,
        body: missing,
      });
  });

  it('U-28 locks one source after ten failures, and no other', async () => {
    const email = 'locked@example.com';
    await world.person(email);
    for (let tries = 0; tries < 10; tries += 1) await validate(email, OTHER);
    expect(await validate(email, PASSWORD)).toMatchObject({ status: 400, body: WRONG });
    const other = await employeeOf(app, (await world.keyed(['USERS_API'])).key);
    expect((await validate(email, PASSWORD, other)).status).toBe(200);
    expect((await reset(await handedToken(email), OTHER)).status).toBe(200);
    expect((await validate(email, OTHER)).status).toBe(200);
  });
  const handedToken = async (email: string) =>
    (await handed(email)).body.elements[0].resetPasswordToken as string;

  it('U-29 shows no hash and no token in a user', async () => {
    const { text } = await validate('new@example.com', PASSWORD);
    expect(text).not.toMatch(/argon2|resetPasswordToken|accessCode/i);
  });

  it('keeps partners apart: the same e-mail is another person', async () => {
    const other = await givenUsersApi(app);
    const answer = await other.employee.get('/Api/Users/ResetPassword?email=new@example.com');
    expect(answer.body).toEqual(error('UserNotFound', 'email'));
    expect((await validate('new@example.com', PASSWORD, other.employee)).body).toEqual(WRONG);
  });
});

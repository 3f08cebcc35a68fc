import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  authorize,
  bearer,
  employeeForm,
  givenUsersApi,
  PASSWORD,
  startApp,
  type TestApp,
  type UsersWorld,
} from './users-stage.js';

const UNAUTHORIZED = { errors: [{ code: 'Unauthorized', property: '', message: '' }] };
const DENIED = { errors: [{ code: 'AccessDenied', property: '', message: '' }] };
const INVALID_GRANT = {
  error: 'invalid_grant',
  errors: [{ code: 'InvalidUserNameOrPassword', property: '', message: '' }],
};
const ALL = '/Api/Users/ClubVisits/All';

describe('POST /Api/oauth/authorize', () => {
  let app: TestApp;
  let world: UsersWorld;

  beforeAll(async () => {
    app = await startApp();
    world = await givenUsersApi(app);
    await givenUsersApi(app);
  });
  afterAll(() => app.close());

  const asPerson = (username: string, more: Record<string, string> = {}) => ({
    grant_type: 'password',
    username,
    password: PASSWORD,
    partner: world.slug,
    ...more,
  });

  it('U-9 issues a key of USERS_API a token of 90 days, less the second of the answer', async () => {
    const { status, body, headers } = await authorize(app.api, employeeForm(world.key));
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 7_775_999,
    });
    expect(headers.get('cache-control')).toBe('no-cache, no-store');
    expect((await bearer(app.api, body.access_token).get(ALL)).status).toBe(200);
  });

  it('U-9 issues a person a token of their own', async () => {
    const { userId } = await world.person('ana.token@example.com');
    const { status, body } = await authorize(app.api, asPerson('Ana.Token@example.com'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 7_775_999 });
    const visits = await bearer(app.api, body.access_token).get('/Api/Users/ClubVisits');
    expect(visits.body).toEqual({ elements: [] });
    expect(userId).toBeGreaterThan(0);
  });

  it('U-1 reads the names of its form in any letter case', async () => {
    const { grant_type, username, password } = employeeForm(world.key);
    const fields = { Grant_Type: grant_type, USERNAME: username, passWord: password };
    expect((await authorize(app.api, fields)).status).toBe(200);
  });

  it.each([
    ['the ampersand at the end of each line', '&\n'],
    ['the ampersand at the beginning of each line', '\r\n  &'],
    ['no ampersand', '\r\n'],
    ['indented lines', '&\n    '],
    ['empty lines', '\n\n\t&'],
  ])('U-9 takes a sample that was copied with its line breaks: %s', async (_, between) => {
    const form = new URLSearchParams(employeeForm(world.key)).toString().replaceAll('&', between);
    const { status } = await app.api.post('/Api/oauth/authorize', `\n${form}\n`, {
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    expect(status).toBe(200);
  });

  it('U-9 keeps a line break that is part of a value', async () => {
    const { username, password } = employeeForm(world.key);
    const form = `grant_type=password&username=${username}&password=${password}%0A.`;
    const { status, body } = await app.api.post('/Api/oauth/authorize', form, {
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    expect([status, body]).toEqual([400, INVALID_GRANT]);
  });

  it.each([
    ['JSON', 'application/json'],
    ['text', 'text/plain'],
  ])('U-9 answers %s with invalid_request', async (_, type) => {
    const form = employeeForm(world.key);
    const { status, body } = await app.api.post('/Api/oauth/authorize', JSON.stringify(form), {
      'Content-Type': type,
    });
    expect(status).toBe(400);
    expect(body).toEqual({
      error: 'invalid_request',
      errors: [{ code: 'InvalidParameters', property: '', message: expect.any(String) }],
    });
  });

  it.each(['grant_type', 'username', 'password'] as const)(
    'U-9 answers a missing or empty %s, or one that is sent twice, with invalid_request',
    async (name) => {
      const { [name]: value, ...rest } = employeeForm(world.key);
      const refused = {
        error: 'invalid_request',
        errors: [{ code: 'InvalidParameters', property: name, message: expect.any(String) }],
      };
      expect((await authorize(app.api, rest)).body).toEqual(refused);
      expect((await authorize(app.api, { ...rest, [name]: '' })).body).toEqual(refused);
      const twice = await authorize(app.api, { ...rest, [name]: value, [name.toUpperCase()]: 'x' });
      expect(twice).toMatchObject({ status: 400, body: refused });
    },
  );

  it('U-9 answers no body at all with invalid_request', async () => {
    const { status, body } = await app.api.post('/Api/oauth/authorize');
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_request' });
  });

  it('U-10 answers another grant type with unsupported_grant_type', async () => {
    const form = { ...employeeForm(world.key), grant_type: 'client_credentials' };
    const { status, body } = await authorize(app.api, form);
    expect(status).toBe(400);
    expect(body).toEqual({
      error: 'unsupported_grant_type',
      errors: [{ code: 'InvalidParameters', property: 'grant_type', message: expect.any(String) }],
    });
  });

  it('U-10 answers every wrong pair alike', async () => {
    await world.person('bia.token@example.com');
    const { key: weak } = await world.keyed(['CUSTOMER_READ']);
    const { key: other } = await world.keyed(['USERS_API']);
    const wrong = [
      employeeForm(weak),
      { ...employeeForm(world.key), password: other },
      { ...employeeForm(world.key), password: 'wrong' },
      { ...employeeForm(world.key), username: 'ghk_test_00000000' },
      asPerson('bia.token@example.com', { password: 'wrong' }),
      asPerson('nobody@example.com'),
      asPerson('x'.repeat(10_000)),
      asPerson('bia.token@example.com', { password: 'x'.repeat(10_000) }),
      asPerson('', { facebookToken: 'x' }),
    ];
    for (const form of wrong)
      expect(await authorize(app.api, form)).toMatchObject({ status: 400, body: INVALID_GRANT });
  });

  it.each(['nobody-has-this', 'Not A Slug \u0000', ''])(
    'asks for the slug of a partner when there are several: %j',
    async (partner) => {
      const answer = await authorize(app.api, asPerson('bia.token@example.com', { partner }));
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({
        error: 'invalid_request',
        errors: [{ code: 'InvalidParameters', property: 'partner' }],
      });
    },
  );

  it('U-3 answers no token, a bad one and other credentials with 401 and the scheme', async () => {
    const registration = await world.keyed(['WELLHUB_REGISTRATION']);
    const wellhub = await registration.get('/wellhub/token');
    const refused = [
      app.api,
      bearer(app.api, 'nothing'),
      bearer(app.api, `${'x'.repeat(3_000)}`),
      bearer(app.api, wellhub.body.access_token),
      app.api.with({ Authorization: `Basic ${btoa(`a:${world.key}`)}` }),
      app.api.withKey(world.key),
    ];
    for (const api of refused) {
      const { status, body, headers } = await api.get(ALL);
      expect({ status, body }).toEqual({ status: 401, body: UNAUTHORIZED });
      expect(headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('U-3 takes the word bearer in any letter case', async () => {
    const { body } = await authorize(app.api, employeeForm(world.key));
    const api = app.api.with({ Authorization: `bEARER ${body.access_token}` });
    expect((await api.get(ALL)).status).toBe(200);
  });

  it('U-4 takes a token of POST /admin/v1/token, if its key may use the Users API', async () => {
    const tokenOf = async (key: string) =>
      (await app.api.withKey(key).post('/admin/v1/token')).body.access_token as string;
    expect((await bearer(app.api, await tokenOf(world.key)).get(ALL)).status).toBe(200);
    const { key } = await world.keyed(['CUSTOMER_READ', 'CHECKIN_READ']);
    const { status, body, headers } = await bearer(app.api, await tokenOf(key)).get(ALL);
    expect({ status, body }).toEqual({ status: 401, body: DENIED });
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each([
    ['POST', '/Api/Users/SignUp?email=a@example.com'],
    ['POST', '/Api/Users/SignUpWithFacebook?facebookToken=x'],
    ['GET', '/Api/Users/ResetPassword?email=a@example.com'],
    ['POST', '/Api/Users/ResetPassword'],
    ['GET', '/Api/Users/SendEmailToResetPassword?email=a@example.com'],
    ['POST', '/Api/Users/ValidateCredentials'],
    ['GET', ALL],
  ])('U-4 U-32 refuses an end user: %s %s', async (method, path) => {
    const { body } = await authorize(app.api, asPerson('bia.token@example.com'));
    const answer = await bearer(app.api, body.access_token).call(method, path);
    expect(answer).toMatchObject({ status: 401, body: DENIED });
  });

  it('U-11 ends an employee token with its key, at once', async () => {
    const mortal = await world.keyed(['USERS_API']);
    const { body } = await authorize(app.api, employeeForm(mortal.key));
    const api = bearer(app.api, body.access_token);
    expect((await api.get(ALL)).status).toBe(200);
    const list = await world.admin.get(`/admin/v1/partners/${world.partnerId}/api-keys?limit=200`);
    const { id } = list.body.items.find(({ prefix }: { prefix: string }) =>
      mortal.key.startsWith(prefix),
    );
    await world.admin.delete(`/admin/v1/api-keys/${id}`);
    expect(await api.get(ALL)).toMatchObject({ status: 401, body: UNAUTHORIZED });
    expect((await authorize(app.api, employeeForm(mortal.key))).body).toEqual(INVALID_GRANT);
  });

  it('U-11 U-21 ends the tokens of a person with a reset and with the account', async () => {
    const { api } = await world.person('carla.token@example.com');
    const again = await world.employee.get(
      '/Api/Users/ResetPassword?email=carla.token@example.com',
    );
    const { resetPasswordToken } = again.body.elements[0];
    await world.employee.post('/Api/Users/ResetPassword', {
      resetPasswordToken,
      password: `${PASSWORD}, another`,
    });
    expect(await api.get('/Api/Users/ClubVisits')).toMatchObject({ status: 401 });
    const other = await world.person('dora.token@example.com');
    const path = `/admin/v1/customers/${other.userId}`;
    await world.admin.patch(path, { status: 'DISABLED' });
    expect(await other.api.get('/Api/Users/ClubVisits')).toMatchObject({ status: 401 });
    const refused = await authorize(app.api, asPerson('dora.token@example.com'));
    expect(refused.body).toEqual(INVALID_GRANT);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenUsersApi, PASSWORD, startApp, type TestApp, type UsersWorld } from './users-stage.js';

const PATHS = [
  ['POST', 'oauth/authorize'],
  ['POST', 'Users/SignUp'],
  ['POST', 'Users/SignUpWithFacebook'],
  ['GET', 'Users/ResetPassword'],
  ['GET', 'Users/SendEmailToResetPassword'],
  ['POST', 'Users/ValidateCredentials'],
  ['GET', 'Users/User'],
  ['GET', 'Users/Search'],
  ['GET', 'Users/ClubVisits'],
  ['GET', 'Users/ClubVisits/All'],
  ['GET', 'Files/Photo'],
  ['GET', 'Files/Files'],
  ['GET', 'Files/File'],
] as const;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const STATUSES = [200, 400, 401, 404, 405, 413, 500, 503];
const JSON_BODY = { 'Content-Type': 'application/json' };

describe('the wire of /Api', () => {
  let app: TestApp;
  let world: UsersWorld;

  beforeAll(async () => {
    app = await startApp();
    world = await givenUsersApi(app);
    await world.person('ana.wire@example.com');
  });
  afterAll(() => app.close());

  const error = (code: string, property = '', message: unknown = '') => ({
    errors: [{ code, property, message }],
  });
  const invalid = (property: string) => error('InvalidParameters', property, expect.any(String));

  it.each(['/Api/Users/SignUp', '/api/users/signup', '/API/USERS/SIGNUP', '/aPI/Users/SIGNup/'])(
    'U-1 U-2 answers %s',
    async (path) => {
      const { status, body, headers } = await world.employee.post(`${path}?EMAIL=case@example.com`);
      expect(status).toBe(200);
      expect(body).toEqual({ elements: [{ resetPasswordToken: expect.stringMatching(UUID) }] });
      expect(headers.get('cache-control')).toBe('no-cache, no-store');
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    },
  );

  it('U-1 reads names of a body in any letter case and ignores unknown ones', async () => {
    const { status, body } = await world.employee.post('/api/Users/ValidateCredentials', {
      username: 'ana.wire@example.com',
      PassWord: PASSWORD,
      surprise: { a: [1] },
    });
    expect({ status, email: body.elements?.[0].email }).toEqual({
      status: 200,
      email: 'ana.wire@example.com',
    });
  });

  it('U-5 reads the public sample with its trailing comma, and commas in strings as they are', async () => {
    const sample = `{
        "userName": "ana.wire@example.com",
        "password": "${PASSWORD}",     
    }`;
    const answer = await world.employee.post('/Api/Users/ValidateCredentials', sample);
    expect(answer.status).toBe(200);
    const comma = `{"userName": "ana.wire@example.com", "password": "${PASSWORD},}"}`;
    const other = await world.employee.post('/Api/Users/ValidateCredentials', comma);
    expect(other).toMatchObject({ status: 400, body: error('InvalidUserNameOrPassword') });
  });

  it.each(['{', '{"userName": "a",,}', 'nothing', '"text"', '[1]', 'null', '{"a":'.repeat(50)])(
    'U-5 answers the body %j with InvalidParameters in our own form',
    async (raw) => {
      const { status, body } = await world.employee.post(
        '/Api/Users/ValidateCredentials',
        raw,
        JSON_BODY,
      );
      expect({ status, body }).toEqual({ status: 400, body: invalid('') });
    },
  );

  it('U-5 takes application/json without a body where none is needed', async () => {
    const path = '/Api/Users/SignUp?email=nobody.wire@example.com';
    expect((await world.employee.call('POST', path, undefined, JSON_BODY)).status).toBe(200);
    expect((await world.employee.call('POST', path, '', JSON_BODY)).status).toBe(200);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])(
    'U-5 refuses %s on a call that takes JSON',
    async (type) => {
      const { status, body } = await world.employee.post(
        '/Api/Users/ValidateCredentials',
        'userName=a&password=b',
        { 'Content-Type': type },
      );
      expect({ status, body }).toEqual({ status: 400, body: invalid('') });
    },
  );

  it('U-7 answers an unknown path with 404, in any letter case', async () => {
    for (const path of ['/Api/Nothing', '/api/users', '/API', '/Api/', '/api/v2.0/odata/Members']) {
      const { status, body } = await world.employee.get(path);
      expect({ status, body }).toEqual({ status: 404, body: error('NotFound') });
    }
  });

  it.each(PATHS)('U-7 %s %s: answers other verbs with 405 and runs nothing', async (verb, path) => {
    const wrong = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
      (method) => method !== verb && path !== 'Users/ResetPassword',
    );
    for (const method of wrong) {
      const answer = await world.employee.call(method, `/api/${path}?email=ana.wire@example.com`);
      expect(answer).toMatchObject({ status: 405, body: error('MethodNotAllowed') });
      expect(answer.headers.get('allow')).toBe(verb);
    }
    const head = await world.employee.call('HEAD', `/Api/${path}?email=ana.wire@example.com`);
    expect({ status: head.status, text: head.text }).toEqual({ status: 405, text: '' });
  });

  it.each(['HEAD', 'OPTIONS'])('U-7 makes no token and sends no mail for %s', async (method) => {
    const count = async () => {
      const [row] = await app.sql(
        'select (select count(*) from password_resets) + (select count(*) from mails) as rows',
      );
      return row?.['rows'];
    };
    const before = await count();
    for (const path of ['ResetPassword', 'SendEmailToResetPassword']) {
      const url = `/Api/Users/${path}?email=ana.wire@example.com`;
      expect((await world.employee.call(method, url)).status).toBe(405);
    }
    expect(await count()).toBe(before);
  });

  it('U-7 answers a body over 64 KiB with 413', async () => {
    const body = { userName: 'x'.repeat(65_536) };
    const answer = await world.employee.post('/Api/Users/ValidateCredentials', body);
    expect(answer).toMatchObject({ status: 413, body: error('RequestTooLarge') });
  });

  it.each([
    ['GET', 'Users/ResetPassword?email=a@x.pl&Email=b@x.pl', 'email'],
    ['GET', 'Users/ResetPassword?email=%zz', 'email'],
    ['GET', 'Users/ResetPassword?email=%00', 'email'],
    ['GET', `Users/ResetPassword?email=${'x'.repeat(10_000)}`, 'email'],
    ['GET', 'Users/ResetPassword?email[]=a@x.pl', 'email'],
    ['GET', 'Users/ResetPassword', 'email'],
    ['GET', 'Users/ClubVisits?userId=1&userId=2', 'userId'],
    ['GET', 'Users/ClubVisits?userId=abc', 'userId'],
    ['GET', `Users/ClubVisits?userId=${'9'.repeat(10_000)}`, 'userId'],
    ['GET', 'Users/ClubVisits/All?timestamp=-1', 'timestamp'],
    ['GET', 'Users/ClubVisits/All?timestamp=9007199254740993', 'timestamp'],
    ['GET', 'Files/Photo', 'photoId'],
    ['GET', 'Files/Files?fileId=1.5', 'fileId'],
    ['POST', 'Users/SignUp?email=a@x.pl&facebookToken=x', 'facebookToken'],
    ['POST', 'Users/SignUpWithFacebook?facebookToken=', 'facebookToken'],
  ])('U-2 blames the parameter: %s %s', async (method, path, property) => {
    const { status, body } = await world.employee.call(method, `/Api/${path}`);
    expect({ status, body }).toEqual({ status: 400, body: invalid(property) });
  });

  it.each([
    [{ userName: ['a'], password: 'b' }, 'userName'],
    [{ userName: 'a', password: { b: 1 } }, 'password'],
    [{ userName: 7, password: 'b' }, 'userName'],
    [{ userName: 'a', username: 'b', password: 'c' }, 'userName'],
  ])('U-2 blames a field that is no text: %j', async (sent, property) => {
    const { status, body } = await world.employee.post('/Api/Users/ValidateCredentials', sent);
    expect({ status, body }).toEqual({ status: 400, body: invalid(property) });
  });

  it('answers odd requests with none but its own statuses, always as errors', async () => {
    const odd = ['%', 'x%2e', '..%2f', 'Users%2FSignUp', '<x>', '\u{1F600}', 'a'.repeat(9_000)];
    for (const path of odd)
      for (const method of ['GET', 'POST']) {
        const { status, body } = await world.employee.call(method, `/Api/${path}?a=%`);
        expect(STATUSES).toContain(status);
        expect(Object.keys(body.errors[0])).toEqual(['code', 'property', 'message']);
      }
  });
});

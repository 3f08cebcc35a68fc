import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { until } from '../support/eventually.js';
import { Mailbox } from '../../src/mail/index.js';
import { Clock } from '../../src/platform/clock/clock.js';
import {
  authorize,
  bearer,
  employeeForm,
  employeeOf,
  givenUsersApi,
  PASSWORD,
  startApp,
  type TestApp,
  type UsersWorld,
} from './users-stage.js';

const OTHER = 'quite another long one';
const LIFE_SECONDS = 90 * 86_400;
const ALL = '/Api/Users/ClubVisits/All';
const OWN = '/Api/Users/ClubVisits';
const error = (code: string) => ({
  status: 400,
  body: { errors: [{ code, property: '', message: '' }] },
});
const WRONG = error('InvalidUserNameOrPassword');

describe('what ends by itself, and on every replica of /Api', () => {
  let app: TestApp;
  let other: TestApp;
  let world: UsersWorld;

  beforeAll(async () => {
    app = await startApp();
    const { databaseUrl, secretsKeys } = app.settings;
    other = await startApp({ databaseUrl, secretsKeys });
    world = await givenUsersApi(app);
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => Promise.all([app.close(), other.close()]));

  const statuses = (token: string, path: string) =>
    Promise.all(
      [bearer(app.api, token), bearer(other.api, token)].map(
        async (api) => (await api.get(path)).status,
      ),
    );
  const ends = (token: string, path: string) =>
    until(async () => (await statuses(token, path)).every((status) => status === 401));
  const personToken = async (username: string) => {
    const fields = { grant_type: 'password', username, password: PASSWORD, partner: world.slug };
    return (await authorize(app.api, fields)).body.access_token as string;
  };
  const reset = async (resetPasswordToken: string, password = OTHER) => {
    const sent = { resetPasswordToken, password };
    const { status, body } = await world.employee.post('/Api/Users/ResetPassword', sent);
    return { status, body };
  };
  const handed = async (email: string) =>
    (await world.employee.get(`/Api/Users/ResetPassword?email=${email}`)).body.elements[0]
      .resetPasswordToken as string;
  const validate = async (userName: string, password: string, api = world.employee) => {
    const { status, body } = await api.post('/Api/Users/ValidateCredentials', {
      userName,
      password,
    });
    return { status, body };
  };

  it('U-11 refuses an employee token that is 90 days old on both replicas, one that was seen good too', async () => {
    const { key } = await world.keyed(['USERS_API']);
    const madeAgo = async (seconds: number) => {
      const now = Math.floor(Date.now() / 1_000);
      const clock = jest.spyOn(app.app.get(Clock), 'seconds').mockReturnValue(now - seconds);
      const { body } = await authorize(app.api, employeeForm(key));
      clock.mockRestore();
      return body.access_token as string;
    };
    expect(await statuses(await madeAgo(LIFE_SECONDS + 1), ALL)).toEqual([401, 401]);
    const last = await madeAgo(LIFE_SECONDS - 3_600);
    expect(await statuses(last, ALL)).toEqual([200, 200]);
    const inAnHour = Math.floor(Date.now() / 1_000) + 3_600;
    for (const replica of [app, other])
      jest.spyOn(replica.app.get(Clock), 'seconds').mockReturnValue(inAnHour);
    expect(await statuses(last, ALL)).toEqual([401, 401]);
  });

  it('U-11 refuses a person’s token that has run out on both replicas', async () => {
    await world.person('old.token@example.com');
    const token = await personToken('old.token@example.com');
    expect(await statuses(token, OWN)).toEqual([200, 200]);
    const lives = await app.sql<{ life: number }>(
      `select extract(epoch from max(expires_at - created_at))::int as life from sessions
       where kind = 'USERS_API'`,
    );
    expect(lives).toEqual([{ life: LIFE_SECONDS }]);
    await app.sql(
      `update sessions set expires_at = clock_timestamp() + interval '50 milliseconds'`,
    );
    await ends(token, OWN);
  });

  it('U-11 ends tokens on the other replica within 5 s: revoked key, reset, disabled customer', async () => {
    const mortal = await world.keyed(['USERS_API']);
    const employee = (await authorize(app.api, employeeForm(mortal.key))).body.access_token;
    expect(await statuses(employee, ALL)).toEqual([200, 200]);
    const list = await world.admin.get(`/admin/v1/partners/${world.partnerId}/api-keys?limit=200`);
    const { id } = list.body.items.find(({ prefix }: { prefix: string }) =>
      mortal.key.startsWith(prefix),
    );
    await world.admin.delete(`/admin/v1/api-keys/${id}`);
    await ends(employee, ALL);

    await world.person('reset.there@example.com');
    const person = await personToken('reset.there@example.com');
    expect(await statuses(person, OWN)).toEqual([200, 200]);
    expect((await reset(await handed('reset.there@example.com'))).status).toBe(200);
    await ends(person, OWN);

    const { userId } = await world.person('gone.there@example.com');
    const disabled = await personToken('gone.there@example.com');
    expect(await statuses(disabled, OWN)).toEqual([200, 200]);
    await world.admin.patch(`/admin/v1/customers/${userId}`, { status: 'DISABLED' });
    await ends(disabled, OWN);
  });

  it('U-19 takes a reset token for 60 minutes and not longer', async () => {
    await world.person('late@example.com');
    const older = (minutes: number) =>
      app.sql(
        `update password_resets set expires_at = expires_at - make_interval(mins => $1)
         where email_key = 'late@example.com' and used_at is null
         returning expires_at > clock_timestamp() as live`,
        [minutes],
      );
    const token = await handed('late@example.com');
    expect(await older(59)).toEqual([{ live: true }]);
    expect((await reset(token)).status).toBe(200);
    const late = await handed('late@example.com');
    expect(await older(60)).toEqual([{ live: false }]);
    expect(await reset(late)).toEqual(error('InvalidToken'));
  });

  describe('U-28 a lock', () => {
    const later = (minutes: number) =>
      app.sql(
        `update login_failures set last_at = last_at - make_interval(mins => $1),
          failed_at = array(select at - make_interval(mins => $1) from unnest(failed_at) at)`,
        [minutes],
      );
    const fail = async (email: string, times: number, api = world.employee) => {
      for (let at = 0; at < times; at += 1)
        expect(await validate(email, `wrong ${at}`, api)).toEqual(WRONG);
    };

    it('ends 15 minutes after the last counted failure; tries during it do not prolong it', async () => {
      const email = 'patient@example.com';
      await world.person(email);
      await world.person('bystander@example.com');
      await fail(email, 10);
      expect(await validate(email, PASSWORD)).toEqual(WRONG);
      await later(14);
      await fail(email, 3);
      expect(await validate(email, PASSWORD)).toEqual(WRONG);
      expect((await validate('bystander@example.com', PASSWORD)).status).toBe(200);
      await later(1);
      expect((await validate(email, PASSWORD)).status).toBe(200);
    });

    it('is of one network in end-user mode: a person elsewhere gets in', async () => {
      const email = 'network@example.com';
      await world.person(email);
      const from = async (address: string, password = PASSWORD) => {
        const fields = { grant_type: 'password', username: email, password, partner: world.slug };
        const api = app.api.with({ 'X-Forwarded-For': address });
        return (await authorize(api, fields)).status;
      };
      for (let at = 0; at < 10; at += 1)
        expect(await from(`203.0.113.${at}`, `wrong ${at}`)).toBe(400);
      expect(await from('203.0.113.99')).toBe(400);
      expect(await from('198.51.100.1')).toBe(200);
      expect(await from('"203.0.113.44:51234"')).toBe(400);
      expect(await from('203.0.113.44, [2001:db8::9]:443')).toBe(200);
    });

    it('begins after 100 failures in a row from all sources, with one mail to the owner, and ends in time', async () => {
      const email = 'besieged@example.com';
      await world.person(email);
      const notices = async () =>
        (await app.app.get(Mailbox).caught()).filter(
          ({ to, subject }) => to === email && subject.includes('failed log-ins'),
        ).length;
      const elsewhere = await employeeOf(app, (await world.keyed(['USERS_API'])).key);
      await fail(email, 1);
      // As if 98 more had been counted in the hour before.
      await app.sql(
        `update login_alarms set failed_at = array(
           select clock_timestamp() - make_interval(secs => at * 30) from generate_series(1, 99) at)
         where last_at = (select max(last_at) from login_alarms)`,
      );
      expect(await notices()).toBe(0);
      await fail(email, 1, elsewhere);
      expect(await notices()).toBe(1);
      await fail(email, 2);
      expect(await notices()).toBe(1);
      expect((await validate(email, PASSWORD)).status).toBe(400);
      await app.sql(
        `update login_alarms set failed_at = array(
           select at - interval '1 hour' from unnest(failed_at) at), last_at = last_at - interval '1 hour'
         where last_at = (select max(last_at) from login_alarms)`,
      );
      expect((await validate(email, PASSWORD)).status).toBe(200);
    });
  });
});

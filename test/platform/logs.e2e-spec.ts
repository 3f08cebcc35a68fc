import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { makeApiKey } from '../../src/partner-auth/index.js';
import { signBody } from '../../src/wellhub/index.js';
import type { Api } from '../support/api.js';
import { createDatabase } from '../support/databases.js';
import { Replica } from '../support/replica.js';
import { OPERATOR_KEY } from '../support/settings.js';

const secret = (what: string) => `${what}-${randomBytes(8).toString('hex')}`;

/** Everything that must never be read in a log, planted wherever a request has room. */
const PLANTED = {
  email: `joana.${randomBytes(4).toString('hex')}@example.com`,
  firstName: secret('Joana'),
  lastName: secret('Prado'),
  phone: '+5511987654321',
  password: secret('open sesame'),
  wellhubToken: secret('wellhub-token'),
  webhookSecret: secret('webhook-secret'),
  eventsToken: secret('events-token'),
  unknownKey: makeApiKey('live').key,
  bearer: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqb2FuYSJ9.c2lnbmF0dXJl',
  resetToken: secret('reset'),
  cookie: secret('session'),
  signature: secret('SIGNATURE'),
  code: '4921387650129384756',
  linkToken: secret('link-token'),
  wellhubId: '1234567890123',
  gpwId: 'gpw-br-1c9f1e2a-7b54',
};

describe('the log', () => {
  let replica: Replica;
  let database: Client;
  let issuedKey: string;
  let issuedToken: string;
  let usersApi: string[];

  beforeAll(async () => {
    const url = await createDatabase();
    database = new Client({ connectionString: url });
    await database.connect();
    replica = await Replica.start(url, { LOG_LEVEL: 'trace', DEADLINE_FACTOR: '1' });
    await live();
  });
  afterAll(async () => {
    await replica.kill();
    await database.end();
  });

  /** A day in the life, failures included: what succeeds is not the point here. */
  async function live(): Promise<void> {
    const { operator } = replica;
    const made = await operator.post('/admin/v1/partners', partner('fit'));
    const home = `/admin/v1/partners/${made.body.id}`;
    await operator.post('/admin/v1/partners', partner('fit'));
    await operator.put(`${home}/wellhub`, {
      environment: 'sandbox',
      accessToken: PLANTED.wellhubToken,
      webhookSecret: PLANTED.webhookSecret,
      eventsApiToken: PLANTED.eventsToken,
    });
    const key = await operator.post(`${home}/api-keys`, { name: 'k', scopes: ['PARTNER_ADMIN'] });
    issuedKey = key.body.key;
    const admin = replica.api.withKey(issuedKey);
    issuedToken = (await admin.post('/admin/v1/token')).body.access_token;
    await asWellhub(operator, home);
    await asAMember(admin, home);
    await asPartnersSoftware(operator, home);
    await asAnAttacker(replica.api);
    await whileTheDatabaseFails(operator, made.body.id);
  }

  const partner = (slug: string) => ({
    name: PLANTED.firstName,
    slug,
    timeZone: 'UTC',
    supportEmail: PLANTED.email,
  });

  /** Registers somebody, and sends a check-in of them at a gym that nobody has. */
  async function asWellhub(operator: Api, home: string): Promise<void> {
    const { email, firstName, lastName, phone, wellhubId, gpwId, webhookSecret } = PLANTED;
    const name = { first_name: firstName, last_name: lastName };
    const key = await operator.post(`${home}/api-keys`, {
      name: 'w',
      scopes: ['WELLHUB_REGISTRATION'],
    });
    const { body } = await replica.api.withKey(key.body.key).get('/wellhub/token');
    const asked = replica.api.with({ Authorization: `Bearer ${body.access_token}` });
    const user = { gympass_user_id: gpwId, email, ...name };
    expect((await asked.post('/wellhub/users', user)).status).toBe(200);
    const { urls } = (await operator.get(`${home}/wellhub`)).body;
    const event = JSON.stringify({
      event_type: 'checkin',
      event_data: {
        user: { unique_token: wellhubId, email, phone_number: phone, ...name },
        timestamp: Math.floor(Date.now() / 1_000),
        gym: { id: 4711 },
      },
    });
    const signed = { 'X-Gympass-Signature': signBody(webhookSecret, event) };
    const path = new URL(urls.test.webhooks).pathname;
    expect((await replica.api.post(path, event, signed)).status).toBe(200);
  }

  async function asAMember(admin: Api, home: string): Promise<void> {
    const { email, firstName, lastName, phone, wellhubId, gpwId, password, resetToken } = PLANTED;
    const person = { email, firstName, lastName, phoneNumber: phone, gympassId: wellhubId };
    for (let twice = 0; twice < 2; twice += 1)
      await admin.post(`${home}/customers`, { ...person, gympassUserId: gpwId });
    await admin.get(`${home}/customers?email=${encodeURIComponent(email)}`);
    await admin.post(`/Api/Users/SignUp?email=${encodeURIComponent(email)}`);
    await admin.post('/Api/Users/ValidateCredentials', { userName: email, password });
    await admin.post('/Api/Users/ResetPassword', { resetPasswordToken: resetToken, password });
    const identification = { type: 'QR_CODE', format: 'DECIMAL', value: PLANTED.code };
    const gate = replica.api.with({ Authorization: `Bearer ${PLANTED.bearer}` });
    await gate.post('/open-api/device/cardreader/identification', { identification });
  }

  /** The Users API has its e-mails and tokens in the query string. */
  async function asPartnersSoftware(operator: Api, home: string): Promise<void> {
    const { email, password, resetToken, bearer } = PLANTED;
    const key = await operator.post(`${home}/api-keys`, { name: 'u', scopes: ['USERS_API'] });
    const { access_token: token } = (
      await replica.api.withKey(key.body.key).post('/admin/v1/token')
    ).body;
    const software = replica.api.with({ Authorization: `Bearer ${token}` });
    const query = `email=${encodeURIComponent(email)}`;
    const { body } = await software.post(`/Api/Users/SignUp?${query}`);
    const { resetPasswordToken } = body.elements[0];
    usersApi = [key.body.key, token, resetPasswordToken];
    await software.get(`/api/users/resetpassword?${query}&email=${resetToken}`);
    await software.get(`/Api/Users/SendEmailToResetPassword?${query}`);
    await software.post(`/Api/Users/SignUpWithFacebook?facebookToken=${bearer}`);
    await software.post('/Api/Users/ResetPassword', { resetPasswordToken, password: email });
    await software.post('/Api/Users/ValidateCredentials', { userName: email, password });
    await software.post('/Api/Users/ValidateCredentials', `{"userName":"${email}", ${password}`);
    const form = new URLSearchParams({ grant_type: 'password', username: email, password });
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await replica.api.post(`/Api/oauth/authorize?${form}`, form.toString(), type);
  }

  async function asAnAttacker(api: Api): Promise<void> {
    const { email, password, bearer, unknownKey, cookie, signature, code } = PLANTED;
    await api.withKey(unknownKey).get('/wellhub/token');
    await api.get(`/admin/v1/partners?key=${unknownKey}&password=${encodeURIComponent(password)}`);
    const loaded = {
      Authorization: `Bearer ${bearer}`,
      Cookie: `__Host-gatehouse=${cookie}`,
      'X-Gympass-Signature': signature,
    };
    await api.with(loaded).get(`/${encodeURIComponent(email)}/${code}?email=${email}`);
    await api.with(loaded).get(`/fit/join?token=${PLANTED.linkToken}`);
    await api.with(loaded).post('/wellhub/users', { email, first_name: PLANTED.firstName });
    await api.with(loaded).post(`/wellhub/webhooks/${'A'.repeat(22)}`, { email });
    await api.withKey(OPERATOR_KEY).post('/admin/v1/partners', `{"email":"${email}", ${password}`);
    await api.withKey(OPERATOR_KEY).post('/admin/v1/partners', { [email]: password, name: 7 });
  }

  /** The driver's errors carry the rows and values they failed on. */
  async function whileTheDatabaseFails(operator: Api, partnerId: string): Promise<void> {
    await database.query(
      'alter table partners add constraint ck_no check (name not like $$Joana%$$) not valid',
    );
    const { status } = await operator.patch(`/admin/v1/partners/${partnerId}`, {
      name: `${PLANTED.firstName} ${PLANTED.lastName}`,
      supportEmail: PLANTED.email,
    });
    expect(status).toBe(500);
    await database.query('alter table partners drop constraint ck_no');
    await database.query('begin');
    await database.query('select from partners for update');
    const late = await operator.patch(`/admin/v1/partners/${partnerId}`, {
      name: PLANTED.lastName,
    });
    expect(late.status).toBe(503);
    await database.query('rollback');
    await replica.untilLogged('"request.unavailable"');
  }

  it('shows what failed, as one JSON object per line', () => {
    const told = new Set(replica.lines.flatMap(({ msg, code }) => [msg, code]));
    const failures = [
      'request.internal',
      'request.unavailable',
      'the database does not answer',
      'auth.key-invalid',
    ];
    expect(failures.filter((code) => !told.has(code))).toEqual([]);
  });

  it('names the network of a caller without a valid credential', () => {
    const refused = replica.lines.find(({ code }) => code === 'auth.key-invalid');
    expect(refused).toMatchObject({ severity: 'WARNING', network: '127.0.0.0/24' });
  });

  it('names the request of a failure, so that both sides can find it', () => {
    const failure = replica.lines.find(({ msg }) => msg === 'request.internal');
    expect(failure).toMatchObject({
      requestId: expect.stringMatching(/^[0-9a-f]{16}$/),
      method: 'PATCH',
      route: '/admin/v1/partners/:partnerId',
    });
  });

  it.each(Object.keys(PLANTED) as (keyof typeof PLANTED)[])(
    'W-69 U-8 never shows a person or a secret: %s',
    (what) => {
      const said = replica.log.toLowerCase();
      const planted = PLANTED[what].toLowerCase();
      expect(said).not.toContain(planted);
      expect(said).not.toContain(encodeURIComponent(planted));
      expect(said).not.toContain(Buffer.from(PLANTED[what]).toString('hex'));
    },
  );

  it('W-69 U-8 never shows a credential that we issued, nor the operator key', () => {
    for (const credential of [issuedKey, issuedToken, OPERATOR_KEY, ...usersApi])
      expect(replica.log).not.toContain(credential);
  });
});

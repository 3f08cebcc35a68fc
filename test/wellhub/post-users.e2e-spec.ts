import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/eventually.js';
import { AccessTokens } from '../../src/partner-auth/access-tokens.js';
import { givenWellhub, newGpwId, type Wellhub } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

describe('POST /wellhub/users', () => {
  let app: TestApp;
  let world: World;
  let wellhub: Wellhub;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    wellhub = await givenWellhub(app, world);
  });
  afterAll(() => app.close());

  const users = (gpwId: string) =>
    app.sql('select * from wellhub_users where partner_id = $1 and gpw_id = $2', [
      world.partnerId,
      gpwId,
    ]);

  describe('the answer', () => {
    it('W-9 is exactly the link to the hosted sign-up page of a new user', async () => {
      const { status, body, headers } = await wellhub.register();
      expect(status).toBe(200);
      expect(Object.keys(body)).toEqual(['redirect_link']);
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-store');
      const link = new URL(body.redirect_link);
      expect(link.origin + link.pathname).toBe(`http://localhost:3000/${world.slug}/join`);
      expect([...link.searchParams.keys()]).toEqual(['token']);
      expect(link.searchParams.get('token')).toMatch(/^[\w-]{100,300}$/);
    });

    it('W-9 never takes the link from the Host header', async () => {
      const { body } = await wellhub.api.post(
        '/wellhub/users',
        { gympass_user_id: newGpwId() },
        { 'X-Forwarded-Host': 'evil.example.com', Forwarded: 'host=evil.example.com' },
      );
      expect(body.redirect_link).not.toContain('evil');
    });

    it("W-9 is the partner's own page, filled in", async () => {
      const own = await givenAPartner(app, {
        partner: { signUpUrl: 'https://fit.example.com/{country}/{origin}?plan={status}' },
      });
      const { link } = await givenWellhub(app, own);
      const full = await link({ country_code: 'gb', origin: 'ios', user_status: '1' });
      expect(full.href).toMatch(/^https:\/\/fit\.example\.com\/GB\/ios\?plan=1&token=[\w-]+$/);
      expect((await link()).href).toMatch(/^https:\/\/fit\.example\.com\/\/\?plan=&token=[\w-]+$/);
    });

    it('W-13 holds no e-mail, name or gpw id, and two calls return two tokens', async () => {
      const gpwId = newGpwId();
      const person = { email: 'ana.prado@example.com', first_name: 'Anamaria', last_name: 'Prado' };
      const links = [
        await wellhub.link({ gympass_user_id: gpwId, ...person }),
        await wellhub.link({ gympass_user_id: gpwId, ...person }),
      ];
      for (const { href, searchParams } of links) {
        const token = searchParams.get('token') ?? '';
        const seen = [href, decodeURIComponent(href), Buffer.from(token, 'base64url').toString()];
        for (const secret of [gpwId, gpwId.slice(4), ...Object.values(person)])
          expect(seen.some((text) => text.includes(secret))).toBe(false);
      }
      expect(links[0]!.href).not.toBe(links[1]!.href);
    });

    it('W-20 keeps the connection for longer than the 300 s that Wellhub does', async () => {
      const { headers } = await wellhub.register();
      expect(headers.get('keep-alive')).toBe('timeout=310');
    });
  });

  describe('the access token', () => {
    const body = { gympass_user_id: newGpwId() };
    const post = (headers: Record<string, string>) => app.api.post('/wellhub/users', body, headers);
    const tokenOf = async (api: { key: string }) =>
      (await app.api.get('/wellhub/token', { 'X-Api-Key': api.key })).body.access_token;

    it('W-5 is refused with 401 when it is missing, bad or of another kind', async () => {
      const admin = await world.keyed(['PARTNER_ADMIN']);
      const foreign = (await admin.post('/admin/v1/token')).body.access_token;
      const { key } = await world.keyed(['WELLHUB_REGISTRATION']);
      const good = await tokenOf({ key });
      const odd = [
        {},
        { Authorization: 'Bearer nothing' },
        { Authorization: `Bearer ${foreign}` },
        { Authorization: good },
        { Authorization: `Basic ${good}` },
        { Authorization: `Bearer ${good.slice(0, -2)}` },
        { Authorization: `Bearer ${key}` },
        { 'X-Api-Key': key },
      ];
      for (const headers of odd) {
        const answer = await post(headers as Record<string, string>);
        expect({ status: answer.status, body: answer.body }).toEqual({
          status: 401,
          body: {
            message: 'Missing or wrong access token',
            code: 'invalid_token',
            request_id: answer.headers.get('x-request-id'),
          },
        });
      }
      expect(await users(body.gympass_user_id)).toEqual([]);
    });

    it('W-5 is refused once it has expired', async () => {
      const path = `/admin/v1/partners/${world.partnerId}/api-keys`;
      const made = await world.admin.post(path, { name: 'W', scopes: ['WELLHUB_REGISTRATION'] });
      const tokens = app.app.get(AccessTokens);
      const { token } = tokens.issue('wellhub-registration', made.body.id, -1);
      const answer = await post({ Authorization: `Bearer ${token}` });
      expect([answer.status, answer.body.code]).toEqual([401, 'invalid_token']);
      const good = tokens.issue('wellhub-registration', made.body.id, 60);
      expect((await post({ Authorization: `Bearer ${good.token}` })).status).toBe(200);
    });

    it.each(['Bearer ', 'bearer ', 'BEARER   '])('W-5 is accepted after "%s"', async (scheme) => {
      const token = await tokenOf(await world.keyed(['WELLHUB_REGISTRATION']));
      expect((await post({ Authorization: scheme + token })).status).toBe(200);
    });

    it('W-8 is checked before anything of the body', async () => {
      const send = (raw: string, type: string) =>
        app.api.post('/wellhub/users', raw, { 'Content-Type': type });
      expect((await send('{', 'application/json')).status).toBe(401);
      expect((await send('a=b', 'application/x-www-form-urlencoded')).status).toBe(401);
    });
  });

  describe('the body', () => {
    it.each([undefined, null, '', '   ', 42])(
      'W-6 needs gympass_user_id, not %p: 400, nothing stored',
      async (value) => {
        const count = async () => (await app.sql('select from wellhub_users')).length;
        const before = await count();
        const { status, body } = await wellhub.register({ gympass_user_id: value });
        expect({ status, body }).toEqual({
          status: 400,
          body: {
            message: "Missing 'gympass_user_id'",
            code: 'gympass_user_id_required',
            request_id: expect.any(String),
          },
        });
        expect(await count()).toBe(before);
      },
    );

    it.each(['0012345678905', `gpw-${'a'.repeat(97)}`, 'gpw-a\u0000', 'gpw-a\n'])(
      'W-7 answers 400 to the gpw id %p',
      async (gpwId) => {
        const { status, body } = await wellhub.register({ gympass_user_id: gpwId });
        expect({ status, code: body.code }).toEqual({
          status: 400,
          code: 'invalid_gympass_user_id',
        });
      },
    );

    it.each(['gpw-29caecdf-2d5e', 'gpw-29caecdf-2d5e-40b8-82b4-zzzzzzzzzzzz'])(
      'W-7 accepts %s',
      async (gpwId) =>
        expect((await wellhub.register({ gympass_user_id: gpwId })).status).toBe(200),
    );

    it('W-8 is a JSON object of at most 64 KiB', async () => {
      const send = async (raw: string, type = 'application/json') => {
        const { status, body } = await wellhub.api.post('/wellhub/users', raw, {
          'Content-Type': type,
        });
        return `${status} ${body.code}`;
      };
      const good = JSON.stringify({ gympass_user_id: newGpwId() });
      for (const raw of ['{', '[]', 'null', '7', '{"__proto__": {}}'])
        expect(await send(raw)).toBe('400 invalid_json');
      expect(await send('['.repeat(5_000))).toBe('400 invalid_json');
      expect(await send(good.padEnd(64 * 1024 + 1))).toBe('413 payload_too_large');
      expect(await send(good, 'text/plain')).toBe('415 unsupported_media_type');
      expect(await send(good, 'application/json; charset=utf-8')).toBe('200 undefined');
    });

    it('W-8 counts as JSON without a Content-Type', async () => {
      const raw = Buffer.from(JSON.stringify({ gympass_user_id: newGpwId() }));
      const { Authorization = '' } = wellhub.api['headers'];
      const response = await fetch(`${app.api.origin}/wellhub/users`, {
        method: 'POST',
        headers: { Authorization },
        body: raw,
      });
      expect(response.status).toBe(200);
    });

    it('answers other verbs with 405 and never with a redirect', async () => {
      const { status, headers } = await wellhub.api.get('/wellhub/users');
      expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'POST' });
      const slash = await wellhub.api.post('/wellhub/users/', { gympass_user_id: newGpwId() });
      expect(slash.status).toBe(200);
    });

    it('W-16 needs user_status when the partner has several offers', async () => {
      const own = await givenAPartner(app, { partner: { multiOffer: true } });
      const many = await givenWellhub(app, own);
      const { status, body } = await many.register();
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'user_status_required' });
      expect((await many.register({ user_status: 2 })).status).toBe(200);
      expect((await wellhub.register()).status).toBe(200);
    });

    it('W-16 stores a status that is no number as it is, and raises an alert', async () => {
      const gpwId = newGpwId();
      const { status } = await wellhub.register({ gympass_user_id: gpwId, user_status: 'gold' });
      expect(status).toBe(200);
      expect((await users(gpwId))[0]).toMatchObject({ plan_id: 'gold', status: 'ACTIVE' });
      const alert = await until(
        async () =>
          (
            await app.sql('select * from alerts where partner_id = $1 and code = $2', [
              world.partnerId,
              'wellhub.unknown-user-status',
            ])
          )[0],
      );
      expect(alert).toMatchObject({ detail: 'user_status "gold" is not a number', count: 1 });
    });

    it.each([
      [{}, { origin: null, country_code: null }],
      [
        { origin: 'android', country_code: 'GB' },
        { origin: 'android', country_code: 'GB' },
      ],
      [
        { origin: 'fridge', country_code: 'gb' },
        { origin: 'unknown', country_code: 'GB' },
      ],
      [{ country_code: 'United Kingdom' }, { origin: null, country_code: null }],
    ])('W-17 accepts %p', async (fields, stored) => {
      const gpwId = newGpwId();
      expect((await wellhub.register({ gympass_user_id: gpwId, ...fields })).status).toBe(200);
      expect((await users(gpwId))[0]).toMatchObject(stored);
    });
  });
});

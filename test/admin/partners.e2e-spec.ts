import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { SecretBox } from '../../src/platform/crypto/secret-box.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

describe('/admin/v1/partners, gyms, wellhub connection and API keys', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
  });
  afterAll(() => app.close());

  it('creates a partner with 201, Location and the documented defaults', async () => {
    const made = await app.operator.post('/admin/v1/partners', { name: 'Chain', slug: 'chain' });
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/admin/v1/partners/${made.body.id}`);
    expect(made.body).toMatchObject({
      timeZone: 'UTC',
      multiOffer: false,
      usageEventTypes: ['signin'],
      defaultMailTemplates: true,
    });
    const again = await app.operator.post('/admin/v1/partners', { name: 'Chain', slug: 'chain' });
    expect([again.status, again.body.code]).toEqual([409, 'partner.slug-taken']);
  });

  it("assigns a new gym its partner's language, unless it names one", async () => {
    const made = await app.operator.post('/admin/v1/partners', {
      name: 'Rede',
      slug: 'rede',
      locale: 'pt',
    });
    const gyms = `/admin/v1/partners/${made.body.id}/gyms`;
    const gym = async (body: object) => (await app.operator.post(gyms, body)).body.language;
    expect(await gym({ name: 'Centro' })).toBe('pt');
    expect(await gym({ name: 'Praia', language: 'es' })).toBe('es');
  });

  it.each([
    [{}, '/name'],
    [{ name: 'A', slug: 'admin' }, '/slug'],
    [{ name: 'A', slug: 'No Slug' }, '/slug'],
    [{ name: 'A\u0000', slug: 'a' }, '/name'],
    [{ name: 12, slug: 'a' }, '/name'],
    [{ name: 'A', slug: 'a', timeZone: 'Mars/Base' }, '/timeZone'],
    [{ name: 'A', slug: 'a', signUpUrl: 'http://x.example' }, '/signUpUrl'],
    [{ name: 'A', slug: 'a', signUpUrl: 'https://x.example/{name}' }, '/signUpUrl'],
    [{ name: 'A', slug: 'a', nmae: 'typo' }, '/nmae'],
  ])('refuses the partner %j and names %s', async (body, pointer) => {
    const { status, headers, body: problem } = await app.operator.post('/admin/v1/partners', body);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it.each([
    '',
    '[]',
    '"text"',
    'null',
    '{"name":',
    '{"__proto__":{"a":1},"name":"a","slug":"b"}',
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
  ])('answers the body %.20s with a problem of the 4xx kind', async (body) => {
    const answer = await app.operator.post('/admin/v1/partners', body);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toMatch(/^request\./);
  });

  it('refuses a body over 64 KiB and one that is no JSON by type', async () => {
    const large = await app.operator.post('/admin/v1/partners', {
      name: 'x'.repeat(70_000),
      slug: 'large',
    });
    expect([large.status, large.body.code]).toEqual([413, 'request.too-large']);
    const form = await app.operator.post('/admin/v1/partners', 'name=x', {
      'Content-Type': 'text/plain',
    });
    expect([form.status, form.body.code]).toEqual([415, 'request.unsupported-media-type']);
  });

  it('changes by merge patch: what is absent stays, null clears', async () => {
    const path = `/admin/v1/partners/${world.partnerId}`;
    await world.admin.patch(path, {
      signUpUrl: 'https://join.example/{origin}',
      supportEmail: 'a@b.example',
    });
    const cleared = await world.admin.patch(path, { signUpUrl: null });
    expect(cleared.body).toMatchObject({ signUpUrl: null, supportEmail: 'a@b.example' });
    expect((await world.admin.patch(path, { name: null })).status).toBe(400);
  });

  it("answers another partner's ids like unknown ones, byte for byte", async () => {
    const other = await givenAPartner(app);
    const unknown = '01a2003b-b624-7063-b84c-6062df76482c';
    const bare = (answer: { status: number; body: Record<string, unknown> }) => ({
      status: answer.status,
      body: { ...answer.body, traceId: '', instance: '' },
    });
    const pairs = [
      [`/admin/v1/partners/${other.partnerId}`, `/admin/v1/partners/${unknown}`],
      [`/admin/v1/partners/${other.partnerId}/wellhub`, `/admin/v1/partners/${unknown}/wellhub`],
      [`/admin/v1/gyms/${other.gymId}`, '/admin/v1/gyms/987654321'],
      [`/admin/v1/gyms/${other.gymId}`, '/admin/v1/gyms/99999999999999999999'],
      [`/admin/v1/gyms/${other.gymId}`, '/admin/v1/gyms/nonsense'],
    ];
    for (const [foreign, missing] of pairs) {
      const answer = bare(await world.admin.get(foreign!));
      expect(answer.status).toBe(404);
      expect(answer).toEqual(bare(await world.admin.get(missing!)));
    }
  });

  it('lists page by page, and refuses a cursor that is not ours', async () => {
    for (let n = 0; n < 3; n += 1)
      await world.admin.post(`/admin/v1/partners/${world.partnerId}/gyms`, { name: `Gym ${n}` });
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor ? `&cursor=${cursor}` : '';
      const { body } = await world.admin.get(
        `/admin/v1/partners/${world.partnerId}/gyms?limit=2${query}`,
      );
      seen.push(...body.items.map(({ id }: { id: number }) => id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
    const odd = await world.admin.get(
      `/admin/v1/partners/${world.partnerId}/gyms?cursor=%F0nonsense`,
    );
    expect(odd.status).toBe(400);
    expect(
      (await world.admin.get(`/admin/v1/partners/${world.partnerId}/gyms?limit=0`)).status,
    ).toBe(400);
  });

  it('W-67 a Wellhub gym id is unique per partner', async () => {
    const path = `/admin/v1/partners/${world.partnerId}/gyms`;
    const second = await world.admin.post(path, { name: 'Copy', wellhubGymId: world.wellhubGymId });
    expect([second.status, second.body.code]).toEqual([409, 'gym.wellhub-gym-id-taken']);
    const other = await givenAPartner(app);
    const theirs = await other.admin.patch(`/admin/v1/gyms/${other.gymId}`, {
      wellhubGymId: world.wellhubGymId,
    });
    expect(theirs.status).toBe(200);
  });

  it('W-29 W-54 keeps connection secrets write-only and environments apart', async () => {
    const path = `/admin/v1/partners/${world.partnerId}/wellhub`;
    const shown = await world.admin.get(path);
    expect(shown.body).toMatchObject({
      environment: 'simulator',
      accessTokenSet: true,
      webhookSecretSet: true,
    });
    expect(shown.text).not.toContain(world.webhookSecret);
    expect(shown.body.urls.test.webhooks).toMatch(
      /^http:\/\/localhost:3000\/wellhub\/[\w-]{22}\/webhooks$/,
    );
    const moved = await world.admin.put(path, { environment: 'production' });
    expect([moved.status, moved.body.code]).toEqual([400, 'wellhub-connection.token-required']);
    for (const webhookSecret of ['', 'fifteen-letters', 'x'.repeat(101)])
      expect(
        (await world.admin.put(path, { environment: 'simulator', webhookSecret })).status,
      ).toBe(400);
    const weak = { environment: 'simulator', webhookSecret: 'short', acceptWeakSecret: true };
    expect((await world.admin.put(path, weak)).status).toBe(200);
  });

  const connection = () => `/admin/v1/partners/${world.partnerId}/wellhub`;
  const gym = () => `/admin/v1/gyms/${world.gymId}`;

  it.each([
    'to\nken',
    'tok’en',
    'to\u200Bken',
    'Bearer token',
    '“token”',
    'tökén',
    'to\u0000ken',
    ' ',
    '',
  ])(
    'refuses the token %j, which no header carries, by its name on every surface',
    async (token) => {
      const put = (field: string) =>
        world.admin.put(connection(), { environment: 'simulator', [field]: token });
      const answers = [
        [await put('accessToken'), '/accessToken'],
        [await put('eventsApiToken'), '/eventsApiToken'],
        [await world.admin.patch(gym(), { wellhubAccessToken: token }), '/wellhubAccessToken'],
      ] as const;
      for (const [{ status, body }, pointer] of answers) {
        expect([status, body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([
          400,
          [pointer],
        ]);
      }
    },
  );

  it.each(['secret-\nof-sixteen', 'secret\u200B-of-sixteen', 'secret-of-sixteen\u0000x'])(
    'W-29 refuses the secret %j, whose characters are invisible, at partner and gym',
    async (webhookSecret) => {
      const put = await world.admin.put(connection(), { environment: 'simulator', webhookSecret });
      const patch = await world.admin.patch(gym(), { webhookSecret });
      for (const { status, body } of [put, patch])
        expect([status, body.errors[0].pointer]).toEqual([400, '/webhookSecret']);
    },
  );

  it('W-30 leaves out characters that were pasted along with secrets and keys', async () => {
    const around = (text: string) => ` \uFEFF${text}\u00A0\u200B\r\n`;
    const mine = await givenAPartner(app);
    const path = `/admin/v1/partners/${mine.partnerId}/wellhub`;
    const secret = 'a-secret-of-some-length';
    const put = await mine.admin.put(path, {
      environment: 'simulator',
      accessToken: around('simulator-token'),
      eventsApiToken: around('events-token'),
      webhookSecret: around(secret),
    });
    expect(put.status).toBe(200);
    const box = new SecretBox(app.settings.secretsKeys, 'wellhub-connection');
    const [row] = await app.sql<{ access_token: Buffer; events_api_token: Buffer }>(
      'select access_token, events_api_token from wellhub_connections where partner_id = $1',
      [mine.partnerId],
    );
    expect(box.openText(row!.access_token)).toBe('simulator-token');
    expect(box.openText(row!.events_api_token)).toBe('events-token');
    const posts = new WellhubPosts(app, mine);
    expect((await posts.send(posts.checkIn(newWellhubId()), { secret })).status).toBe(200);
    const { key } = await mine.keyed(['PARTNER_ADMIN']);
    const sent = Buffer.from(`${key}\u00A0\u200B`).toString('latin1');
    expect((await app.api.withKey(sent).get(path)).status).toBe(200);
    const session = { key: around(key), name: 'Ana' };
    expect((await app.api.post('/console/session', session)).status).toBeLessThan(300);
  });

  it('W-30 a secret that was stored with a line end verifies as Wellhub knows it', async () => {
    const mine = await givenAPartner(app);
    const box = new SecretBox(app.settings.secretsKeys, 'wellhub-connection');
    const change = 'update wellhub_connections set webhook_secret = $2 where partner_id = $1';
    await app.sql(change, [mine.partnerId, box.seal('stored-early\n')]);
    const posts = new WellhubPosts(app, mine);
    const send = (secret: string) => posts.send(posts.checkIn(newWellhubId()), { secret });
    // What was kept of the address before it was changed here is forgotten within seconds.
    const isTaken = ({ status }: { status: number }) => status === 200;
    await eventually(() => send('stored-early'), isTaken);
    expect((await send('stored-early\n')).status).toBe(200);
  });

  it('W-54 refuses the simulator while the sandbox is off', async () => {
    const strict = await startApp({ sandbox: false });
    const made = await strict.operator.post('/admin/v1/partners', { name: 'P', slug: 'p' });
    const put = await strict.operator.put(`/admin/v1/partners/${made.body.id}/wellhub`, {
      environment: 'simulator',
      accessToken: 'x',
      webhookSecret: 'sixteen-letters!',
    });
    expect([put.status, put.body.code]).toEqual([400, 'wellhub-connection.simulator-off']);
    await strict.close();
  });

  it('the operator names the partner on paths without one', async () => {
    const bare = await app.operator.get(`/admin/v1/gyms/${world.gymId}`);
    expect([bare.status, bare.body.code]).toEqual([400, 'request.partner-required']);
    const named = await app.operator.get(`/admin/v1/gyms/${world.gymId}`, {
      'X-Partner-Id': world.partnerId,
    });
    expect(named.status).toBe(200);
  });

  it('ends a key at its very time, its tokens and sessions too, although it was verified just before', async () => {
    const expiresAt = new Date(Date.now() + 4_000).toISOString();
    const keys = `/admin/v1/partners/${world.partnerId}/api-keys`;
    const made = await world.admin.post(keys, {
      name: 'brief',
      scopes: ['STUDIO_READ'],
      expiresAt,
    });
    const key = app.api.withKey(made.body.key);
    const { access_token } = (await key.post('/admin/v1/token')).body;
    const token = app.api.with({ Authorization: `Bearer ${access_token}` });
    const gym = `/admin/v1/gyms/${world.gymId}`;
    const statuses = async () =>
      Promise.all([key.get(gym), token.get(gym)]).then((all) => all.map(({ status }) => status));
    expect(await statuses()).toEqual([200, 200]);
    let last = 0;
    for (;;) {
      const sentAt = Date.now();
      if ((await statuses()).every((status) => status === 401)) break;
      last = sentAt;
    }
    expect(last - Date.parse(expiresAt)).toBeLessThan(100);
  });

  it('names the new resource in Location wherever it answers 201, and it is there', async () => {
    const of = `/admin/v1/partners/${world.partnerId}`;
    const key = await world.admin.post(`${of}/api-keys`, { name: 'a', scopes: ['STUDIO_READ'] });
    const device = await world.admin.post(`/admin/v1/gyms/${world.gymId}/devices`, {
      name: 'In',
      direction: 'IN',
    });
    const customer = await world.admin.post(`${of}/customers`, {});
    const membership = await world.admin.post(`${of}/memberships/?x=1`, { name: 'Gold' });
    const plan = await world.admin.post(`${of}/payment-plans`, { name: 'Monthly' });
    const terms = {
      membershipId: membership.body.id,
      paymentPlanId: plan.body.id,
      startDate: '2026-01-01',
    };
    for (const answer of [
      key,
      await world.admin.post(`/admin/v1/api-keys/${key.body.id}/rotate`, {}),
      device,
      await world.admin.post(`/admin/v1/devices/${device.body.id}/token`),
      customer,
      membership,
      plan,
      await world.admin.post(`${of}/discounts`, { name: 'Friends' }),
      await world.admin.post(`/admin/v1/customers/${customer.body.id}/contracts`, terms),
      await world.admin.post(`${of}/gyms`, { name: 'Second' }),
    ]) {
      expect(`${answer.status} ${answer.text}`).toMatch(/^201 /);
      const found = await world.admin.get(answer.headers.get('location') ?? '');
      expect([found.status, found.body.id]).toEqual([200, answer.body.id]);
    }
  });

  it('grants no key of a partner the scope of the operator', async () => {
    const keys = `/admin/v1/partners/${world.partnerId}/api-keys`;
    for (const api of [app.operator, world.admin]) {
      const made = await api.post(keys, { name: 'all', scopes: ['OPERATOR', 'STUDIO_READ'] });
      expect([made.status, made.body.code]).toEqual([403, 'api-key.beyond-own']);
    }
  });
});

import { createHmac } from 'node:crypto';
import * as http from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { Metrics } from '../../src/platform/metrics/metrics.js';
import { signBody } from '../../src/wellhub/index.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

const REFUSED = {
  message: 'Missing or wrong signature',
  code: 'invalid_signature',
  request_id: expect.any(String),
};

describe('POST /wellhub/{hook}/webhooks', () => {
  let app: TestApp;
  let world: World;
  let wellhub: WellhubPosts;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    wellhub = new WellhubPosts(app, world);
  });
  afterAll(() => app.close());

  const count = async () =>
    Number((await app.sql<{ n: string }>('select count(*) as n from wellhub_events'))[0]?.n);

  describe('signature', () => {
    it.each<[string, (digits: string) => string]>([
      ['upper case', (digits) => digits],
      ['lower case', (digits) => digits.toLowerCase()],
      ['0X', (digits) => `0X${digits}`],
      ['0x', (digits) => `0x${digits.toLowerCase()}`],
    ])('W-26 answers a good signature in the form %s with 200', async (_, form) => {
      const body = JSON.stringify(wellhub.checkIn(newWellhubId()));
      const signature = form(signBody(world.webhookSecret, body));
      const answer = await wellhub.send(body, { signature });
      expect([answer.status, answer.body]).toEqual([200, { received: true }]);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    });

    it.each<[string, (body: string, secret: string) => string | null]>([
      ['a wrong secret', (body) => signBody('not-the-secret-at-all', body)],
      ['another body', (body, secret) => signBody(secret, `${body} `)],
      ['39 digits', (body, secret) => signBody(secret, body).slice(1)],
      ['42 digits', (body, secret) => `${signBody(secret, body)}AB`],
      ['non-hex', (body, secret) => `${signBody(secret, body).slice(1)}G`],
      ['base64', (body, secret) => createHmac('sha1', secret).update(body).digest('base64')],
      ['SHA-256', (body, secret) => createHmac('sha256', secret).update(body).digest('hex')],
      ['nothing', () => null],
    ])('W-27 answers %s as a signature with 401 and stores nothing', async (_, sign) => {
      const before = await count();
      const body = JSON.stringify(wellhub.checkIn(newWellhubId()));
      const signature = sign(body, world.webhookSecret);
      const answer = await wellhub.send(body, { signature });
      expect([answer.status, answer.body]).toEqual([401, REFUSED]);
      expect(await count()).toBe(before);
    });

    it('W-27 refuses a doubled header and a compressed body, and only a counter changes', async () => {
      const { refusedWebhooks } = app.app.get(Metrics);
      const refusals = async () => (await refusedWebhooks.get()).values[0]?.value ?? 0;
      const before = await refusals();
      const body = JSON.stringify(wellhub.checkIn(newWellhubId()));
      const signature = signBody(world.webhookSecret, body);
      expect(await postTwice(app.api.origin + world.hookPath, body, signature)).toBe(401);
      const packed = gzipSync(body);
      const answer = await app.api.post(world.hookPath, packed, {
        'X-Gympass-Signature': signBody(world.webhookSecret, packed),
        'Content-Encoding': 'gzip',
      });
      expect(answer.status).toBe(401);
      expect((await refusals()) - before).toBe(2);
    });

    it('W-28 verifies the bytes: other spacing and an escaped letter need their own signature', async () => {
      const event = wellhub.checkIn(newWellhubId(), { note: 'São' });
      const plain = JSON.stringify(event);
      const spellings = [plain, JSON.stringify(event, null, 2), plain.replace('ã', '\\u00e3')];
      for (const body of spellings)
        for (const signed of spellings) {
          const signature = signBody(world.webhookSecret, signed);
          const { status } = await wellhub.send(body, { signature });
          expect(status).toBe(body === signed ? 200 : 401);
        }
    });

    it('W-28 verifies a byte order mark with the bytes and reads past it; other bytes than UTF-8 are no JSON (W-32)', async () => {
      const event = wellhub.checkIn(newWellhubId(), { note: 'São' });
      const sent = async (body: Buffer) =>
        (
          await app.api.post(world.hookPath, body, {
            'X-Gympass-Signature': signBody(world.webhookSecret, body),
          })
        ).status;
      const marked = Buffer.from(`\u{feff}${JSON.stringify(event)}`);
      expect(await sent(marked)).toBe(200);
      expect(await sent(Buffer.from(JSON.stringify(event), 'latin1'))).toBe(400);
      const unmarked = signBody(world.webhookSecret, marked.subarray(3));
      const headers = { 'X-Gympass-Signature': unmarked };
      expect((await app.api.post(world.hookPath, marked, headers)).status).toBe(401);
    });

    it('W-29 refuses everything while no secret is configured, also an empty body under an empty key', async () => {
      const bare = await givenAPartner(app, { connection: false });
      const answer = await app.operator.put(`/admin/v1/partners/${bare.partnerId}/wellhub`, {
        environment: 'simulator',
        accessToken: 'simulator-token',
      });
      const path = new URL(
        (await app.operator.get(`/admin/v1/partners/${bare.partnerId}/wellhub`)).body.urls.test
          .webhooks,
      ).pathname;
      expect(answer.status).toBeLessThan(500);
      for (const body of ['', '{}'])
        expect((await wellhub.send(body, { path, secret: '' })).status).toBe(401);
    });
  });

  it('W-30 accepts gym and partner secrets, current and previous, at a gym hook, and only the partner’s at its own', async () => {
    const gym = await world.admin.get(`/admin/v1/gyms/${world.gymId}`);
    const gymPath = new URL(gym.body.urls.test.webhooks).pathname;
    const change = async (secret: string) =>
      expect(
        (await world.admin.patch(`/admin/v1/gyms/${world.gymId}`, { webhookSecret: secret }))
          .status,
      ).toBe(200);
    await change('gym-secret-number-one');
    await change('gym-secret-number-two');
    const send = async (path: string, secret: string) =>
      (await wellhub.send(wellhub.checkIn(newWellhubId()), { path, secret })).status;
    expect(await send(gymPath, 'gym-secret-number-two')).toBe(200);
    expect(await send(gymPath, 'gym-secret-number-one')).toBe(200);
    expect(await send(gymPath, world.webhookSecret)).toBe(200);
    expect(await send(world.hookPath, 'gym-secret-number-two')).toBe(401);
    await change('gym-secret-number-three');
    expect(await send(gymPath, 'gym-secret-number-one')).toBe(401);
    const other = await givenAPartner(app);
    expect(await send(gymPath, other.webhookSecret)).toBe(401);
  });

  it('W-31 parks an event of an unknown gym, alerts, and hands it out when a gym gets that id', async () => {
    const unknown = '987654321';
    const event = wellhub.checkIn(newWellhubId(), { gym: { id: 987_654_321 } });
    expect((await wellhub.send(event)).status).toBe(200);
    const states = () =>
      app.sql<{ state: string }>(`select state from wellhub_events where wellhub_gym_id = $1`, [
        unknown,
      ]);
    const parked = await eventually(states, ([row]) => row?.state === 'PARKED');
    expect(parked).toEqual([{ state: 'PARKED' }]);
    const alerts = await app.sql(
      `select code from alerts where partner_id = $1 and object = 'wellhub-gym/987654321'`,
      [world.partnerId],
    );
    expect(alerts).toEqual([{ code: 'wellhub.unassigned-gym' }]);
    const gym = await world.admin.post(`/admin/v1/partners/${world.partnerId}/gyms`, {
      name: 'Late',
      wellhubGymId: unknown,
    });
    expect(gym.status).toBe(201);
    const handled = await eventually(states, ([row]) => row?.state === 'PROCESSED');
    expect(handled).toEqual([{ state: 'PROCESSED' }]);
  });

  it('W-31 answers an unknown hook with 401 and the same body as a bad signature', async () => {
    for (const hook of ['AbCdEfGhIjKlMnOpQrStUv', 'x', 'a%00b']) {
      const answer = await wellhub.send({}, { path: `/wellhub/${hook}/webhooks` });
      expect([answer.status, answer.body]).toEqual([401, REFUSED]);
    }
    const production = (await app.operator.get(`/admin/v1/partners/${world.partnerId}/wellhub`))
      .body.urls.production.webhooks;
    const path = new URL(production).pathname;
    expect((await wellhub.send(wellhub.checkIn(newWellhubId()), { path })).status).toBe(401);
  });

  it.each([
    '{"event_type":',
    '{"event_data":{"gym":{"id": 0001042}}}',
    '',
    '[]',
    '"checkin"',
    '{"__proto__":{}}',
    '['.repeat(5000),
  ])('W-32 answers signed %p with 400 invalid_json and keeps it encrypted', async (body) => {
    const answer = await wellhub.send(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_json']);
    const [row] = await app.sql<{ payload: Buffer }>(
      `select payload from wellhub_events where state = 'DEAD' and reason = 'invalid-json'
          order by received_at desc limit 1`,
    );
    expect(row?.payload.length).toBeGreaterThan(0);
    expect(row?.payload.indexOf(Buffer.from(`${body}    `.slice(0, 5)))).toBe(-1);
  });

  it.each<[string, unknown]>([
    ['no event_data', { event_type: 'checkin' }],
    [
      'no gym id',
      { event_type: 'checkin', event_data: { user: { unique_token: '0012345678905' } } },
    ],
    ['no unique_token', { event_type: 'checkin', event_data: { gym: { id: 1 } } }],
    [
      'letters in unique_token',
      { event_type: 'checkin', event_data: { gym: { id: 1 }, user: { unique_token: 'gpw-1' } } },
    ],
    ['no slot', { event_type: 'booking-requested', event_data: { user: { unique_token: '1' } } }],
    ['event_data null', { event_type: 'checkin-booking-occured', event_data: null }],
  ])('W-33 answers a known type with %s with 422, dead-letters it and alerts', async (_, body) => {
    const answer = await wellhub.send(body);
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_event']);
    const alerts = await app.sql(
      `select 1 from alerts where partner_id = $1 and code = 'wellhub.invalid-event'`,
      [world.partnerId],
    );
    expect(alerts.length).toBeGreaterThan(0);
  });

  it.each([{ event_type: 'gym-painted' }, {}, { event_type: 7, event_data: [] }])(
    'W-33 stores the unknown event %j as IGNORED with 200',
    async (event) => {
      const answer = await wellhub.send({ ...event, n: newWellhubId() });
      expect([answer.status, answer.body]).toEqual([200, { received: true }]);
      const [row] = await app.sql(
        `select state from wellhub_events where partner_id = $1 order by received_at desc limit 1`,
        [world.partnerId],
      );
      expect(row).toEqual({ state: 'IGNORED' });
    },
  );

  it('W-33 opens one alert per unknown type and partner, with its name', async () => {
    for (const event_type of ['gym-moved', ' gym-moved', 'gym-closed'])
      await wellhub.send({ event_type, n: newWellhubId() });
    const alerts = () =>
      app.sql(
        `select object, detail from alerts where partner_id = $1 and code = 'wellhub.unknown-event'
           and object in ('event-type/gym-moved', 'event-type/gym-closed') order by object desc`,
        [world.partnerId],
      );
    expect(await eventually(alerts, ({ length }) => length === 2)).toEqual([
      { object: 'event-type/gym-moved', detail: expect.stringContaining('gym-moved') },
      { object: 'event-type/gym-closed', detail: expect.stringContaining('gym-closed') },
    ]);
  });

  it.each([
    ['check-in', 'checkin'],
    ['Checkin', 'checkin'],
    ['checkin-booking-occured', 'checkin-booking-occurred'],
    ['booking.Requested', 'booking-requested'],
    ['booking-cancelled', 'booking-canceled'],
    ['booking.LateCancelation', 'booking-late-canceled'],
    ['SYSTEM_INTEGRATION_REQUESTED', 'system-integration-requested'],
    [' checkin\n', 'checkin'],
    ['checkin.occurred', 'checkin'],
    ['Booking Requested', 'booking-requested'],
  ])('W-34 stores the spelling %j as %s, also under its own URL', async (spelling, normal) => {
    for (const path of [world.hookPath, `${world.hookPath}/${spelling.trim().replace(' ', '-')}`]) {
      const id = newWellhubId();
      const event_data = {
        user: { unique_token: id },
        gym: { id: 1042 },
        slot: { gym_id: 1042, booking_number: `BK_${id}` },
        booking: { booking_number: `BK_${id}` },
        gym_id: 1042,
        timestamp: 1_795_280_400,
        event_id: id,
      };
      expect((await wellhub.send({ event_type: spelling, event_data }, { path })).status).toBe(200);
      const [row] = await app.sql(
        `select type from wellhub_events where partner_id = $1 order by received_at desc limit 1`,
        [world.partnerId],
      );
      expect(row).toEqual({ type: normal });
    }
  });

  it('W-34 C-137 takes the path without a hook only while there is one partner, whose test environment is no other', async () => {
    expect(
      (await wellhub.send(wellhub.checkIn(newWellhubId()), { path: '/wellhub/webhooks' })).status,
    ).toBe(401);
    const single = await startApp();
    try {
      const only = await givenAPartner(single);
      await givenAPartner(single, { testOf: only.partnerId });
      const posts = new WellhubPosts(single, only);
      for (const path of ['/wellhub/webhooks', '/wellhub/webhooks/checkin']) {
        const answer = await posts.send(posts.checkIn(newWellhubId()), { path });
        expect([answer.status, answer.body]).toEqual([200, { received: true }]);
      }
    } finally {
      await single.close();
    }
  });

  it('W-35 takes times in seconds and milliseconds, ids as numbers and strings, for the same event', async () => {
    const before = await count();
    const seconds = Math.floor(Date.now() / 1000);
    const gym = world.wellhubGymId;
    const id = '12345' + newWellhubId().slice(5, 13);
    const variants = [
      { timestamp: seconds, gym: { id: Number(gym) }, user: { unique_token: id } },
      { timestamp: seconds * 1000, gym: { id: gym }, user: { unique_token: Number(id) } },
      { timestamp: seconds, gym: { id: gym }, user: { unique_token: id, name: 7 }, odd: [{}] },
      { timestamp: seconds, gym: { id: ` ${gym}` }, user: { unique_token: `${id}\n` } },
    ];
    for (const event_data of variants)
      expect((await wellhub.send({ event_type: 'checkin', event_data })).status).toBe(200);
    expect((await count()) - before).toBe(1);
  });

  it('W-38 stores one delivery sent 4 times in parallel, and replayed later, as one row', async () => {
    const before = await count();
    const event = wellhub.checkIn(newWellhubId());
    const answers = await Promise.all([1, 2, 3, 4].map(() => wellhub.send(event)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await wellhub.send(event)).status).toBe(200);
    expect((await count()) - before).toBe(1);
  });

  it('W-38 stores 60 different deliveries at once, each exactly once', async () => {
    const before = await count();
    const events = Array.from({ length: 60 }, () => wellhub.checkIn(newWellhubId()));
    const answers = await Promise.all([...events, ...events].map((event) => wellhub.send(event)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await count()) - before).toBe(60);
  });

  it('W-40 takes a booking event as known when either its event_id or its type and number are', async () => {
    const before = await count();
    const event = (event_id: string, booking_number: string) => ({
      event_type: 'booking-requested',
      event_data: {
        user: { unique_token: '0012345678905' },
        timestamp: Date.now(),
        event_id,
        slot: { id: 1, gym_id: Number(world.wellhubGymId), class_id: 2, booking_number },
      },
    });
    const [a, b] = [newWellhubId(), newWellhubId()];
    for (const sent of [event(a, `BK_${a}`), event(b, `BK_${a}`), event(a, `BK_${b}`)])
      expect((await wellhub.send(sent)).status).toBe(200);
    expect((await count()) - before).toBe(1);
    const pairs = Array.from({ length: 20 }, newWellhubId).flatMap((id) => [
      event(`${id}-1`, `BK_${id}`),
      event(`${id}-2`, `BK_${id}`),
    ]);
    await Promise.all(pairs.map((sent) => wellhub.send(sent)));
    expect((await count()) - before).toBe(21);
  });

  it('W-41 answers GET with 405, another media type with 415, too large with 413, and never redirects', async () => {
    const get = await app.api.get(world.hookPath);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    const text = await wellhub.send('{}', { headers: { 'Content-Type': 'text/plain' } });
    expect([text.status, text.body.code]).toEqual([415, 'unsupported_media_type']);
    const large = await wellhub.send('x'.repeat(64 * 1024 + 1));
    expect([large.status, large.body.code]).toEqual([413, 'payload_too_large']);
    const slash = await wellhub.send(wellhub.checkIn(newWellhubId()), {
      path: `${world.hookPath}/`,
    });
    expect([200, 404]).toContain(slash.status);
    const odd = await wellhub.send({}, { path: `${world.hookPath}/a%20b` });
    expect(odd.status).toBe(404);
  });

  it('W-70 keeps nothing of a body readable', async () => {
    const event = wellhub.checkIn(newWellhubId(), {
      user: { unique_token: newWellhubId(), email: 'ana.sealed@example.com' },
    });
    await wellhub.send(event);
    const rows = await app.sql<{ payload: Buffer }>(
      'select payload from wellhub_events where payload is not null',
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ payload }) => payload.includes('ana.sealed'))).toBe(false);
  });
});

/** fetch joins headers, so a doubled one needs a plain client. */
function postTwice(url: string, body: string, signature: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Gympass-Signature': [signature, signature],
      },
    });
    request.on('response', (response) => resolve(response.resume().statusCode ?? 0));
    request.on('error', reject);
    request.end(body);
  });
}

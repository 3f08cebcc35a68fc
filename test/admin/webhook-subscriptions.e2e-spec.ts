import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/eventually.js';
import { subscribe, publishEvents, deliveriesOf, ended } from '../events/subscribing.js';
import { answering, Receiver } from '../support/receiver.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const UNKNOWN = '0197f3a0-0000-7000-8000-000000000000';
const HOOK = 'https://hooks.example.com/gatehouse';
const created = (entityId: number) => ({ type: 'CUSTOMER_CREATED', entityId }) as const;

describe('event subscriptions', () => {
  let app: TestApp;
  let world: World;
  let collection: string;
  const at = (id: string, rest = '') => `/admin/v1/webhook-subscriptions/${id}${rest}`;

  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    world = await givenAPartner(app);
    collection = `/admin/v1/partners/${world.partnerId}/webhook-subscriptions`;
  });
  afterAll(() => app.close());

  it('are made with 201 and Location; key and secret are shown this once and stored encrypted', async () => {
    const { status, body, headers } = await world.admin.post(collection, { url: HOOK });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(at(body.id));
    expect(body).toEqual({
      id: expect.any(String),
      url: HOOK,
      eventTypes: null,
      gymId: null,
      retry: 'default',
      state: 'ACTIVE',
      disabledAt: null,
      disabledReason: null,
      replayFrom: null,
      previousSecretUntil: null,
      createdAt: expect.stringMatching(/Z$/),
      key: expect.stringMatching(/^whk_.{40,}$/),
      secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
    });
    const { key, secret, ...shown } = body;
    expect((await world.admin.get(at(body.id))).body).toEqual(shown);
    expect((await world.admin.get(collection)).body).toEqual({ items: [shown], nextCursor: null });
    const [row] = await app.sql<{ stored: Buffer }>(
      'select webhook_key || secret as stored from webhook_subscriptions where id = $1',
      [body.id],
    );
    expect(row!.stored.includes(key)).toBe(false);
    expect(row!.stored.includes(secret)).toBe(false);
  });

  it('are at most 50 per partner, also when they are made in parallel; a deleted one makes room', async () => {
    const create = () => world.admin.post(collection, { url: HOOK });
    const answers = await Promise.all(Array.from({ length: 54 }, create));
    const refused = answers.filter(({ status }) => status === 409);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    expect(refused).toHaveLength(4);
    expect(refused[0]?.body).toMatchObject({
      code: 'webhook-subscription.too-many',
      title: expect.stringContaining('delete one'),
    });
    const made = answers.find(({ status }) => status === 201)?.body.id;
    expect((await world.admin.delete(at(made))).status).toBe(204);
    expect((await create()).status).toBe(201);
  });

  it.each([
    [{}, '/url'],
    [{ url: 'not a url' }, '/url'],
    [{ url: HOOK, eventTypes: ['CUSTOMER_SNEEZED'] }, '/eventTypes'],
    [{ url: HOOK, eventTypes: 'CUSTOMER_CREATED' }, '/eventTypes'],
    [{ url: HOOK, gymId: '12' }, '/gymId'],
    [{ url: HOOK, retry: 'sometimes' }, '/retry'],
    [{ url: HOOK, retry: [0] }, '/retry'],
    [{ url: HOOK, retry: [86_400, 1] }, '/retry'],
    [{ url: HOOK, evenTypes: [] }, '/evenTypes'],
    [{ url: HOOK, state: 'DISABLED' }, '/state'],
  ])('are refused with 400 naming the field: %j', async (wanted, pointer) => {
    const { status, body } = await world.admin.post(collection, wanted);
    expect(status).toBe(400);
    expect(body.errors[0].pointer).toBe(pointer);
  });

  it('take no gym of another partner as a filter', async () => {
    const other = await givenAPartner(app);
    const { status, body } = await world.admin.post(collection, { url: HOOK, gymId: other.gymId });
    expect([status, body.code]).toEqual([404, 'gym.not-found']);
  });

  it('are changed by a merge patch, null clears a filter', async () => {
    const made = await world.admin.post(collection, {
      url: HOOK,
      eventTypes: ['CUSTOMER_CHECKIN'],
      gymId: world.gymId,
      retry: [5, 60],
    });
    const patched = await world.admin.patch(at(made.body.id), { url: `${HOOK}/2` });
    expect(patched.body).toMatchObject({
      url: `${HOOK}/2`,
      eventTypes: ['CUSTOMER_CHECKIN'],
      gymId: world.gymId,
      retry: [5, 60],
    });
    const cleared = await world.admin.patch(at(made.body.id), { eventTypes: null, gymId: null });
    expect(cleared.body).toMatchObject({ eventTypes: null, gymId: null, retry: [5, 60] });
    expect((await world.admin.patch(at(made.body.id), { key: 'mine' })).status).toBe(400);
  });

  it('C-68 tell since when and why they are disabled, until they are made ACTIVE', async () => {
    const receiver = await Receiver.start(answering(410));
    const gone = await subscribe(world, receiver);
    await publishEvents(app, world.partnerId, created(1));
    await ended(world, gone.id);
    const disabled = { state: 'DISABLED', disabledAt: expect.stringMatching(/Z$/) };
    const shown = (await world.admin.get(at(gone.id))).body;
    expect(shown).toMatchObject({ ...disabled, disabledReason: 'RECEIVER_GONE' });
    const renamed = await world.admin.patch(at(gone.id), { state: 'DISABLED', url: HOOK });
    expect(renamed.body).toEqual({ ...shown, url: HOOK });
    const active = { state: 'ACTIVE', disabledAt: null, disabledReason: null };
    expect((await world.admin.patch(at(gone.id), { state: 'ACTIVE' })).body).toMatchObject(active);
    const byHand = await world.admin.patch(at(gone.id), { state: 'DISABLED' });
    expect(byHand.body).toMatchObject({ ...disabled, disabledReason: 'BY_HAND' });
    await receiver.stop();
  });

  it('C-68 are not changed by a caller who saw an older state, also of parallel ones', async () => {
    const { id } = (await world.admin.post(collection, { url: HOOK })).body;
    const seen = (await world.admin.get(at(id))).headers.get('etag') ?? '';
    const change = (retry: number[]) => world.admin.patch(at(id), { retry }, { 'If-Match': seen });
    const answers = await Promise.all([change([1]), change([2]), change([3])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const made = answers.find(({ status }) => status === 200)!;
    expect((await world.admin.get(at(id))).body.retry).toEqual(made.body.retry);
    const etag = made.headers.get('etag') ?? '';
    await world.admin.post(at(id, '/rotate-secret'));
    const onwards = await world.admin.patch(at(id), { retry: [4] }, { 'If-Match': etag });
    expect(onwards.status).toBe(200);
    const stale = await world.admin.patch(at(id), { retry: [5] }, { 'If-Match': etag });
    expect([stale.status, stale.body.code]).toEqual([412, 'if-match.changed']);
  });

  it('are deleted with 204, get no further events and are gone', async () => {
    const receiver = await Receiver.start();
    const { id } = await subscribe(world, receiver);
    expect((await world.admin.delete(at(id))).status).toBe(204);
    expect((await world.admin.get(at(id))).status).toBe(404);
    expect((await world.admin.delete(at(id))).status).toBe(404);
    const witness = await Receiver.start();
    await subscribe(world, witness);
    await publishEvents(app, world.partnerId, created(1));
    await witness.next();
    expect(receiver.received).toEqual([]);
  });

  it('are listed page by page', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1)
      ids.push((await world.admin.post(collection, { url: HOOK })).body.id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await world.admin.get(
        `${collection}?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(ids);
    const bad = Buffer.from('-'.repeat(36)).toString('base64url');
    expect((await world.admin.get(`${collection}?cursor=${bad}`)).status).toBe(400);
  });

  it('rotate their secret with an overlap of a day by default', async () => {
    const { body: made } = await world.admin.post(collection, { url: HOOK });
    const { status, body } = await world.admin.post(at(made.id, '/rotate-secret'), {});
    expect(status).toBe(200);
    expect(body.secret).not.toBe(made.secret);
    expect(body.key).toBeUndefined();
    const hours = (Date.parse(body.previousSecretUntil) - Date.now()) / 3_600_000;
    expect(hours).toBeCloseTo(24, 1);
    const tooLong = await world.admin.post(at(made.id, '/rotate-secret'), {
      graceSeconds: 604_801,
    });
    expect(tooLong.status).toBe(400);
  });

  it('send a TEST event of the gym to the requested subscription, whatever its filter', async () => {
    const [asked, other] = [await Receiver.start(), await Receiver.start()];
    const { id } = await subscribe(world, asked, { eventTypes: ['CUSTOMER_CHECKIN'] });
    await subscribe(world, other);
    const { status, body, headers } = await world.admin.post(at(id, '/test'));
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/admin/v1/deliveries/${body.id}`);
    const [got] = await asked.next();
    expect(got!.json).toMatchObject({
      entityId: world.gymId,
      uuid: body.eventId,
      payload: [{ type: 'TEST' }],
    });
    expect(got!.json.payload[0].content).toBeUndefined();
    expect(await ended(world, id)).toMatchObject({ id: body.id, state: 'DELIVERED' });
    expect(other.received).toEqual([]);
  });

  it('show their deliveries newest first, by state and page by page', async () => {
    const receiver = await Receiver.start((got, response) =>
      answering(got.json.entityId === 3 ? 500 : 204)(got, response),
    );
    const { id } = await subscribe(world, receiver, { retry: [] });
    for (const n of [1, 2, 3]) {
      await publishEvents(app, world.partnerId, created(n));
      await receiver.next(n);
    }
    await until(
      async () => (await deliveriesOf(world, id, '?state=PENDING')).body.items.length === 0,
    );
    const failed = (await deliveriesOf(world, id, '?state=FAILED')).body.items;
    expect(failed).toEqual([
      {
        id: expect.any(String),
        subscriptionId: id,
        eventId: receiver.received[2]!.json.uuid,
        eventType: 'CUSTOMER_CREATED',
        state: 'FAILED',
        attempts: [
          {
            at: expect.stringMatching(/Z$/),
            url: receiver.url,
            status: 500,
            error: 'answered 500',
            durationMs: expect.any(Number),
          },
        ],
        nextAttemptAt: null,
        createdAt: expect.stringMatching(/Z$/),
        finishedAt: expect.stringMatching(/Z$/),
      },
    ]);
    const first = (await deliveriesOf(world, id, '?limit=2')).body;
    const second = (await deliveriesOf(world, id, `?limit=2&cursor=${first.nextCursor}`)).body;
    const events = [...first.items, ...second.items].map((item) => item.eventId);
    expect(events).toEqual(receiver.received.map(({ json }) => json.uuid).toReversed());
    expect(second.nextCursor).toBeNull();
    expect((await deliveriesOf(world, id, '?state=LOST')).status).toBe(400);
  });

  it('replay one delivery with the same uuid and bytes, but none that is still being tried', async () => {
    const receiver = await Receiver.start(answering(500));
    const { id } = await subscribe(world, receiver);
    await publishEvents(app, world.partnerId, created(1));
    await receiver.next();
    const [pending] = (await deliveriesOf(world, id)).body.items;
    const refused = await world.admin.post(`/admin/v1/deliveries/${pending.id}/replay`);
    expect([refused.status, refused.body.code]).toEqual([409, 'delivery.pending']);
    await app.sql(`update webhook_deliveries set state = 'DELIVERED' where id = $1`, [pending.id]);
    const again = await world.admin.post(`/admin/v1/deliveries/${pending.id}/replay`);
    expect(again.status).toBe(201);
    const [first, second] = await receiver.next(2);
    expect(second!.body).toBe(first!.body);
    await app.sql('delete from events where partner_id = $1', [world.partnerId]);
    const gone = await world.admin.post(`/admin/v1/deliveries/${pending.id}/replay`);
    expect([gone.status, gone.body.code]).toEqual([410, 'delivery.event-not-kept']);
    expect((await world.admin.get(`/admin/v1/deliveries/${pending.id}`)).body.eventType).toBeNull();
  });

  it('replay everything since a moment through their filter, in pages, and older than kept is 400', async () => {
    const since = new Date();
    await publishEvents(
      app,
      world.partnerId,
      ...Array.from({ length: 1_100 }, (_, n) => created(n + 1)),
      {
        type: 'CUSTOMER_UPDATED',
        entityId: 9_999,
      },
    );
    await until(async () => {
      const open = await app.sql('select 1 from events where dispatched_at is null');
      return open.length === 0;
    });
    const receiver = await Receiver.start();
    const { id } = await subscribe(world, receiver, { eventTypes: ['CUSTOMER_CREATED'] });
    const from = encodeURIComponent(since.toISOString());
    const { status, body } = await world.admin.post(at(id, `/replay?from=${from}`));
    expect(status).toBe(202);
    expect(body).toEqual({ from: since.toISOString(), until: expect.stringMatching(/Z$/) });
    await receiver.next(1_100, 25_000);
    await until(async () => {
      const open = await app.sql(
        'select 1 from webhook_subscriptions where replay_from is not null',
      );
      return open.length === 0;
    });
    const ids = new Set(receiver.received.map(({ json }) => json.entityId));
    expect([ids.size, ids.has(9_999)]).toEqual([1_100, false]);

    const old = new Date(Date.now() - 33 * 86_400_000).toISOString();
    const refused = await world.admin.post(at(id, `/replay?from=${old}`));
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/from']);
    expect((await world.admin.post(at(id, '/replay'))).status).toBe(400);
    expect((await world.admin.post(at(id, '/replay?from=yesterday'))).status).toBe(400);
  });

  it('need WEBHOOK_READ to read and WEBHOOK_WRITE to change', async () => {
    const { body } = await world.admin.post(collection, { url: HOOK });
    const reader = await world.keyed(['WEBHOOK_READ']);
    const writer = await world.keyed(['WEBHOOK_WRITE']);
    expect((await reader.get(at(body.id))).status).toBe(200);
    expect((await reader.post(at(body.id, '/test'))).status).toBe(403);
    expect((await reader.delete(at(body.id))).status).toBe(403);
    expect((await writer.get(collection)).status).toBe(403);
    expect((await writer.patch(at(body.id), { retry: 'magicline' })).status).toBe(200);
    expect((await app.api.get(collection)).status).toBe(401);
  });

  it("answer another partner's ids byte for byte like unknown ones", async () => {
    const receiver = await Receiver.start();
    const { id } = await subscribe(world, receiver);
    await publishEvents(app, world.partnerId, created(1));
    await receiver.next();
    const [delivery] = (await deliveriesOf(world, id)).body.items;
    const stranger = (await givenAPartner(app)).admin;
    const from = new Date().toISOString();
    const calls: [string, string, string][] = [
      ['GET', at(id), at(UNKNOWN)],
      ['PATCH', at(id), at(UNKNOWN)],
      ['DELETE', at(id), at(UNKNOWN)],
      ['POST', at(id, '/rotate-secret'), at(UNKNOWN, '/rotate-secret')],
      ['POST', at(id, '/test'), at(UNKNOWN, '/test')],
      ['POST', at(id, `/replay?from=${from}`), at(UNKNOWN, `/replay?from=${from}`)],
      ['GET', at(id, '/deliveries'), at(UNKNOWN, '/deliveries')],
      ['GET', `/admin/v1/deliveries/${delivery.id}`, `/admin/v1/deliveries/${UNKNOWN}`],
      [
        'POST',
        `/admin/v1/deliveries/${delivery.id}/replay`,
        `/admin/v1/deliveries/${UNKNOWN}/replay`,
      ],
    ];
    const masked = (text: string, path: string) =>
      text.replace(path.split('?')[0]!, 'PATH').replace(/"traceId":"[^"]*"/, '');
    for (const [method, theirs, unknown] of calls) {
      const body = ['PATCH'].includes(method) || theirs.includes('rotate') ? {} : undefined;
      const one = await stranger.call(method, theirs, body);
      const two = await stranger.call(method, unknown, body);
      expect([method, theirs, one.status]).toEqual([method, theirs, 404]);
      expect(masked(one.text, theirs)).toBe(masked(two.text, unknown));
    }
    expect((await stranger.get(collection)).status).toBe(404);
    expect((await world.admin.get(at('not-a-uuid'))).status).toBe(404);
  });
});

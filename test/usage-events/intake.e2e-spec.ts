import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Sweeps } from '../../src/platform/database/sweeps.js';
import { givenAPartner } from '../support/world.js';
import { UsageStage, type UsageWorld } from './usage-stage.js';

describe('the usage events of the admin API', () => {
  let stage: UsageStage;
  let world: UsageWorld;

  beforeAll(async () => {
    stage = await UsageStage.open();
  });
  afterAll(() => stage.close());
  // Without a token nothing is sent: what is stored stays to be looked at.
  beforeEach(async () => {
    const partner = { usageEventTypes: ['signin', 'class'] };
    world = await stage.partner({ partner, connection: { eventsApiToken: undefined } });
  });

  it('are taken one by one', async () => {
    const id = await world.customer();
    const { timestamp, ...event } = world.event(5, { eventType: 'class', eventTitle: 'Yoga' });
    const answer = await world.post({ timestamp, ...event, geoLatitude: -23.5 });
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    expect(answer.headers.get('Location')).toBe(world.path);
    expect(answer.body.items).toEqual([
      {
        ...event,
        timestamp,
        geoLatitude: -23.5,
        id: expect.any(String),
        state: 'QUEUED',
        source: 'ADMIN',
        customerId: id,
        sentAt: null,
        lastStatus: null,
        lastKey: null,
        createdAt: expect.any(String),
      },
    ]);
  });

  it('are taken as an array, also for a person whom we do not know', async () => {
    const answer = await world.post([world.event(2), world.event(1)]);
    expect(answer.status).toBe(201);
    const items = answer.body.items as { customerId: null }[];
    expect(items.map(({ customerId }) => customerId)).toEqual([null, null]);
    expect(await world.rows()).toHaveLength(2);
  });

  it.each([
    ['/eventType', { eventType: 'dance' }],
    ['/eventType', { eventType: undefined }],
    ['/eventType', { eventType: 7 }],
    ['/gpwId', { gpwId: 'ana' }],
    ['/gpwId', { gpwId: 'gpw-' }],
    ['/gpwId', { gpwId: `gpw-${'a'.repeat(97)}` }],
    ['/timestamp', { timestamp: '2026-11-21' }],
    ['/timestamp', { timestamp: 1_795_280_400 }],
    ['/timestamp', { timestamp: '2999-01-01T00:00:00Z' }],
    ['/email', { email: 'ana@example.com' }],
    ['/gpw_id', { gpw_id: 'gpw-1' }],
    ['/eventDuration', { eventDuration: '45' }],
    ['/geoLatitude', { geoLatitude: 91 }],
    ['/device', { device: null }],
    ['/device', { device: { constructor: { prototype: {} } } }],
    ['/more', { more: { constructor: 'x' } }],
    ['/constructor', { constructor: { x: 1 } }],
  ])('W-66 are refused with the pointer %s for %j', async (pointer, wrong) => {
    const answer = await world.post({ ...world.event(1), ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const pointers = answer.body.errors.map((error: { pointer: string }) => error.pointer);
    expect(new Set(pointers)).toEqual(new Set([pointer]));
    expect(await world.rows()).toEqual([]);
  });

  it('W-66 are stored as a whole array or not at all', async () => {
    const batch = [world.event(2), { ...world.event(1), eventType: 'dance' }, 'x', world.event(-9)];
    const answer = await world.post(batch);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([{ pointer: '/2', detail: 'must be a JSON object' }]);
    const again = await world.post(batch.filter((one) => one !== 'x'));
    const pointers = again.body.errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers).toEqual(['/1/eventType', '/2/timestamp']);
    expect(await world.rows()).toEqual([]);
  });

  it.each([[[]], ['word'], [null], [[[]]]])('refuse the body %j', async (body) => {
    expect((await world.post(JSON.stringify(body))).status).toBe(400);
  });

  it('are stored once for one Idempotency-Key', async () => {
    const body = [world.event(1)];
    const key = { 'Idempotency-Key': 'again' };
    const first = await world.post(body, key);
    const second = await world.post(body, key);
    expect(second.headers.get('Idempotency-Replayed')).toBe('true');
    expect(second.body).toEqual(first.body);
    expect(await world.rows()).toHaveLength(1);
  });

  it('W-66 after the cancellation are listed as unpayable, those before it are not', async () => {
    await world.cancel(new Date(Date.now() - 10 * 60_000));
    const { body } = await world.post([world.event(20), world.event(5)]);
    const states = body.items.map((item: { state: string }) => item.state);
    expect(states).toEqual(['QUEUED', 'UNPAYABLE']);
    const listed = await world.world.admin.get(`${world.path}?state=UNPAYABLE`);
    expect(listed.body.items).toEqual([body.items[1]]);
  });

  it('are listed newest first, in pages', async () => {
    const { body } = await world.post([world.event(1), world.event(9), world.event(3)]);
    const first = await world.world.admin.get(`${world.path}?limit=2`);
    const next = `${world.path}?limit=2&cursor=${first.body.nextCursor}`;
    const second = await world.world.admin.get(next);
    expect([...first.body.items, ...second.body.items]).toEqual(body.items.toReversed());
    expect(second.body.nextCursor).toBeNull();
    expect((await world.world.admin.get(`${world.path}?state=LOST`)).status).toBe(400);
  });

  it('want the scope of check-ins, the whole partner, and its own key', async () => {
    const { keyed, gymId } = world.world;
    const reader = await keyed(['CHECKIN_READ']);
    const narrowed = await keyed(['CHECKIN_READ', 'CHECKIN_WRITE'], { gymId });
    const stranger = (await givenAPartner(stage.app)).admin;
    const answers = [
      await reader.post(world.path, world.event(1)),
      await (await keyed(['CUSTOMER_READ'])).get(world.path),
      await narrowed.post(world.path, world.event(1)),
      await narrowed.get(world.path),
      await stranger.post(world.path, world.event(1)),
      await stranger.get(world.path),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 404, 404]);
    expect((await reader.get(world.path)).body.items).toEqual([]);
  });

  it('W-70 lose the person when it is erased; what was not sent is not sent any more', async () => {
    const earlier = await world.post(world.event(2, { device: 'Ana’s phone' }));
    const id = await world.customer();
    await world.post(world.event(1));
    expect((await world.world.admin.delete(`/admin/v1/customers/${id}`)).status).toBe(204);
    const blank = { gpw_id: null, customer_id: null, details: null, state: 'UNPAYABLE' };
    expect(earlier.status).toBe(201);
    expect(await world.rows()).toEqual([
      expect.objectContaining(blank),
      expect.objectContaining(blank),
    ]);
  });

  it('move with the profile that is merged', async () => {
    const from = await world.customer();
    await world.post(world.event(1));
    const into = await world.customer(null);
    const merge = `/admin/v1/customers/${from}/merge`;
    expect((await world.world.admin.post(merge, { intoCustomerId: into })).status).toBe(200);
    expect(await world.rows()).toMatchObject([{ customer_id: into, gpw_id: world.gpwId }]);
  });

  it('are kept for 400 days', async () => {
    await world.post([world.event(2), world.event(1)]);
    const [first] = await world.rows();
    await stage.app.sql(
      `update usage_events set created_at = clock_timestamp() - interval '401 days' where no = $1`,
      [first!.no],
    );
    await stage.app.app.get(Sweeps).sweep();
    expect(await world.rows()).toHaveLength(1);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { Outbox } from '../../src/event-webhooks/index.js';
import { Database, type Queries } from '../../src/platform/database/database.js';
import { runOutsideRequests } from '../../src/platform/deadline/request-context.js';
import { Receiver } from '../support/receiver.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';
import { subscribe, publishEvents } from './subscribing.js';

const created = (entityId: number) => ({ type: 'CUSTOMER_CREATED', entityId }) as const;

describe('GET /admin/v1/partners/{partnerId}/events', () => {
  let app: TestApp;
  let world: World;
  let path: string;
  const event = (entityId: number) => ({ ...created(entityId), partnerId: world.partnerId });

  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    world = await givenAPartner(app);
    path = `/admin/v1/partners/${world.partnerId}/events`;
  });
  afterAll(() => app.close());

  const read = async (cursor?: string, limit = 50) => {
    const at = cursor === undefined ? '' : `&cursor=${cursor}`;
    const { body } = await world.admin.get(`${path}?limit=${limit}${at}`);
    const ids: number[] = body.items.map((item: { entityId: number }) => item.entityId);
    return { ids, items: body.items, next: body.nextCursor as string };
  };

  /** Until every transaction of this moment has ended, those of other tests on the same server too: the feed waits for them. */
  const settled = async () => {
    const [now] = await app.sql('select pg_snapshot_xmax(pg_current_snapshot())::text as xmax');
    await eventually(
      () =>
        app.sql('select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as settled', [
          now?.['xmax'],
        ]),
      ([row]) => row?.['settled'] === true,
    );
  };

  it('shows the same envelopes that subscribers get', async () => {
    const receiver = await Receiver.start();
    await subscribe(world, receiver);
    await publishEvents(app, world.partnerId, {
      type: 'AGGREGATOR_MEMBER_CREATED',
      entityId: 1,
      content: { aggregatorId: '0012345678905' },
    });
    const [got] = await receiver.next();
    await settled();
    expect((await read()).items).toEqual([got!.json]);
    await receiver.stop();
  });

  it('L-25 begins now, without an event of before and with one of a transaction that is under way', async () => {
    await publishEvents(app, world.partnerId, created(1));
    let place = '';
    await app.app.get(Database).transaction(async (tx) => {
      await app.app.get(Outbox, { strict: false }).add(tx, event(2));
      place = (await world.admin.get(`${path}?start=now`)).body.nextCursor;
    });
    await publishEvents(app, world.partnerId, created(3));
    await settled();
    expect((await read(place)).ids).toEqual([2, 3]);
    const both = [`start=now&cursor=${place}`, 'start=now&order=newest', 'start=then'];
    for (const query of both)
      expect([query, (await world.admin.get(`${path}?${query}`)).status]).toEqual([query, 400]);
  });

  it('returns every event once to a reader that continues from nextCursor, which is never null', async () => {
    const empty = await read();
    expect(empty).toMatchObject({ ids: [], next: expect.any(String) });
    await publishEvents(app, world.partnerId, ...[1, 2, 3, 4, 5].map(created));
    await settled();
    const first = await read(empty.next, 2);
    const second = await read(first.next, 2);
    const third = await read(second.next, 2);
    expect([first.ids, second.ids, third.ids]).toEqual([[1, 2], [3, 4], [5]]);
    expect((await read(third.next)).ids).toEqual([]);
    await publishEvents(app, world.partnerId, created(6));
    await settled();
    expect((await read(third.next)).ids).toEqual([6]);
  });

  it('skips no event of a transaction that commits late', async () => {
    const outbox = app.app.get(Outbox, { strict: false });
    const db = app.app.get(Database);
    const seen: number[] = [];
    let next: string | undefined;
    const poll = async () => {
      const page = await read(next);
      next = page.next;
      seen.push(...page.ids);
    };
    // The early transaction has the lower transaction id and takes the higher change number, and the other way round.
    await db.transaction(async (early) => {
      await early.query({ name: '', text: 'select pg_current_xact_id()' }, []);
      const late = async (tx: Queries) => {
        await outbox.add(tx, event(1));
        await outbox.add(early, event(2));
      };
      await runOutsideRequests(() => db.transaction(late));
      await poll();
      expect(seen).toEqual([]);
    });
    await db.transaction(async (slow) => {
      await outbox.add(slow, event(3));
      await runOutsideRequests(() => outbox.add(db, event(4)));
      await poll();
    });
    await settled();
    await poll();
    expect(seen.toSorted()).toEqual([1, 2, 3, 4]);
  });

  it('answers 410 to a cursor older than the events that are kept', async () => {
    const old = Date.now() - 33 * 86_400_000;
    const cursor = Buffer.from(`1.1.${old}`).toString('base64url');
    const { status, body } = await world.admin.get(`${path}?cursor=${cursor}`);
    expect(status).toBe(410);
    expect(body.code).toBe('event.cursor-too-old');
  });

  it.each(['nonsense', Buffer.from('1.1').toString('base64url'), 'a'.repeat(200)])(
    'answers 400 to a cursor that is none of ours: %s',
    async (cursor) => {
      expect((await world.admin.get(`${path}?cursor=${cursor}`)).status).toBe(400);
    },
  );

  it('C-69 shows people the newest first, of one type too, page by page to the end', async () => {
    await publishEvents(app, world.partnerId, ...[1, 2, 3, 4, 5].map(created));
    await publishEvents(app, world.partnerId, { type: 'DEVICE_CREATED', entityId: 6 });
    const newest = async (query = '') => {
      const ids: number[] = [];
      let cursor = '';
      do {
        const at = `${path}?order=newest&limit=2${query}${cursor}`;
        const { body } = await world.admin.get(at);
        ids.push(...body.items.map((item: { entityId: number }) => item.entityId));
        cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
      } while (cursor);
      return ids;
    };
    expect(await newest()).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await newest('&type=CUSTOMER_CREATED')).toEqual([5, 4, 3, 2, 1]);
    expect(await newest('&type=TEST')).toEqual([]);
    const { nextCursor } = (await world.admin.get(`${path}?limit=1`)).body;
    for (const bad of [
      `?order=newest&cursor=${nextCursor}`,
      '?order=latest',
      '?type=TEST',
      '?order=newest&type=test',
    ])
      expect([bad, (await world.admin.get(`${path}${bad}`)).status]).toEqual([bad, 400]);
  });

  it('C-69 shows one event with its gym, and what every subscription got of it', async () => {
    const receiver = await Receiver.start();
    const { id } = await subscribe(world, receiver);
    await subscribe(world, receiver, { eventTypes: ['CUSTOMER_CHECKIN'] });
    await publishEvents(app, world.partnerId, { ...created(1), gymId: world.gymId });
    const [got] = await receiver.next();
    const at = `/admin/v1/events/${got!.json.uuid}`;
    const { body } = await world.admin.get(at);
    expect(body).toEqual({
      ...got!.json,
      gymId: world.gymId,
      createdAt: expect.stringMatching(/Z$/),
    });
    const deliveries = (await world.admin.get(`${at}/deliveries`)).body;
    expect(deliveries).toMatchObject({
      items: [{ subscriptionId: id, eventId: got!.json.uuid }],
      nextCursor: null,
    });
    const other = await givenAPartner(app);
    for (const tail of ['', '/deliveries'])
      for (const answer of [
        await other.admin.get(`${at}${tail}`),
        await world.admin.get(`/admin/v1/events/01990000-0000-7000-8000-000000000000${tail}`),
      ])
        expect([answer.status, answer.body.code]).toEqual([404, 'event.not-found']);
    const narrow = await world.keyed(['CUSTOMER_READ']);
    expect((await narrow.get(at)).status).toBe(403);
    await receiver.stop();
  });

  it('shows another partner nothing, and needs WEBHOOK_READ', async () => {
    await publishEvents(app, world.partnerId, created(1));
    const other = await givenAPartner(app);
    expect((await other.admin.get(path)).status).toBe(404);
    const narrow = await world.keyed(['CUSTOMER_READ']);
    expect((await narrow.get(path)).status).toBe(403);
    const reader = await world.keyed(['WEBHOOK_READ']);
    expect((await reader.get(path)).body.items).toHaveLength(1);
  });
});

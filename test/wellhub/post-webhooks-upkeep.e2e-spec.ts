import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { Database } from '../../src/platform/database/database.js';
import { Sweeps } from '../../src/platform/database/sweeps.js';
import { uuidv7 } from '../../src/platform/crypto/uuid.js';
import { sha256 } from '../../src/platform/crypto/hashing.js';
import { InboxRepository } from '../../src/wellhub-inbox/storage/inbox.repository.js';
import { InboxSweeps } from '../../src/wellhub-inbox/dispatch/inbox-sweeps.js';
import { Inbox, type InboxEvent } from '../../src/wellhub-inbox/index.js';
import { EncryptedPayloads } from '../../src/wellhub-inbox/storage/encrypted-payloads.js';
import { testSettings } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

describe('what the inbox does with what it holds', () => {
  let app: TestApp;
  let world: World;
  let wellhub: WellhubPosts;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    wellhub = new WellhubPosts(app, world);
  });
  afterAll(() => app.close());

  const alerts = (code: string) =>
    app.sql<{ object: string; count: number }>(
      'select object, count from alerts where partner_id = $1 and code = $2',
      [world.partnerId, code],
    );

  /** A row of a type that no room claims, so that this test is its only handler. */
  const stored = async (type: string, body: object) => {
    const id = uuidv7();
    await app.app.get(InboxRepository).store({
      partnerId: world.partnerId,
      id,
      environment: 'test',
      hookGymId: null,
      type,
      wellhubGymId: null,
      person: null,
      payload: app.app
        .get(EncryptedPayloads)
        .encrypt(world.partnerId, id, Buffer.from(JSON.stringify(body))),
      state: 'RECEIVED',
      reason: null,
      traceparent: null,
      receivedAt: Date.now(),
      keys: [sha256(id)],
    });
    return id;
  };
  const row = async (id: string) =>
    (
      await app.sql<{ state: string; reason: string | null; attempts: number }>(
        'select state, reason, attempts from wellhub_events where id = $1',
        [id],
      )
    )[0];

  it('isolates a poison event: its neighbours are handled, it is tried again later and dies at last', async () => {
    const bad = await stored('poison-test', { bad: true });
    const good = [await stored('poison-test', {}), await stored('poison-test', {})];
    const inbox = app.app.get(Inbox);
    const look = () =>
      inbox.claimEach(['poison-test'], async (_, { id }) => {
        if (id === bad) throw new Error('cannot be read');
        return 'PROCESSED';
      });
    expect(await look()).toBe(2);
    expect(await row(bad)).toMatchObject({ state: 'RECEIVED', attempts: 1 });
    for (const id of good) expect(await row(id)).toMatchObject({ state: 'PROCESSED' });
    expect(await look()).toBe(0);
    for (let n = 0; n < 11; n += 1) {
      await app.sql('update wellhub_events set next_attempt_at = now() where id = $1', [bad]);
      await look();
    }
    expect(await row(bad)).toEqual({ state: 'DEAD', reason: 'handler-failed', attempts: 12 });
    expect(await alerts('wellhub.invalid-event')).toMatchObject([{ object: `event/${bad}` }]);
  });

  it('handles a poll one by one when it cannot be handled together, so that only the poison event waits', async () => {
    const bad = await stored('poison-together-test', { bad: true });
    const good = [
      await stored('poison-together-test', {}),
      await stored('poison-together-test', {}),
    ];
    const refuse = (events: readonly InboxEvent[]) => {
      if (events.some(({ id }) => id === bad)) throw new Error('cannot be read');
    };
    const tries: number[] = [];
    const look = () =>
      app.app.get(Inbox).claimEach(
        ['poison-together-test'],
        async (_, event) => {
          refuse([event]);
          return 'PROCESSED';
        },
        async (_, events) => {
          tries.push(events.length);
          refuse(events);
          return events.map((event) => ({ event }));
        },
      );
    expect(await look()).toBe(2);
    expect(tries).toEqual([3]);
    expect(await row(bad)).toMatchObject({ state: 'RECEIVED', attempts: 1 });
    for (const id of good) expect(await row(id)).toMatchObject({ state: 'PROCESSED' });
    expect(await look()).toBe(0);
  });

  it('passes what was not handled together to the handler of one, in the same poll', async () => {
    const ids = [await stored('rest-test', {}), await stored('rest-test', {})];
    const alone: string[] = [];
    const settled = await app.app.get(Inbox).claimEach(
      ['rest-test'],
      async (_, { id }) => {
        alone.push(id);
        return { dead: 'for-a-reason' };
      },
      async (_, events) => events.filter(({ id }) => id === ids[0]).map((event) => ({ event })),
    );
    expect({ settled, alone }).toEqual({ settled: 2, alone: [ids[1]] });
    expect(await row(ids[0]!)).toMatchObject({ state: 'PROCESSED', reason: null });
    expect(await row(ids[1]!)).toMatchObject({ state: 'DEAD', reason: 'for-a-reason' });
  });

  it('W-38 passes an event to one of several handlers that run batches at once', async () => {
    const ids = await Promise.all(Array.from({ length: 150 }, () => stored('herd-test', {})));
    const seen: string[] = [];
    const note = (events: readonly InboxEvent[]) => seen.push(...events.map(({ id }) => id));
    const look = () =>
      app.app.get(Inbox).claimEach(
        ['herd-test'],
        async (_, event) => {
          note([event]);
          return 'PROCESSED';
        },
        async (_, events) => {
          note(events);
          return events.map((event) => ({ event }));
        },
      );
    await Promise.all([look(), look(), look()]);
    expect(seen.sort()).toEqual([...ids].sort());
  });

  it('W-38 passes an event to one handler, however many poll at once', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => stored('crowd-test', {})));
    const seen: string[] = [];
    const inbox = app.app.get(Inbox);
    const look = () =>
      inbox.claimEach(['crowd-test'], async (_, { id }) => {
        seen.push(id);
        return 'PROCESSED';
      });
    await Promise.all([look(), look(), look()]);
    expect(seen.sort()).toEqual([...ids].sort());
  });

  it('rolls back what a handler wrote when it fails', async () => {
    const id = await stored('undone-test', {});
    const write = {
      name: 'test.write',
      text: 'update partners set name = $2 where id = $1',
    };
    await app.app.get(Inbox).claimEach(['undone-test'], async (queries) => {
      await queries.query(write, [world.partnerId, 'never seen']);
      throw new Error('after all');
    });
    const [partner] = await app.sql<{ name: string }>('select name from partners where id = $1', [
      world.partnerId,
    ]);
    expect(partner!.name).not.toBe('never seen');
    expect(await row(id)).toMatchObject({ state: 'RECEIVED' });
  });

  it('alerts when an event arrives at the address of another gym, and handles it all the same', async () => {
    const second = await world.admin.post(`/admin/v1/partners/${world.partnerId}/gyms`, {
      name: 'Second',
    });
    const path = new URL(second.body.urls.test.webhooks).pathname;
    expect((await wellhub.send(wellhub.checkIn(newWellhubId()), { path })).status).toBe(200);
    const raised = await eventually(
      () => alerts('wellhub.wrong-hook'),
      (rows) => rows.length > 0,
    );
    expect(raised).toMatchObject([{ object: `wellhub-gym/${world.wellhubGymId}` }]);
  });

  it('W-68 alerts the operator once per gym that it wants to be connected', async () => {
    const event = (event_id: string) => ({
      event_type: 'SYSTEM_INTEGRATION_REQUESTED',
      event_data: { gym_id: 31337, gym_name: 'New', event_id },
    });
    for (const id of ['first', 'first', 'second'])
      expect((await wellhub.send(event(id))).status).toBe(200);
    const raised = await eventually(
      () => alerts('wellhub.integration-requested'),
      ([alert]) => alert?.count === 2,
    );
    expect(raised).toEqual([{ object: 'wellhub-gym/31337', count: 2 }]);
  });

  it('W-70 clears bodies after RAW_PAYLOAD_DAYS, also of what was never handled', async () => {
    const [old, young] = [await stored('old-test', {}), await stored('old-test', {})];
    const sweeps = new InboxSweeps(
      app.app.get(Database),
      testSettings(app.settings.databaseUrl, { rawPayloadDays: 0 }),
    );
    await app.sql(
      `update wellhub_events set received_at = received_at + interval '1 hour' where id = $1`,
      [young],
    );
    while ((await sweeps.sweep()) > 0);
    const bodies = await app.sql(
      `select payload is null as gone, state, reason from wellhub_events where id = any($1) order by received_at`,
      [[old, young]],
    );
    expect(bodies).toEqual([
      { gone: true, state: 'DEAD', reason: 'body-cleared' },
      { gone: false, state: 'RECEIVED', reason: null },
    ]);
  });

  it('W-38 remembers keys for 400 days', async () => {
    const event = wellhub.checkIn(newWellhubId());
    await wellhub.send(event);
    const count = async () => (await app.sql('select 1 from wellhub_event_keys')).length;
    const before = await count();
    await app.sql(
      `update wellhub_event_keys set received_at = now() - interval '399 days' where key in
        (select key from wellhub_event_keys order by received_at desc limit 2)`,
    );
    await app.sql(
      `update wellhub_event_keys set received_at = now() - interval '401 days' where key in
        (select key from wellhub_event_keys order by received_at limit 1)`,
    );
    await app.app.get(Sweeps).sweep();
    expect(await count()).toBe(before - 1);
  });
});

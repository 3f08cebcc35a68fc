import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { JoinWorld } from '../support/joining.js';
import { newGpwId } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

const CANCEL_TYPE = 'wellness-user-plan-canceled';
const MINUTE = 60_000;

describe('user status', () => {
  let app: TestApp;
  let world: World;
  let join: JoinWorld;
  let posts: WellhubPosts;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    join = await JoinWorld.open(app, world);
    posts = new WellhubPosts(app, world);
  });
  afterAll(() => app.close());

  const users = (kind: string) => world.hookPath.replace(/webhooks$/, `users/${kind}`);
  const isSettled = (rows: { state: string }[]) => rows.every(({ state }) => state !== 'RECEIVED');
  /** Sends it and waits until it was looked at. */
  const send = async (kind: 'cancel' | 'change', body: object) => {
    const answer = await posts.send({ event_id: newWellhubId(), ...body }, { path: users(kind) });
    expect([answer.status, answer.body]).toEqual([200, { received: true }]);
    const read = () =>
      app.sql<{ state: string }>(
        `select state from wellhub_events where partner_id = $1 and type like 'user-%'`,
        [world.partnerId],
      );
    const rows = await eventually(read, isSettled);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['PROCESSED']));
  };
  const cancel = (gpwId: string, more: object = {}) =>
    send('cancel', {
      user_id: gpwId,
      plan_id: '0',
      event_time: Date.now(),
      event_type: CANCEL_TYPE,
      ...more,
    });
  const change = (gpwId: string, more: object = {}) =>
    send('change', { user_id: gpwId, plan_id: '2', event_time: Date.now(), ...more });
  const user = async (gpwId: string) => {
    const [row] = await app.sql(
      'select status, plan_id from wellhub_users where partner_id = $1 and gpw_id = $2',
      [world.partnerId, gpwId],
    );
    return row;
  };
  const told = (gpwId: string) =>
    app.sql<{ type: string; entity_id: number; content: Record<string, unknown> }>(
      `select type, entity_id::int, content from events
        where type like 'WELLHUB_USER%' and content->>'gpwId' = $1 order by id`,
      [gpwId],
    );
  const alerts = async (code: string) => {
    const path = `/admin/v1/partners/${world.partnerId}/alerts?open=true`;
    const { body } = await world.admin.get(path);
    return (body.items as { code: string; count: number }[])
      .filter((alert) => alert.code === code)
      .reduce((sum, { count }) => sum + count, 0);
  };
  const isActive = async (accountId: string) =>
    ((await join.linkOf(accountId)) as { gpw_active: boolean }).gpw_active;

  it('W-22 cancels a user, and notifies subscribers, once for 11 deliveries', async () => {
    const { gpwId, accountId } = await join.givenAMember();
    const eventTime = new Date();
    const same = { event_id: newWellhubId(), event_time: eventTime.getTime() };
    await Promise.all(Array.from({ length: 11 }, () => cancel(gpwId, same)));
    expect(await user(gpwId)).toMatchObject({ status: 'CANCELED' });
    expect(await isActive(accountId)).toBe(false);
    const entity_id = await join.customerOf(accountId);
    const content = { gpwId, planId: '0', eventTime: eventTime.toISOString() };
    expect(await told(gpwId)).toEqual([{ type: 'WELLHUB_USER_CANCELED', entity_id, content }]);
  });

  describe('of an unknown user', () => {
    const joined = async (gpwId: string) => {
      const token = await join.wellhub.token({ gympass_user_id: gpwId });
      return () => finish(token, gpwId);
    };
    const finish = async (token: string, gpwId: string) => {
      const email = `${gpwId}@example.com`;
      expect(await join.signUp(token, { email })).toEqual({ kind: 'mail-sent' });
      const done = await join.finish(await join.mailedToken(email), 'correct horse battery');
      if (done.kind !== 'joined') throw new Error(`not joined: ${done.kind}`);
      return done.accountId;
    };
    /** As if storage had been down when the person registered (W-18). */
    const forget = (gpwId: string) =>
      app.sql('delete from wellhub_users where gpw_id = $1', [gpwId]);

    it('W-23 is kept, raises an alert and names no customer', async () => {
      const gpwId = newGpwId();
      const before = await alerts('wellhub.unknown-user');
      await cancel(gpwId);
      expect(await user(gpwId)).toEqual({ status: 'CANCELED', plan_id: null });
      expect((await alerts('wellhub.unknown-user')) - before).toBe(1);
      expect(await told(gpwId)).toMatchObject([{ type: 'WELLHUB_USER_CANCELED', entity_id: 0 }]);
    });

    it('W-23 yields to a registration received later, until a later cancellation', async () => {
      const gpwId = newGpwId();
      await cancel(gpwId, { event_time: Date.now() - MINUTE });
      const complete = await joined(gpwId);
      const accountId = await complete();
      expect(await user(gpwId)).toMatchObject({ status: 'ACTIVE' });
      expect(await isActive(accountId)).toBe(true);
      await cancel(gpwId, { event_time: Date.now() + MINUTE });
      expect(await user(gpwId)).toMatchObject({ status: 'CANCELED' });
      expect(await isActive(accountId)).toBe(false);
    });

    it('W-23 links a registration that was received before as CANCELED', async () => {
      const gpwId = newGpwId();
      const complete = await joined(gpwId);
      await forget(gpwId);
      await cancel(gpwId, { event_time: Date.now() + 1_000 });
      const accountId = await complete();
      expect(await user(gpwId)).toMatchObject({ status: 'CANCELED' });
      expect(await isActive(accountId)).toBe(false);
    });

    it('W-23 has no effect once a later registration was completed, however late it arrives', async () => {
      const { gpwId, accountId } = await join.givenAMember();
      await cancel(gpwId, { event_time: Date.now() - 60 * MINUTE });
      expect(await user(gpwId)).toMatchObject({ status: 'ACTIVE' });
      expect(await isActive(accountId)).toBe(true);
      expect(await told(gpwId)).toEqual([]);
    });
  });

  describe('W-24', () => {
    it('brings a canceled user back with their plan, then changes it', async () => {
      const { gpwId, accountId } = await join.givenAMember();
      await cancel(gpwId, { event_time: Date.now() + 1_000 });
      await change(gpwId, { event_time: Date.now() + 2_000, plan_id: 3 });
      expect(await user(gpwId)).toEqual({ status: 'ACTIVE', plan_id: '3' });
      expect(await isActive(accountId)).toBe(true);
      await change(gpwId, {
        event_time: Date.now() + 3_000,
        event_type: 'plan-x',
        plan_id: 'gold',
      });
      expect(await user(gpwId)).toEqual({ status: 'ACTIVE', plan_id: 'gold' });
      expect((await told(gpwId)).map(({ type, content }) => [type, content['planId']])).toEqual([
        ['WELLHUB_USER_CANCELED', '0'],
        ['WELLHUB_USER_CHANGED', '3'],
        ['WELLHUB_USER_CHANGED', 'gold'],
      ]);
    });

    it('does not apply what is older than the last applied one', async () => {
      const { gpwId } = await join.givenAMember();
      const later = Date.now() + MINUTE;
      await change(gpwId, { event_time: later });
      await cancel(gpwId, { event_time: later - 1 });
      await cancel(gpwId, { event_time: Math.floor(later / 1000) - 1 });
      await cancel(gpwId, { event_time: later });
      expect(await user(gpwId)).toEqual({ status: 'ACTIVE', plan_id: '2' });
      expect(await told(gpwId)).toHaveLength(1);
    });

    it.each([undefined, null, '', 'Wellness_User_Plan_Cancelled'])(
      'applies a cancellation of type %j',
      async (event_type) => {
        const { gpwId } = await join.givenAMember();
        await cancel(gpwId, { event_type, plan_id: undefined });
        expect(await user(gpwId)).toMatchObject({ status: 'CANCELED' });
      },
    );

    it.each([undefined, 'soon', 95_617_584_000_000])(
      'takes the time of receipt for the event_time %j',
      async (event_time) => {
        const { gpwId } = await join.givenAMember();
        await cancel(gpwId, { event_time });
        const [{ content } = { content: {} }] = await told(gpwId);
        const age = Date.now() - Date.parse(String((content as { eventTime: string }).eventTime));
        expect(age).toBeGreaterThanOrEqual(0);
        expect(age).toBeLessThan(10_000);
      },
    );

    it.each([
      ['cancel', { plan_id: '0', event_type: 'wellness-user-plan-changed' }],
      ['cancel', { plan_id: '0', event_type: 7 }],
      ['change', { plan_id: '2', event_type: ' Wellness.User Plan.Cancelled\n' }],
      ['change', { plan_id: '2', event_type: CANCEL_TYPE }],
      ['change', { plan_id: '0' }],
      ['change', { plan_id: 0 }],
      ['change', {}],
    ] as const)('keeps %s with %j, does not apply it, and tells an alert', async (kind, body) => {
      const { gpwId, accountId } = await join.givenAMember();
      const before = await alerts('wellhub.status-not-applied');
      const known = await user(gpwId);
      await send(kind, { user_id: gpwId, event_time: Date.now() + MINUTE, ...body });
      expect(await user(gpwId)).toEqual(known);
      expect(await isActive(accountId)).toBe(true);
      expect(await told(gpwId)).toEqual([]);
      expect((await alerts('wellhub.status-not-applied')) - before).toBe(1);
    });
  });

  it('W-70 leaves nothing of a user whose customer is erased', async () => {
    const { gpwId, accountId } = await join.givenAMember();
    await cancel(gpwId);
    const before = await kept();
    await world.admin.delete(`/admin/v1/customers/${await join.customerOf(accountId)}`);
    expect(await user(gpwId)).toBeUndefined();
    expect(before - (await kept())).toBe(1);
  });

  const kept = async () =>
    (
      await app.sql(
        `select 1 from wellhub_events where partner_id = $1 and type like 'user-%' and payload is not null`,
        [world.partnerId],
      )
    ).length;
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/eventually.js';
import { answering, Receiver, verified } from '../support/receiver.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';
import { deliveriesOf, ended, openAlerts, subscribe, publishEvents } from './subscribing.js';

describe('a webhook that was not taken', () => {
  let app: TestApp;
  let world: World;
  let receiver: Receiver;

  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    world = await givenAPartner(app);
    receiver = await Receiver.start();
  });
  afterEach(() => receiver.stop());
  afterAll(() => app.close());

  const waiting = (id: string) =>
    until(async () => {
      const [delivery] = (await deliveriesOf(world, id)).body.items;
      return delivery?.attempts.length > 0 ? delivery : undefined;
    });
  const waitOf = (delivery: {
    nextAttemptAt: string;
    attempts: { at: string; durationMs: number }[];
  }) => {
    const last = delivery.attempts.at(-1)!;
    return (Date.parse(delivery.nextAttemptAt) - Date.parse(last.at) - last.durationMs) / 1000;
  };

  it('O-47 is retried 10 to 11 s after the failure with the same uuid, bytes and timestamp', async () => {
    receiver.reply = answering(500);
    const { id, secret } = await subscribe(world, receiver);
    await publishEvents(app, world.partnerId, {
      type: 'AUTOMATIC_CUSTOMER_CHECKOUT',
      entityId: world.gymId,
      content: { checkouts: [{ customerId: 4711, checkoutTime: '2026-11-21T21:04:10Z' }] },
    });
    const [first] = await receiver.next();
    receiver.reply = answering(204);
    expect(waitOf(await waiting(id))).toBeCloseTo(10, 0);
    const [, second] = await receiver.next(2, 13_000);
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(10_000);
    expect(second!.body).toBe(first!.body);
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.headers['webhook-timestamp']).not.toBe(first!.headers['webhook-timestamp']);
    expect(() => verified(second!, secret)).not.toThrow();
    expect(await ended(world, id)).toMatchObject({
      state: 'DELIVERED',
      attempts: [{ status: 500, error: 'answered 500' }, { status: 204 }],
    });
  });

  it('O-47 ends FAILED with an alert after the last attempt, and a replay sends the same again', async () => {
    receiver.reply = answering(500);
    const { id } = await subscribe(world, receiver, { retry: [1, 1] });
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    const failed = await ended(world, id);
    expect(failed.state).toBe('FAILED');
    expect(failed.attempts).toHaveLength(3);
    expect(await openAlerts(app, world.partnerId)).toEqual([
      {
        code: 'delivery.failed',
        object: `webhook-subscription:${id}`,
        detail: `CUSTOMER_CREATED ${failed.eventId}: answered 500 (attempt 3)`,
        count: 1,
      },
    ]);
    receiver.reply = answering(204);
    const replay = await world.admin.post(`/admin/v1/deliveries/${failed.id}/replay`);
    expect(replay.status).toBe(201);
    expect(replay.body).toMatchObject({ eventId: failed.eventId, state: 'PENDING', attempts: [] });
    await receiver.next(4);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  });

  it('O-48 waits 10 minutes with the preset magicline, and ends after the third repeat', async () => {
    receiver.reply = answering(503);
    const { id } = await subscribe(world, receiver, { retry: 'magicline' });
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    for (const attempts of [1, 2, 3]) {
      const delivery = await until(async () => {
        const [found] = (await deliveriesOf(world, id)).body.items;
        return found?.attempts.length === attempts && found;
      });
      expect(waitOf(delivery)).toBeCloseTo(600, 0);
      await app.sql(
        `update webhook_deliveries set next_attempt_at = clock_timestamp(),
           first_attempt_at = first_attempt_at - interval '10 minutes' where subscription_id = $1`,
        [id],
      );
    }
    expect(await ended(world, id)).toMatchObject({ state: 'FAILED' });
    expect(receiver.received).toHaveLength(4);
  });

  const undispatched = () =>
    app.sql('select id from events where partner_id = $1 and dispatched_at is null', [
      world.partnerId,
    ]);

  it('O-48 disables the subscription on 410, with an alert, until it is made ACTIVE again', async () => {
    receiver.reply = answering(410);
    const { id } = await subscribe(world, receiver);
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    expect(await ended(world, id)).toMatchObject({ state: 'FAILED', attempts: [{ status: 410 }] });
    const path = `/admin/v1/webhook-subscriptions/${id}`;
    expect((await world.admin.get(path)).body.state).toBe('DISABLED');
    expect(await openAlerts(app, world.partnerId)).toMatchObject([
      { code: 'subscription.disabled' },
    ]);
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 2 });
    await until(async () => (await undispatched()).length === 0);
    expect((await world.admin.post(`${path}/test`)).body).toMatchObject({
      status: 409,
      code: 'webhook-subscription.disabled',
    });
    receiver.reply = answering(204);
    expect((await world.admin.patch(path, { state: 'ACTIVE' })).body.state).toBe('ACTIVE');
    expect(await openAlerts(app, world.partnerId)).toEqual([]);
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 3 });
    await receiver.next(2);
    expect(receiver.received.map(({ json }) => json.entityId)).toEqual([1, 3]);
  });

  it('O-48 ends what still waits for a subscription that was disabled or deleted', async () => {
    receiver.reply = answering(500);
    const { id } = await subscribe(world, receiver, { retry: [1] });
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    await waiting(id);
    await world.admin.patch(`/admin/v1/webhook-subscriptions/${id}`, { state: 'DISABLED' });
    expect(await ended(world, id)).toMatchObject({
      state: 'FAILED',
      attempts: [{ status: 500 }, { error: 'not sent: the subscription is not active' }],
    });
    expect(receiver.received).toHaveLength(1);
  });

  it('O-48 is not retried before Retry-After, as seconds or as a date', async () => {
    receiver.reply = answering(503, { 'Retry-After': '3600' });
    const { id } = await subscribe(world, receiver);
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    expect(waitOf(await waiting(id))).toBeCloseTo(3600, 0);

    const date = await Receiver.start(
      answering(429, { 'Retry-After': new Date(Date.now() + 7_200_000).toUTCString() }),
    );
    const other = await subscribe(world, date);
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 2 });
    expect(Math.abs(waitOf(await waiting(other.id)) - 7200)).toBeLessThan(3);
    await date.stop();
  });

  it('O-48 takes a Retry-After beyond the 24 h for their end, however long the number', async () => {
    receiver.reply = answering(503, { 'Retry-After': '9999999999' });
    const { id } = await subscribe(world, receiver);
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    expect(Math.abs(waitOf(await waiting(id)) - 86_390)).toBeLessThan(3);
  });

  it('makes no attempt later than 24 h after the first', async () => {
    receiver.reply = answering(500);
    const { id } = await subscribe(world, receiver);
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    await waiting(id);
    await app.sql(
      `update webhook_deliveries set next_attempt_at = clock_timestamp(),
         first_attempt_at = clock_timestamp() - interval '25 hours' where subscription_id = $1`,
      [id],
    );
    expect(await ended(world, id)).toMatchObject({ state: 'FAILED' });
    expect(receiver.received).toHaveLength(1);
    expect(await openAlerts(app, world.partnerId)).toMatchObject([{ code: 'delivery.failed' }]);
  });
});

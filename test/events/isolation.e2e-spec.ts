import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/eventually.js';
import { answering, Receiver, silent } from '../support/receiver.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';
import { deliveriesOf, ended, subscribe, publishEvents } from './subscribing.js';
import { UNKNOWN_HOST } from '../support/unknown-host.js';

const created = (entityId: number) => ({ type: 'CUSTOMER_CREATED', entityId }) as const;
const many = (count: number) => Array.from({ length: count }, (_, n) => created(n + 1));
const distinct = (receiver: Receiver) =>
  new Set(receiver.received.map(({ json }) => json.uuid)).size;

describe('two replicas and their receivers', () => {
  let app: TestApp;
  let second: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp();
    const { databaseUrl, secretsKeys } = app.settings;
    second = await startApp({ databaseUrl, secretsKeys });
    world = await givenAPartner(app);
  });
  afterAll(async () => {
    await app.close();
    await second.close();
  });

  it('O-49 send every event once to a good receiver, also beside dead ones and poison', async () => {
    const good = await Receiver.start();
    const dead = await Receiver.start(silent);
    await subscribe(world, good);
    await subscribe(world, dead);
    await subscribe(world, dead, { url: `http://${UNKNOWN_HOST}/hook` });
    const poison = await subscribe(world, good);
    await app.sql(String.raw`update webhook_subscriptions set secret = '\x00' where id = $1`, [
      poison.id,
    ]);
    await publishEvents(app, world.partnerId, ...many(999));
    await good.next(999, 30_000);
    expect(distinct(good)).toBe(999);
    // While its first calls hang, a dead receiver gets no more than the slots of one subscription per replica.
    const hanging = dead.received.filter(({ at }) => at < dead.received[0]!.at + 4_500);
    expect(hanging.length).toBeLessThanOrEqual(32);
    await publishEvents(second, world.partnerId, created(1000));
    await good.next(1000);
    expect(good.received).toHaveLength(1000);
    const { body } = await deliveriesOf(world, poison.id, '?limit=200');
    expect(body.items.filter((item: { state: string }) => item.state !== 'PENDING')).toEqual([]);
    await app.sql('update webhook_subscriptions set deleted_at = clock_timestamp()');
    await good.stop();
    await dead.stop();
  });

  it('O-49 send the same attempt again after a lapsed lease, and the stale result changes nothing', async () => {
    const finish: (() => void)[] = [];
    const receiver = await Receiver.start((_, response) => {
      finish.push(() => response.writeHead(204).end());
    });
    const { id } = await subscribe(world, receiver, { retry: [] });
    await publishEvents(app, world.partnerId, created(1));
    await receiver.next(1);
    await app.sql(
      'update webhook_deliveries set next_attempt_at = clock_timestamp() where subscription_id = $1',
      [id],
    );
    const [first, again] = await receiver.next(2);
    expect(again!.body).toBe(first!.body);
    expect(again!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    // The worker whose lease lapsed gets its answer; the other one is still waiting for its own.
    finish[0]!();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [pending] = (await deliveriesOf(world, id)).body.items;
    expect(pending).toMatchObject({ state: 'PENDING', attempts: [] });
    finish[1]!();
    expect(await ended(world, id)).toMatchObject({
      state: 'DELIVERED',
      attempts: [{ status: 204 }],
    });
    await receiver.stop();
  });

  it('O-49 finish what they are sending when they stop', async () => {
    const third = await startApp();
    const here = await givenAPartner(third);
    const receiver = await Receiver.start((_, response) => {
      setTimeout(() => response.writeHead(204).end(), 1_500);
    });
    await subscribe(here, receiver);
    await publishEvents(third, here.partnerId, ...many(5));
    await receiver.next(5);
    await third.close();
    const looking = await startApp({ databaseUrl: third.settings.databaseUrl });
    const rows = await looking.sql<{ state: string }>('select state from webhook_deliveries');
    expect(rows.map(({ state }) => state)).toEqual(Array(5).fill('DELIVERED'));
    await looking.close();
    await receiver.stop();
  });

  it('recover by themselves when a receiver comes back', async () => {
    const receiver = await Receiver.start(answering(500));
    await subscribe(world, receiver, { retry: [1, 1, 1, 1, 1] });
    await publishEvents(app, world.partnerId, ...many(100));
    await receiver.next(20);
    receiver.reply = answering(204);
    await until(async () => {
      const open = await app.sql(`select 1 from webhook_deliveries where state = 'PENDING'`);
      return open.length === 0;
    });
    expect(distinct(receiver)).toBe(100);
    await receiver.stop();
  });
});

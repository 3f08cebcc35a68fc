import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/eventually.js';
import { subscribe, publishEvents } from '../events/subscribing.js';
import { Receiver } from '../support/receiver.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

/** As if encrypted under a key that is gone: a box begins with the id of its key. */
const OF_ANOTHER_KEY = `decode(repeat('07', 64), 'hex')`;

describe('a stored value that cannot be decrypted', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp({ wellhubSimulatorUrl: 'http://127.0.0.1:9' });
  });
  beforeEach(async () => {
    world = await givenAPartner(app);
  });
  afterAll(() => app.close());

  const alert = () =>
    until(async () => {
      const [row] = await app.sql<{ object: string; detail: string }>(
        `select object, detail from alerts where partner_id = $1 and code = 'secrets.unreadable'`,
        [world.partnerId],
      );
      return row;
    });
  const lose = (table: string, column: string) =>
    app.sql(`update ${table} set ${column} = ${OF_ANOTHER_KEY} where partner_id = $1`, [
      world.partnerId,
    ]);
  const checkIn = async (to = app) => {
    const posts = new WellhubPosts(to, world);
    return (await posts.send(posts.checkIn(newWellhubId()))).status;
  };

  it('W-29 is a webhook secret: answers 503, so that Wellhub sends the webhook again, and names the secret', async () => {
    await lose('wellhub_connections', 'webhook_secret');
    const { databaseUrl, secretsKeys } = app.settings;
    const forgetful = await startApp({ databaseUrl, secretsKeys });
    expect(await checkIn(forgetful)).toBe(503);
    await forgetful.close();
    expect(await alert()).toEqual({
      object: 'wellhub-connection',
      detail: expect.stringMatching(
        /^webhookSecret cannot be decrypted: SECRETS_KEY lacks its key/,
      ),
    });
    const path = `/admin/v1/partners/${world.partnerId}/wellhub`;
    const { webhookSecret } = world;
    await app.operator.put(path, { environment: 'simulator', webhookSecret });
    expect(await checkIn()).toBe(200);
  });

  it('W-30 is the secret before: the current one verifies', async () => {
    const path = `/admin/v1/partners/${world.partnerId}/wellhub`;
    const { webhookSecret } = world;
    await app.operator.put(path, { environment: 'simulator', webhookSecret });
    await lose('wellhub_connections', 'previous_webhook_secret');
    expect(await checkIn()).toBe(200);
  });

  it('O-47 is the secret of a subscription: its deliveries wait and show why', async () => {
    const receiver = await Receiver.start();
    const { id } = await subscribe(world, receiver);
    await lose('webhook_subscriptions', 'secret');
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    expect(await alert()).toMatchObject({ object: `webhook-subscription:${id}` });
    const path = `/admin/v1/webhook-subscriptions/${id}/deliveries`;
    const { body } = await world.admin.get(path);
    expect(body.items).toMatchObject([
      { state: 'PENDING', attempts: [{ error: expect.stringContaining('cannot be decrypted') }] },
    ]);
    await receiver.stop();
  });

  it('W-55 is the token of the set-up: Wellhub has refused nothing', async () => {
    await lose('wellhub_connections', 'access_token');
    const path = `/admin/v1/partners/${world.partnerId}/wellhub/setup`;
    const { status, body } = await world.admin.get(path);
    expect([status, body.detail]).toEqual([
      503,
      expect.stringContaining('accessToken of the connection cannot be decrypted'),
    ]);
  });
});

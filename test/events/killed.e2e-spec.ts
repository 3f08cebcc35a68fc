import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase } from '../support/databases.js';
import { givenADoor } from '../support/gate-world.js';
import { freePort, Replica } from '../support/replica.js';
import { Receiver } from '../support/receiver.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('a process that is killed after the door opened', () => {
  const secretsKey = Buffer.alloc(32, 'killed after the door opened');
  let databaseUrl: string;
  let successor: TestApp | undefined;

  beforeAll(async () => {
    databaseUrl = await createDatabase();
  });
  afterAll(async () => successor?.close());

  it('O-45 the entry is published once, by the next process, and the door did not wait for a receiver', async () => {
    const replica = await Replica.start(databaseUrl, {
      OUTGOING_URLS: 'any',
      SECRETS_KEY: secretsKey.toString('base64'),
    });
    const { api, operator } = replica;
    const world = await givenADoor({ api, operator } as TestApp, { connection: false });
    // Nothing listens there yet: the tries of the process before it is killed fail.
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/hook`;
    const path = `/admin/v1/partners/${world.partnerId}/webhook-subscriptions`;
    const eventTypes = ['CUSTOMER_CHECKIN'];
    expect((await world.admin.post(path, { url, eventTypes })).status).toBe(201);
    const code = await world.fetchCode();
    const open = await world.scan(code, { via: api });
    await replica.kill();
    expect([open.status, open.body.customerId]).toEqual([200, world.customerId]);

    const receiver = await Receiver.start(undefined, port);
    successor = await startApp({ databaseUrl, secretsKeys: [secretsKey] });
    await successor.sql(`update webhook_deliveries set next_attempt_at = clock_timestamp()`);
    await receiver.next(1, 20_000);
    const events = await successor.sql<{ id: string }>(
      `select id from events where type = 'CUSTOMER_CHECKIN'`,
    );
    expect(receiver.received.map(({ json }) => [json.uuid, json.entityId])).toEqual([
      [events[0]?.id, world.customerId],
    ]);
    expect(events).toHaveLength(1);
    await receiver.stop();
  });
});

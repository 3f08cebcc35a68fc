import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../support/eventually.js';
import { Outbox } from '../../src/event-webhooks/index.js';
import { Database } from '../../src/platform/database/database.js';
import { answering, Receiver, silent, verified } from '../support/receiver.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';
import { deliveriesOf, ended, subscribe, publishEvents } from './subscribing.js';

describe('an outgoing webhook', () => {
  let app: TestApp;
  let world: World;
  const receivers: Receiver[] = [];
  const receiving = async (...args: Parameters<typeof Receiver.start>) => {
    const receiver = await Receiver.start(...args);
    receivers.push(receiver);
    return receiver;
  };

  beforeAll(async () => {
    app = await startApp();
  });
  afterEach(async () => {
    await Promise.all(receivers.splice(0).map((receiver) => receiver.stop()));
  });
  afterAll(() => app.close());

  it('O-44 carries exactly the envelope and headers of 7.1', async () => {
    world = await givenAPartner(app);
    const receiver = await receiving();
    const { key, secret } = await subscribe(world, receiver);
    const occurredAt = new Date('2026-11-21T14:04:10.123Z');
    await publishEvents(app, world.partnerId, {
      type: 'CUSTOMER_CHECKIN',
      entityId: 4711,
      gymId: world.gymId,
      occurredAt,
    });
    const [got] = await receiver.next();
    const uuid = got!.json.uuid;
    expect(got!.method).toBe('POST');
    expect(got!.body).toBe(
      `{"entityId":4711,"uuid":"${uuid}","payload":[{"timestamp":${occurredAt.getTime()},"type":"CUSTOMER_CHECKIN"}]}`,
    );
    expect(uuid).toMatch(/^[0-9a-f-]{36}$/);
    expect(got!.headers).toMatchObject({
      'content-type': 'application/json',
      'x-api-key': key,
      'webhook-id': uuid,
    });
    expect(got!.headers['webhook-timestamp']).toMatch(/^\d{10}$/);
    expect(got!.headers['webhook-signature']).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
    expect(verified(got!, secret)).toEqual(got!.json);
  });

  it('O-44 carries content when the event has some', async () => {
    world = await givenAPartner(app);
    const receiver = await receiving();
    await subscribe(world, receiver);
    const content = { aggregatorId: '0012345678905' };
    await publishEvents(app, world.partnerId, {
      type: 'AGGREGATOR_MEMBER_CREATED',
      entityId: 1,
      content,
    });
    const [got] = await receiver.next();
    expect(got!.json.payload[0].content).toEqual(content);
  });

  it('O-44 is signed differently for every subscription, with a key of its own', async () => {
    world = await givenAPartner(app);
    const [one, two] = [await receiving(), await receiving()];
    const [mine, yours] = [await subscribe(world, one), await subscribe(world, two)];
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    const [[first], [second]] = await Promise.all([one.next(), two.next()]);
    expect(first!.json.uuid).toBe(second!.json.uuid);
    expect(first!.headers['x-api-key']).not.toBe(second!.headers['x-api-key']);
    expect(() => verified(first!, mine.secret)).not.toThrow();
    expect(() => verified(first!, yours.secret)).toThrow();
  });

  it('O-44 carries two signatures during a rotation and one after it', async () => {
    world = await givenAPartner(app);
    const receiver = await receiving();
    const { id, secret: old } = await subscribe(world, receiver);
    const rotate = (graceSeconds: number) =>
      world.admin.post(`/admin/v1/webhook-subscriptions/${id}/rotate-secret`, { graceSeconds });
    const { body } = await rotate(3600);
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    const [during] = await receiver.next();
    expect(during!.headers['webhook-signature']!.split(' ')).toHaveLength(2);
    expect(() => verified(during!, old)).not.toThrow();
    expect(() => verified(during!, body.secret)).not.toThrow();
    const again = await rotate(0);
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 2 });
    const [, after] = await receiver.next(2);
    expect(() => verified(after!, body.secret)).toThrow();
    expect(() => verified(after!, again.body.secret)).not.toThrow();
  });

  it('O-45 is sent for a row that a killed process left behind, once, and never for one rolled back', async () => {
    world = await givenAPartner(app);
    const receiver = await receiving();
    await subscribe(world, receiver);
    const outbox = app.app.get(Outbox, { strict: false });
    const rolledBack = app.app.get(Database).transaction(async (tx) => {
      await outbox.add(tx, { partnerId: world.partnerId, type: 'CUSTOMER_CHECKIN', entityId: 1 });
      throw new Error('the visit failed');
    });
    await expect(rolledBack).rejects.toThrow('the visit failed');
    await app.sql(
      `insert into events (partner_id, id, type, entity_id, occurred_at)
       values ($1, gen_random_uuid(), 'CUSTOMER_CHECKIN', 2, clock_timestamp())`,
      [world.partnerId],
    );
    await receiver.next();
    await sleep(700);
    expect(receiver.received.map(({ json }) => json.entityId)).toEqual([2]);
  });

  it('O-46 is delivered by any 2xx, also a slow one, and whatever the body contains', async () => {
    world = await givenAPartner(app);
    const slow = await receiving((_, response) => {
      setTimeout(() => response.writeHead(204).end(), 4_000);
    });
    const odd = await receiving((_, response) => {
      response.writeHead(202).write('<html>'.repeat(100_000));
    });
    const [first, second] = [await subscribe(world, slow), await subscribe(world, odd)];
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    const [patient, talkative] = await Promise.all([
      ended(world, first.id),
      ended(world, second.id),
    ]);
    expect(patient).toMatchObject({ state: 'DELIVERED', attempts: [{ status: 204 }] });
    expect(talkative).toMatchObject({ state: 'DELIVERED', attempts: [{ status: 202 }] });
    expect(talkative.attempts[0].durationMs).toBeLessThan(2_000);
  });

  it('O-46 fails after 5 s without an answer', async () => {
    world = await givenAPartner(app);
    const receiver = await receiving(silent);
    const { id } = await subscribe(world, receiver, { retry: [] });
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    const delivery = await ended(world, id);
    expect(delivery).toMatchObject({
      state: 'FAILED',
      attempts: [{ error: 'no answer within 5000 ms' }],
    });
    // A timer may fire a millisecond early by the other clock.
    expect(delivery.attempts[0].durationMs).toBeGreaterThanOrEqual(4_990);
  });

  it.each([301, 302, 307, 308, 400, 401, 404, 500, 503])(
    'O-46 fails with %i and follows no redirect',
    async (status) => {
      world = await givenAPartner(app);
      const target = await receiving();
      const receiver = await receiving(answering(status, { Location: target.url }));
      const { id } = await subscribe(world, receiver, { retry: [] });
      await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
      const delivery = await ended(world, id);
      expect(delivery).toMatchObject({ state: 'FAILED', attempts: [{ status }] });
      expect(target.received).toEqual([]);
    },
  );

  const exchanges = async (id: string) => {
    const delivery = await ended(world, id);
    const { status, body, text } = await world.admin.get(`/admin/v1/deliveries/${delivery.id}`);
    if (status !== 200) throw new Error(text);
    return body;
  };

  it('C-66 shows what was sent, byte for byte and without its secrets, and how the answer began', async () => {
    world = await givenAPartner(app);
    const answer = '{"error":"unknown member"}';
    const receiver = await receiving((_, response) => {
      response.writeHead(422, { 'Content-Type': 'application/json' }).end(answer);
    });
    const { id } = await subscribe(world, receiver, { retry: [] });
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    const { attempts } = await exchanges(id);
    const [got] = receiver.received;
    expect(attempts).toEqual([
      {
        at: expect.any(String),
        url: receiver.url,
        status: 422,
        durationMs: expect.any(Number),
        error: 'answered 422',
        request: { method: 'POST', body: got!.body, headers: expect.any(Object) },
        response: { contentType: 'application/json', body: answer, isCut: false },
      },
    ]);
    const { headers } = attempts[0].request;
    for (const [name, value] of Object.entries<string>(headers))
      expect([name, value]).toEqual([
        name,
        value === '•••' ? value : got!.headers[name.toLowerCase()],
      ]);
    expect(Object.keys(headers).filter((name) => headers[name] === '•••')).toEqual([
      'x-api-key',
      'webhook-signature',
    ]);
    const [listed] = (await deliveriesOf(world, id)).body.items;
    expect(Object.keys(listed.attempts[0])).not.toContain('response');
    const other = await givenAPartner(app);
    expect((await other.admin.get(`/admin/v1/deliveries/${listed.id}`)).status).toBe(404);
  });

  it('C-66 hides the secrets of a receiver that repeats its request', async () => {
    world = await givenAPartner(app);
    const echo = await receiving(({ headers }, response) => {
      response.writeHead(200).end(`${'-'.repeat(830)}${JSON.stringify(headers)}`);
    });
    const { id, key } = await subscribe(world, echo);
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    const { attempts } = await exchanges(id);
    const [got] = echo.received;
    expect(attempts[0].response).toMatchObject({
      body: expect.stringContaining('•••'),
      isCut: true,
    });
    const shown = JSON.stringify(attempts);
    for (const secret of [key, got!.headers['webhook-signature']!])
      expect(shown).not.toContain(secret.slice(0, 12));
  });

  it.each([
    [
      'a long one is cut within its first 1,024 bytes',
      'é'.repeat(5_000),
      {},
      { contentType: null, body: 'é'.repeat(512), isCut: true },
    ],
    [
      'bytes that are no text are shown as far as they are',
      Buffer.from([0xff, 0, 0x41]),
      {},
      { contentType: null, body: '\uFFFD\u0000A', isCut: false },
    ],
    ['an empty one is none', '', {}, null],
    ['a compressed one is none', 'x', { 'Content-Encoding': 'gzip' }, null],
  ])('C-66 of an answer: %s', async (_, body, headers, expected) => {
    world = await givenAPartner(app);
    const receiver = await receiving(
      (__, response) => void response.writeHead(200, headers).end(body),
    );
    const { id } = await subscribe(world, receiver);
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    const { state, attempts } = await exchanges(id);
    expect(state).toBe('DELIVERED');
    expect(attempts[0].response).toEqual(expected);
  });

  it('C-66 takes the head for the answer: a body that comes late or never changes neither result nor duration', async () => {
    world = await givenAPartner(app);
    const dripping = await receiving((_, response) => void response.writeHead(500).write('wait'));
    const breaking = await receiving((_, response) => {
      response.writeHead(200).write('half', () => response.destroy());
    });
    const [first, second] = [
      await subscribe(world, dripping, { retry: [] }),
      await subscribe(world, breaking),
    ];
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    const [slow, broken] = await Promise.all([exchanges(first.id), exchanges(second.id)]);
    expect(slow).toMatchObject({ state: 'FAILED', attempts: [{ status: 500 }] });
    expect(slow.attempts[0].durationMs).toBeLessThan(1_000);
    expect(slow.attempts[0].response).toMatchObject({ body: 'wait', isCut: true });
    expect(broken).toMatchObject({ state: 'DELIVERED', attempts: [{ status: 200 }] });
  });

  it('C-67 keeps answers encrypted, and shows the rest once one cannot be read or is dropped', async () => {
    world = await givenAPartner(app);
    const receiver = await receiving((_, response) => void response.writeHead(500).end('Ana Lima'));
    const { id } = await subscribe(world, receiver, { retry: [1] });
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    const whole = await exchanges(id);
    const bodies = (of: typeof whole) =>
      of.attempts.map(({ response }: { response: { body: string } | null }) => response?.body);
    expect(bodies(whole)).toEqual(['Ana Lima', 'Ana Lima']);
    const rows = await app.sql<{ no: number; answer: Buffer }>(
      'select no, answer from webhook_answers where delivery_id = $1 order by no',
      [whole.id],
    );
    expect(rows.map(({ no }) => no)).toEqual([1, 2]);
    for (const { answer } of rows) expect(answer.includes('Ana')).toBe(false);
    await app.sql(
      `update webhook_answers set answer = 'unreadable' where delivery_id = $1 and no = 1`,
      [whole.id],
    );
    await app.sql('delete from webhook_answers where delivery_id = $1 and no = 2', [whole.id]);
    const left = await exchanges(id);
    expect(bodies(left)).toEqual([undefined, undefined]);
    expect(left.attempts[1].request.body).toBe(receiver.received[1]!.body);
  });

  it('O-51 never sends a type outside the filter, nor another gym to a gym filter', async () => {
    world = await givenAPartner(app);
    const { partnerId, gymId } = world;
    const { body: other } = await app.operator.post(`/admin/v1/partners/${partnerId}/gyms`, {
      name: 'Norte',
    });
    const [all, byType, byGym] = [await receiving(), await receiving(), await receiving()];
    await subscribe(world, all);
    await subscribe(world, byType, { eventTypes: ['CUSTOMER_CHECKIN'] });
    await subscribe(world, byGym, { gymId });
    await publishEvents(
      app,
      partnerId,
      { type: 'CUSTOMER_CHECKIN', entityId: 1, gymId },
      { type: 'CUSTOMER_CHECKOUT', entityId: 2, gymId },
      { type: 'CUSTOMER_CHECKIN', entityId: 3, gymId: other.id },
      { type: 'CUSTOMER_UPDATED', entityId: 4 },
    );
    await until(async () => {
      const open = await app.sql(
        `select 1 from events e where partner_id = $1 and (dispatched_at is null or exists (
           select from webhook_deliveries d where d.event_id = e.id and d.state <> 'DELIVERED'))`,
        [partnerId],
      );
      return open.length === 0;
    });
    const heard = (receiver: Receiver) => receiver.received.map(({ json }) => json.entityId).sort();
    expect(heard(all)).toEqual([1, 2, 3, 4]);
    expect(heard(byType)).toEqual([1, 3]);
    expect(heard(byGym)).toEqual([1, 2, 4]);
  });

  it('O-51 never reaches another partner', async () => {
    const [mine, yours] = [await givenAPartner(app), await givenAPartner(app)];
    const [one, two] = [await receiving(), await receiving()];
    await subscribe(mine, one);
    const { id } = await subscribe(yours, two);
    await publishEvents(app, mine.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    await one.next();
    expect((await deliveriesOf(yours, id)).body.items).toEqual([]);
    expect(two.received).toEqual([]);
  });
});

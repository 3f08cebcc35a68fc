import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Batch } from '../../src/platform/database/batch.js';
import { currentSpan } from '../../src/platform/deadline/request-context.js';
import { inSpan } from '../../src/platform/tracing/in-span.js';
import { OtlpTracing } from '../../src/platform/tracing/otlp-tracing.js';
import { CheckInStage, newWellhubId, type CheckInWorld } from '../support/check-in-stage.js';
import { eventually } from '../support/eventually.js';
import { givenADoor } from '../support/gate-world.js';
import { createDatabase } from '../support/databases.js';
import { OtlpCollector, type CollectedSpan } from '../support/otlp-collector.js';
import { DatabaseProxy } from '../support/proxy.js';
import { Receiver } from '../support/receiver.js';
import { givenWellhub } from '../support/registration.js';
import { subscribe } from '../events/subscribing.js';

const CALLER = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`;
const NOT_SAMPLED = CALLER.replace(/01$/, '00');

const typeOf = (text: string): string => JSON.parse(text).payload[0].type;

/** Wellhub reports a check-in; it is validated, and a subscriber hears of it. */
async function checkIn(world: CheckInWorld, receiver: Receiver, headers = {}): Promise<string> {
  const wellhubId = newWellhubId();
  const before = receiver.received.length;
  world.simulator.planAnswer({ wellhubId, answer: 'empty', times: 1 });
  const { status } = await world.posts.send(world.posts.checkIn(wellhubId), { headers });
  expect(status).toBe(200);
  await eventually(
    () => receiver.received.slice(before).map(({ body }) => typeOf(body)),
    (types) => types.includes('WELLHUB_CHECKIN_VALIDATED'),
  );
  return wellhubId;
}

describe('a trace', () => {
  let collector: OtlpCollector;
  let receiver: Receiver;
  let wellhubId: string;
  let spans: CollectedSpan[];
  let remembered: { table: string; traceparent: string | null }[];
  const marks = Array.from({ length: 12 }, () => randomBytes(6).toString('hex'));
  const secrets: string[] = [];

  beforeAll(async () => {
    collector = await OtlpCollector.start();
    receiver = await Receiver.start();
    const tracing = collector.settings({
      headers: { authorization: 'Bearer of-the-collector' },
      resource: { 'service.name': 'doors', 'deployment.environment.name': 'test run' },
      tellsSubscribers: true,
    });
    const stage = await CheckInStage.open({ tracing });
    const world = await stage.partner();
    await subscribe(world.world, receiver);
    wellhubId = await checkIn(world, receiver, { traceparent: CALLER });
    await everySurface(stage, marks, secrets);
    remembered = await stage.app.sql(
      `select 'wellhub_events' as table, traceparent from wellhub_events
       union all select 'check_ins', traceparent from check_ins where wellhub_id = $1
       union all select 'events', traceparent from events where content ->> 'aggregatorId' = $1`,
      [wellhubId],
    );
    await stage.close();
    ({ spans } = collector);
  });
  afterAll(async () => {
    await receiver.stop();
    await collector.stop();
  });

  const chain = () => {
    const [request] = spans.filter(({ links }) =>
      links.some(({ traceId }) => CALLER.includes(traceId)),
    );
    return spans.filter(({ traceId }) => traceId === request?.traceId);
  };
  const named = (name: string) => chain().filter((span) => span.name === name);

  it('K-50 leads from a webhook by its row, its validation and its event to the delivery', () => {
    const [request] = named('POST /wellhub/:hook/webhooks');
    expect(request).toMatchObject({
      kind: 2,
      parentSpanId: '',
      attributes: { 'http.route': '/wellhub/:hook/webhooks', 'http.response.status_code': 200 },
    });
    const byId = new Map(chain().map((span) => [span.spanId, span]));
    for (const name of ['inbox.store', 'handle webhook', 'a call of validate', 'validate'])
      expect([name, named(name).length]).toEqual([name, 1]);
    const delivered = named('a webhook attempt');
    expect(delivered.length).toBeGreaterThanOrEqual(2);
    for (const span of chain().filter(({ spanId }) => spanId !== request?.spanId))
      expect([span.name, byId.has(span.parentSpanId)]).toEqual([span.name, true]);
    const validated = named('a call of validate')[0]?.spanId;
    expect(delivered.map(({ parentSpanId }) => parentSpanId)).toContain(validated);
    for (const { startNs, endNs } of chain()) expect(endNs >= startNs).toBe(true);
  });

  it('K-50 is remembered by the rows: webhook, check-in and events', () => {
    const [request] = named('POST /wellhub/:hook/webhooks');
    const traced = remembered.filter(({ traceparent }) => traceparent?.includes(request!.traceId));
    expect(new Set(traced.map(({ table }) => table))).toEqual(
      new Set(['wellhub_events', 'check_ins', 'events']),
    );
  });

  it('K-51 shows statements by their names, and calls by host and name', () => {
    expect(named('inbox.store')[0]).toMatchObject({
      kind: 3,
      attributes: { 'db.system.name': 'postgresql' },
    });
    expect(named('validate')[0]).toMatchObject({
      kind: 3,
      attributes: {
        'server.address': '127.0.0.1',
        'http.request.method': 'POST',
        'http.response.status_code': 200,
      },
    });
    expect(
      chain().some(
        ({ name, attributes }) =>
          name === 'POST' && attributes['http.response.status_code'] === 204,
      ),
    ).toBe(true);
  });

  it('K-51 shows a run of a worker only when it handled something', () => {
    const runs = spans.filter(({ attributes }) => 'gatehouse.handled' in attributes);
    expect(new Set(runs.map(({ name }) => name))).toContain('check-in intake');
    for (const { attributes } of runs) expect(attributes['gatehouse.handled']).toBeGreaterThan(0);
    const roots = new Set(runs.map(({ spanId }) => spanId));
    const polls = spans.filter(({ name }) => name === 'events.dispatch');
    for (const { parentSpanId } of polls) expect(roots).toContain(parentSpanId);
  });

  it('K-52 begins here for a caller that is not trusted, with a link to what it sent', () => {
    const [request] = named('POST /wellhub/:hook/webhooks');
    expect(request?.links).toMatchObject([
      { traceId: CALLER.slice(3, 35), spanId: CALLER.slice(36, 52) },
    ]);
    expect(spans.some(({ traceId }) => CALLER.includes(traceId))).toBe(false);
  });

  it('K-53 goes on with subscribers that the operator lets know, and never with Wellhub', () => {
    const sent = receiver.received.flatMap(({ headers }) => headers['traceparent'] ?? []);
    const attempts = new Set(named('a webhook attempt').map(({ spanId }) => spanId));
    expect(sent.filter((text) => attempts.has(text.slice(36, 52)))).toHaveLength(attempts.size);
  });

  it('K-54 holds nothing of people and no secret, whatever they send', () => {
    const bytes = collector.bodies.join('');
    const found = [...marks, ...secrets, wellhubId, 'select ', 'insert into'].filter((mark) =>
      bytes.includes(mark),
    );
    expect(secrets.length).toBeGreaterThan(3);
    expect(found).toEqual([]);
    expect(bytes).not.toMatch(/@[\w-]+\.\w/);
  });

  it('K-55 is sent with the name, the attributes and the headers that were set, and to its last step at a stop', () => {
    expect(collector.resource).toMatchObject({
      'service.name': 'doors',
      'deployment.environment.name': 'test run',
    });
    for (const { url, headers } of collector.requests)
      expect([url, headers.authorization, headers['content-type']]).toEqual([
        '/v1/traces',
        'Bearer of-the-collector',
        'application/json',
      ]);
    expect(spans.filter(({ name }) => name === 'GET /health/live')).toEqual([]);
  });
});

/** Names, mails, codes, tokens and queries on every surface, each with a mark. */
async function everySurface(stage: CheckInStage, marks: readonly string[], secrets: string[]) {
  const { app } = stage;
  const door = await givenADoor(app);
  const [
    name = '',
    mail = '',
    query = '',
    path = '',
    password = '',
    id = '',
    cookie = '',
    header = '',
  ] = marks;
  const wellhub = await givenWellhub(app, door);
  const person = { first_name: name, last_name: `'; ${name} 💪`, email: `${mail}@example.com` };
  await wellhub.register(person);
  await wellhub.register({ ...person, email: `${mail}@exa mple` });
  const customer = {
    firstName: name,
    lastName: name,
    email: `${mail}.b@example.com`,
    externalId: id,
  };
  await door.admin.post(`/admin/v1/partners/${door.partnerId}/customers`, customer);
  await door.admin.get(
    `/admin/v1/partners/${door.partnerId}/customers?email=${query}%40example.com`,
  );
  await app.api.get(`/nothing/${path}@example.com?token=${query}`);
  await app.api.get(`/${path}/login?e=${mail}`, {
    Cookie: `session=${cookie}`,
    'X-Request-Id': `id-${header}`,
  });
  await app.api.post('/console/session', { key: `ghk_test_${password}`, name });
  const code = await door.fetchCode();
  await door.scan(code);
  await door.scan('1234567890123456789');
  await app.api.get('/health/live');
  secrets.push(
    code,
    door.deviceToken,
    (await door.keyed(['CUSTOMER_READ'])).key,
    door.webhookSecret,
    'of-the-collector',
    door.partnerId,
    'simulator-token',
  );
}

describe('a trace of a trusted caller', () => {
  it('K-50 K-52 is continued, sampled as the caller decided, and outlasts an outage on the disk', async () => {
    const collector = await OtlpCollector.start();
    const proxy = await DatabaseProxy.before(await createDatabase());
    const stage = await CheckInStage.open({
      databaseUrl: proxy.url,
      tracing: collector.settings({ trustsCallers: true, ratio: 0 }),
    });
    const receiver = await Receiver.start();
    const world = await stage.partner();
    await subscribe(world.world, receiver);
    await checkIn(world, receiver, { traceparent: CALLER });
    for (const traceparent of [NOT_SAMPLED, 'nonsense', `${CALLER}-more`, CALLER.toUpperCase(), ''])
      await stage.app.api.get('/docs', { traceparent });
    await proxy.refuse();
    const spooled = world.posts.checkIn(newWellhubId());
    const { status } = await world.posts.send(spooled, { headers: { traceparent: CALLER } });
    expect(status).toBe(200);
    await proxy.pass();
    const remembered = await eventually(
      () =>
        stage.app
          .sql('select 1 from wellhub_events where traceparent like $1', [
            `%${CALLER.slice(3, 35)}%`,
          ])
          .catch(() => []),
      (rows) => rows.length === 2,
    );
    expect(remembered).toHaveLength(2);
    await stage.close();
    await proxy.close();
    const { spans } = collector;
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([CALLER.slice(3, 35)]));
    const request = spans.find(({ parentSpanId }) => parentSpanId === CALLER.slice(36, 52));
    expect(request?.name).toBe('POST /wellhub/:hook/webhooks');
    expect(spans.map(({ name }) => name)).toContain('a webhook attempt');
    expect(receiver.received.flatMap(({ headers }) => headers['traceparent'] ?? [])).toEqual([]);
    await receiver.stop();
    await collector.stop();
  });
});

describe('without a collector', () => {
  it('K-56 nothing is traced, written or sent', async () => {
    const stage = await CheckInStage.open();
    const receiver = await Receiver.start();
    const world = await stage.partner();
    await subscribe(world.world, receiver);
    await checkIn(world, receiver, { traceparent: CALLER });
    expect(receiver.received.flatMap(({ headers }) => headers['traceparent'] ?? [])).toEqual([]);
    const [row] = await stage.app.sql<{ n: number }>(
      `select (select count(traceparent) from wellhub_events) + (select count(traceparent) from check_ins)
         + (select count(traceparent) from events) as n`,
    );
    expect(Number(row?.n)).toBe(0);
    await stage.close();
    await receiver.stop();
  });
});

describe('a batch', () => {
  it('K-51 is a step in the trace of each of its requests, with their number and linked', async () => {
    const collector = await OtlpCollector.start();
    const tracing = new OtlpTracing(collector.settings(), () => undefined);
    let pass = () => {};
    const held = new Promise<void>((resolve) => (pass = resolve));
    const batch = new Batch<number, number>({
      key: String,
      run: async (items) => {
        const step = currentSpan()?.child('statement', { kind: 'client' });
        await held;
        step?.end();
        return items;
      },
    });
    const request = async (item: number) => {
      const span = item === 2 ? undefined : tracing.request(undefined);
      await inSpan(span, () => batch.add(item));
    };
    // The first is alone; what comes meanwhile shares the next one, and one of these is not traced.
    const done = Promise.all([0, 1, 2, 3].map(request));
    pass();
    await done;
    await tracing.onApplicationShutdown();
    const requests = collector.spans.filter(({ name }) => name === 'request');
    const steps = collector.spans.filter(({ name }) => name === 'statement');
    expect(requests).toHaveLength(3);
    expect(new Set(steps.map(({ traceId }) => traceId))).toEqual(
      new Set(requests.map(({ traceId }) => traceId)),
    );
    const shared = steps.filter(({ attributes }) => attributes['db.operation.batch.size'] === 3);
    expect(shared).toHaveLength(2);
    const [link] = shared.flatMap(({ links }) => links);
    expect(shared.map(({ spanId }) => spanId)).toContain(link?.spanId);
    await collector.stop();
  });
});

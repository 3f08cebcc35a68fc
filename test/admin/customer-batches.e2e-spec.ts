import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

interface Item {
  readonly index: number;
  readonly result: string;
  readonly customerId: number | null;
  readonly error: { code: string; errors: { pointer: string; detail: string }[] } | null;
}

let count = 0;
const digits = () => String(3_000_000_000_000 + (count += 1));

describe('POST /admin/v1/partners/{partnerId}/customers/batch', () => {
  let app: TestApp;
  let world: World;
  let admin: Api;
  let all: string;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    admin = world.admin;
    all = `/admin/v1/partners/${world.partnerId}/customers`;
  });
  afterAll(() => app.close());

  const batch = async (items: object[], more: object = {}, api = admin) =>
    api.post(`${all}/batch`, { items, ...more });
  const itemsOf = async (items: object[], more: object = {}, api = admin): Promise<Item[]> =>
    (await batch(items, more, api)).body.items;
  const results = (items: readonly Item[]) => items.map(({ result }) => result);
  const codes = (items: readonly Item[]) => items.map(({ error }) => error?.code ?? null);
  const read = async (id: number | null | undefined) =>
    (await admin.get(`/admin/v1/customers/${id}`)).body;
  const events = async (id: number | null | undefined) =>
    (
      await app.sql<{ type: string }>(
        'select type from events where partner_id = $1 and entity_id = $2 order by change_no',
        [world.partnerId, id],
      )
    ).map(({ type }) => type);

  it('C-170 adds, changes and leaves alone, and says which of it for each item', async () => {
    const people = [
      { number: 'B-1', firstName: 'Ana', email: 'ana@batch.example' },
      { number: 'B-2', firstName: 'Bia', gympassId: digits(), status: 'DISABLED' },
      { firstName: 'Cid', lastName: 'Dias', email: 'Cid@Batch.example', birthDate: '1990-01-02' },
    ];
    const first = await batch(people);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ dryRun: false, created: 3, updated: 0, failed: 0 });
    const ids = first.body.items.map(({ customerId }: Item) => customerId);
    expect(await read(ids[1])).toMatchObject({ ...people[1], origin: 'DIRECT' });
    expect(await events(ids[0])).toEqual(['CUSTOMER_CREATED']);
    expect(await events(ids[1])).toEqual(['CUSTOMER_CREATED', 'CUSTOMER_ACCESS_DISABLED']);
    const again = await batch([people[0]!, { ...people[1], firstName: 'Beatriz' }, people[2]!]);
    expect(again.body).toMatchObject({ created: 0, updated: 1, unchanged: 2 });
    expect(again.body.items.map(({ customerId }: Item) => customerId)).toEqual(ids);
    expect(await events(ids[0])).toEqual(['CUSTOMER_CREATED']);
    expect(await events(ids[1])).toHaveLength(3);
    expect(await read(ids[1])).toMatchObject({
      firstName: 'Beatriz',
      gympassId: people[1]?.gympassId,
    });
  });

  it('C-171 finds a customer by number, then by Wellhub ids, card, and last by e-mail, name and birth date', async () => {
    const gympassId = digits();
    const gympassUserId = 'gpw-9d1f3c0e-2d5e-40b8-82b4-d0a044fa4670';
    const card = { value: '771200' };
    const known = await itemsOf([
      { gympassId },
      { gympassUserId },
      { cardNumber: card },
      { email: 'eva@batch.example', firstName: 'Eva', lastName: 'Reis' },
    ]);
    const found = await itemsOf([
      { gympassId, number: 'B-10' },
      { gympassUserId, number: 'B-11' },
      { cardNumber: card, number: 'B-12' },
      { email: 'EVA@batch.example', firstName: 'eva', lastName: 'REIS', phoneNumber: '1' },
    ]);
    expect(results(found)).toEqual(Array(4).fill('UPDATED'));
    expect(found.map(({ customerId }) => customerId)).toEqual(
      known.map(({ customerId }) => customerId),
    );
    const others = await itemsOf([
      { email: 'eva@batch.example', firstName: 'Eva', lastName: 'Reis', birthDate: '2001-01-01' },
      { email: 'eva@batch.example', firstName: 'Ida', lastName: 'Reis' },
      { firstName: 'Eva', lastName: 'Reis' },
    ]);
    expect(results(others)).toEqual(Array(3).fill('CREATED'));
  });

  it('C-172 refuses an item by itself, with the code, the fields and nothing stored of it', async () => {
    const gympassId = digits();
    await itemsOf([
      { number: 'B-20', gympassId },
      { number: 'B-21', cardNumber: { value: '88' } },
    ]);
    const found = await itemsOf([
      { number: 'B-22', email: 'no address', birthDate: '1990-13-01' },
      { number: 'B-23', gympassId },
      { number: 'B-24', cardNumber: { value: '0' } },
      { number: 'B-25', homeGymId: 999_999_999 },
      { number: 'B-26', frstName: 'Ana' },
      { number: 'B-27' },
      { number: 'B-27', firstName: 'Twice' },
      { number: 'B-28', cardNumber: { value: '88' } },
      { number: 'B-29', cardNumber: { value: '88' }, cardIsBlocked: true },
    ]);
    expect(codes(found)).toEqual([
      'request.invalid',
      'customer.wellhub-id-taken',
      'request.invalid',
      'gym.not-found',
      'request.invalid',
      null,
      'customer.repeated-in-batch',
      'customer.card-number-taken',
      null,
    ]);
    expect(found[0]?.error?.errors.map(({ pointer }) => pointer)).toEqual(['/email', '/birthDate']);
    expect(found[4]?.error?.errors).toEqual([
      { pointer: '/frstName', detail: 'is not a known field' },
    ]);
    const stored = await app.sql(
      `select number from customers where partner_id = $1 and number like 'B-2_' order by number`,
      [world.partnerId],
    );
    expect(stored.map(({ number }) => number)).toEqual(['B-20', 'B-21', 'B-27', 'B-29']);
  });

  it('C-173 judges everything in a dry run, and changes nothing', async () => {
    await itemsOf([{ number: 'B-30', firstName: 'Ana' }]);
    const before = await state();
    const items = [
      { number: 'B-30', firstName: 'Anna' },
      { number: 'B-31' },
      { number: 'B-31' },
      { number: 'B-32', email: 'x' },
    ];
    const dry = await batch(items, { dryRun: true });
    expect(dry.body).toMatchObject({ dryRun: true, created: 1, updated: 1, failed: 2 });
    expect(dry.body.items[1]).toMatchObject({ result: 'CREATED', customerId: null });
    expect(await state()).toEqual(before);
    expect(results(await itemsOf(items))).toEqual(results(dry.body.items));
  });
  const state = () =>
    app.sql(
      `select (select count(*) from customers) as customers, (select max(change_no) from customers) as change,
        (select count(*) from events) as events, (select count(*) from audit_log) as audit`,
    );

  it('C-174 takes 500 items and 1 MiB, and refuses more as a whole', async () => {
    const many = (size: number) =>
      Array.from({ length: size }, (_, at) => ({ number: `many-${at}`, firstName: 'A' }));
    expect((await batch(many(501))).status).toBe(400);
    expect((await batch([])).status).toBe(400);
    expect((await admin.post(`${all}/batch`, { items: ['x'] })).status).toBe(400);
    const large = many(500).map((item) => ({ ...item, legalGuardian: 'g'.repeat(150) }));
    expect((await batch(large)).body).toMatchObject({ created: 500 });
    const tooLarge = many(500).map((item) => ({ ...item, legalGuardian: 'g'.repeat(2_200) }));
    expect((await batch(tooLarge)).status).toBe(413);
  });

  it('C-175 answers a repeated Idempotency-Key with the first answer, and leaves one audit row a batch', async () => {
    const keyed = admin.with({ 'Idempotency-Key': `batch-${Date.now()}` });
    const items = [{ firstName: 'Once' }, { number: 'B-40', email: 'old@batch.example' }];
    const [first, second] = [await batch(items, {}, keyed), await batch(items, {}, keyed)];
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    await batch([
      { number: 'B-40', email: 'new@batch.example' },
      { number: 'B-41', email: '?' },
    ]);
    const rows = await app.sql(
      'select action, object, changes from audit_log where partner_id = $1 order by id desc limit 3',
      [world.partnerId],
    );
    expect(rows.map(({ action, object }) => [action, object])).toEqual([
      ['customer.batch-imported', '0 created, 1 updated, 1 failed'],
      ['customer.email-changed', String(first.body.items[1].customerId)],
      ['customer.batch-imported', '2 created, 0 updated, 0 failed'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('batch.example');
  });

  it('C-176 keeps a narrowed key at its gym, and other partners apart', async () => {
    const gyms = `/admin/v1/partners/${world.partnerId}/gyms`;
    const other = (await admin.post(gyms, { name: 'Other' })).body.id;
    const [there, roaming] = await itemsOf([
      { number: 'B-50', homeGymId: other },
      { number: 'B-51', homeGymId: other, gympassId: digits() },
    ]);
    const narrow = await world.keyed(['CUSTOMER_WRITE'], { gymId: world.gymId });
    const found = await itemsOf(
      [
        { number: 'B-50', firstName: 'Stolen' },
        { number: 'B-51', firstName: 'Seen' },
        { number: 'B-52' },
        { number: 'B-53', homeGymId: other },
        { number: 'B-51', homeGymId: null },
      ],
      {},
      narrow,
    );
    expect(codes(found)).toEqual([
      'customer.number-taken',
      null,
      null,
      'gym.not-found',
      'customer.repeated-in-batch',
    ]);
    expect((await read(there?.customerId)).firstName).toBeNull();
    expect((await read(roaming?.customerId)).firstName).toBe('Seen');
    expect((await read(found[2]?.customerId)).homeGymId).toBe(world.gymId);
    const stranger = await givenAPartner(app);
    expect((await batch([{ number: 'B-50' }], {}, stranger.admin)).status).toBeGreaterThan(400);
    const reader = await world.keyed(['CUSTOMER_READ']);
    expect((await batch([{ number: 'B-54' }], {}, reader)).status).toBe(403);
  });

  it('C-177 stores parallel batches of the same people once', async () => {
    const people = Array.from({ length: 40 }, (_, at) => ({
      number: `same-${at}`,
      firstName: 'S',
    }));
    const answers = await Promise.all([
      batch(people),
      batch(people.toReversed()),
      batch(people),
      batch(people.toReversed()),
    ]);
    const sums = answers.map(({ status, body }) => [status, body.created, body.unchanged]);
    const stored = [200, 40, 0];
    const found = [200, 0, 40];
    expect(sums.toSorted((a, b) => a[1] - b[1])).toEqual([found, found, found, stored]);
    const [row] = await app.sql(
      `select count(*)::int as stored from customers where partner_id = $1 and number like 'same-%'`,
      [world.partnerId],
    );
    expect(row).toEqual({ stored: 40 });
  });
});

describe('batches of customers', () => {
  it('C-178 have a limit per minute of their own', async () => {
    const app = await startApp({ rateLimitPerMinute: 1_000 });
    const { admin, partnerId } = await givenAPartner(app);
    const path = `/admin/v1/partners/${partnerId}/customers/batch`;
    let refused;
    for (let sent = 0; sent < 260 && !refused; sent += 1) {
      const answer = await admin.post(path, { items: [{ number: 'x' }], dryRun: true });
      if (answer.status === 429) refused = { answer, sent };
    }
    expect(refused?.sent).toBeGreaterThanOrEqual(120);
    expect(Number(refused?.answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await admin.get(`/admin/v1/partners/${partnerId}/customers`)).status).toBe(200);
    await app.close();
  });
});

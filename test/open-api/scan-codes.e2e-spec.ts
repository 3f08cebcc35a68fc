import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';

describe('POST /open-api/device/cardreader/identification with a code', () => {
  let app: TestApp;
  let world: GateWorld;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app);
  });
  afterAll(() => app.close());

  const member = async () => {
    const id = await world.customer();
    await world.withContract(id);
    return id;
  };
  const visitsOf = (id: number) => app.sql('select * from visits where customer_id = $1', [id]);
  const eventsOf = (id: number, type = 'CUSTOMER_CHECKIN') =>
    app.sql('select * from events where entity_id = $1 and type = $2', [id, type]);

  it('O-16 opens for a live code: one visit, one event', async () => {
    const id = await member();
    const { status, body } = await world.scan(await world.fetchCode(id));
    expect(status).toBe(200);
    expect(body).toEqual({
      authorized: true,
      customerId: id,
      checkinId: expect.any(Number),
      direction: 'IN',
      provisional: false,
    });
    expect(await visitsOf(id)).toHaveLength(1);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it('O-16 a dry run answers 200 and changes nothing', async () => {
    const id = await member();
    const code = await world.fetchCode(id);
    const dry = await world.scan(code, { execute: false });
    expect(dry.status).toBe(200);
    expect(dry.body.checkinId).toBeUndefined();
    expect(await visitsOf(id)).toHaveLength(0);
    expect(await eventsOf(id)).toHaveLength(0);
    expect((await world.scan(code)).status).toBe(200);
  });

  it.each(['format', 'nonce', 'shouldExecuteAction'])(
    'O-16 reads a null %s like an absent one',
    async (name) => {
      const identification = { type: 'QR_CODE', value: await world.fetchCode(await member()) };
      const { status, body } = await app.api.post(
        '/open-api/device/cardreader/identification',
        name === 'format'
          ? { identification: { ...identification, format: null }, nonce: randomUUID() }
          : { identification, nonce: randomUUID(), [name]: null },
        { Authorization: `Bearer ${world.deviceToken}` },
      );
      expect([status, body.authorized]).toEqual([200, true]);
    },
  );

  it('O-17 judges expiry by the database clock', async () => {
    const id = await member();
    const code = await world.fetchCode(id);
    await app.sql(`update access_codes set expires_at = clock_timestamp() where customer_id = $1`, [
      id,
    ]);
    const { status, body } = await world.scan(code);
    expect([status, body.errorCode]).toEqual([403, 'ACCESS_CODE_EXPIRED']);
  });

  it('O-17 still distinguishes an old code from one that never existed', async () => {
    const id = await member();
    const code = await world.fetchCode(id);
    await app.sql(
      `update access_codes set issued_at = issued_at - interval '40 minutes', expires_at = expires_at - interval '40 minutes'
       where customer_id = $1`,
      [id],
    );
    expect((await world.scan(code)).body.errorCode).toBe('ACCESS_CODE_EXPIRED');
  });

  it('O-18 answers everything unknown with the same 404', async () => {
    const other = await givenADoor(app);
    const foreign = await other.fetchCode();
    const bodies = new Set<string>();
    for (const value of [
      '0000000000000000000',
      'letters',
      '123456789012345678',
      '12345678901234567890',
      '{"a":1}',
      foreign,
    ]) {
      const { status, body } = await world.scan(value);
      expect(status).toBe(404);
      bodies.add(JSON.stringify({ ...body, traceId: '' }));
    }
    expect([...bodies]).toHaveLength(1);
    expect([...bodies][0]).toContain('ACCESS_CODE_UNKNOWN');
  });

  it('O-19 an entry uses up every earlier code of the customer, at every gym; a later code opens', async () => {
    const id = await member();
    const second = await world.gym();
    const there = await world.device('IN', second);
    const [early, elsewhere] = [await world.fetchCode(id), await world.fetchCode(id, second)];
    const used = await world.fetchCode(id);
    expect((await world.scan(used)).status).toBe(200);
    expect((await world.scan(used, { token: await world.device() })).body.errorCode).toBe(
      'ACCESS_CODE_ALREADY_USED',
    );
    expect((await world.scan(early)).body.errorCode).toBe('ACCESS_CODE_ALREADY_USED');
    expect((await world.scan(elsewhere, { token: there })).body.errorCode).toBe(
      'ACCESS_CODE_ALREADY_USED',
    );
    expect((await world.scan(await world.fetchCode(id))).status).toBe(200);
  });

  it('O-19 a gym without single use opens until the code ends', async () => {
    const gym = await world.gym({ accessCodes: { singleUse: false } });
    const token = await world.device('IN', gym);
    const id = await member();
    const code = await world.fetchCode(id, gym);
    expect((await world.scan(code, { token })).status).toBe(200);
    expect((await world.scan(code, { token })).status).toBe(200);
  });

  it('O-20 fifty parallel scans on fifty devices open once', async () => {
    const id = await member();
    const code = await world.fetchCode(id);
    const tokens = await Promise.all(Array.from({ length: 50 }, () => world.device()));
    const answers = await Promise.all(tokens.map((token) => world.scan(code, { token })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ body }) => body.errorCode === 'ACCESS_CODE_ALREADY_USED');
    expect(refused).toHaveLength(49);
    expect(await visitsOf(id)).toHaveLength(1);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it('O-21 repeats the first answer for a copy without nonce on the same device, once decided', async () => {
    const id = await member();
    const code = await world.fetchCode(id);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => world.scan(code, { nonce: null })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(50);
    expect(answers.filter(({ body }) => body.repeated === true)).toHaveLength(49);
    expect(new Set(answers.map(({ body }) => body.checkinId)).size).toBe(1);
    expect(await visitsOf(id)).toHaveLength(1);
    expect((await world.scan(code)).body.errorCode).toBe('ACCESS_CODE_ALREADY_USED');
  });

  it('O-21 with a window of 0 a copy is decided anew', async () => {
    const token = await world.device('IN', world.gymId, { repeatWindowSeconds: 0 });
    const code = await world.fetchCode(await member());
    expect((await world.scan(code, { token, nonce: null })).status).toBe(200);
    expect((await world.scan(code, { token, nonce: null })).body.errorCode).toBe(
      'ACCESS_CODE_ALREADY_USED',
    );
  });

  it('O-21 the same nonce gets the same answer, with another value 400', async () => {
    const nonce = randomUUID();
    const code = await world.fetchCode(await member());
    const first = await world.scan(code, { nonce });
    const again = await world.scan(code, { nonce });
    expect(again.body).toEqual({ ...first.body, repeated: true });
    const other = await world.scan(await world.fetchCode(), { nonce });
    expect([other.status, other.body.reference]).toEqual([400, 'nonce']);
  });

  it('O-23 refuses a code of another gym without consuming it; one for no gym opens everywhere', async () => {
    const second = await world.gym();
    const there = await world.device('IN', second);
    const id = await member();
    const here = await world.fetchCode(id, world.gymId);
    expect((await world.scan(here, { token: there })).body.errorCode).toBe(
      'ACCESS_CODE_WRONG_STUDIO',
    );
    expect((await world.scan(here)).status).toBe(200);
    expect((await world.scan(await world.fetchCode(id), { token: there })).status).toBe(200);
    expect((await world.scan(await world.fetchCode(id))).status).toBe(200);
  });

  it('O-24 a restriction that covers today keeps the door shut, one of yesterday does not', async () => {
    const id = await member();
    const code = await world.fetchCode(id);
    const path = `/admin/v1/customers/${id}/restriction`;
    await world.admin.put(path, { reason: 'unpaid' });
    expect((await world.scan(code)).body.errorCode).toBe('CUSTOMER_ACCESS_RESTRICTED');
    await world.admin.put(path, {
      reason: 'unpaid',
      startDate: '2020-01-01',
      endDate: '2020-02-01',
    });
    expect((await world.scan(code)).status).toBe(200);
  });

  it('O-33 without contract and Wellhub id the door stays shut', async () => {
    const code = await world.fetchCode(await world.customer());
    const { status, body } = await world.scan(code);
    expect([status, body.errorCode]).toEqual([403, 'CONTRACT_REQUIRED']);
  });

  it('O-36 every decision leaves its row', async () => {
    const id = await member();
    const code = await world.fetchCode(id);
    await world.scan(code);
    await world.scan(code);
    const rows = await app.sql<{ result: string }>(
      'select result, device_id, value_hash_prefix from gate_decisions where customer_id = $1 order by at',
      [id],
    );
    expect(rows.map(({ result }) => result)).toEqual(['OPEN', 'ACCESS_CODE_ALREADY_USED']);
  });
});

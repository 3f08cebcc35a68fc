import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';

const SCAN = '/open-api/device/cardreader/identification';

describe('POST /open-api/device/cardreader/identification: devices, cards and exits', () => {
  let app: TestApp;
  let world: GateWorld;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app);
  });
  afterAll(() => app.close());

  const member = async (values = {}) => {
    const id = await world.customer(values);
    await world.withContract(id);
    return id;
  };
  const eventsOf = (id: number, type: string) =>
    app.sql('select * from events where entity_id = $1 and type = $2', [id, type]);

  it('O-29 refuses missing, invalid, replaced and switched-off device tokens, and an API key', async () => {
    const code = await world.fetchCode();
    const made = await world.admin.post(`/admin/v1/gyms/${world.gymId}/devices`, {
      name: 'Old',
      direction: 'IN',
    });
    const activate = () => world.admin.post(`/admin/v1/devices/${made.body.id}/token`);
    const { token: replaced } = (await activate()).body;
    const { token: live } = (await activate()).body;
    const audited = await app.sql(
      `select actor from audit_log where action = 'device.token-issued' and object = $1`,
      [String(made.body.id)],
    );
    expect(audited).toHaveLength(2);
    const { key } = await world.keyed(['PARTNER_ADMIN']);
    for (const token of ['', 'x'.repeat(36), replaced, key]) {
      const { status, body } = await world.scan(code, { token });
      expect([status, body.errorCode]).toEqual([401, 'DEVICE_TOKEN_INVALID']);
    }
    expect((await world.scan(code, { token: live, execute: false })).status).toBe(200);
    await world.admin.patch(`/admin/v1/devices/${made.body.id}`, { active: false });
    expect((await world.scan(code, { token: live })).status).toBe(401);
  });

  it.each([
    [{}, 'identification'],
    [{ identification: {} }, 'identification.type'],
    [{ identification: { type: 'PIN', value: '1234' } }, 'identification.type'],
    [{ identification: { type: 'WALLET_PASS', value: '1' } }, 'identification.type'],
    [{ identification: { type: 'QR_CODE' } }, 'identification.value'],
    [{ identification: { type: 'QR_CODE', value: 12 } }, 'identification.value'],
    [{ identification: { type: 'QR_CODE', value: 'x'.repeat(513) } }, 'identification.value'],
    [{ identification: { type: 'QR_CODE', value: ' \r\n' } }, 'identification.value'],
    [{ identification: { type: 'QR_CODE', value: 'x' }, nonce: 'no' }, 'nonce'],
    [
      { identification: { type: 'QR_CODE', value: 'x' }, shouldExecuteAction: 'yes' },
      'shouldExecuteAction',
    ],
  ])('O-30 refuses %j and names %s', async (body, reference) => {
    const answer = await app.api.post(SCAN, body, { Authorization: `Bearer ${world.deviceToken}` });
    expect([answer.status, answer.body.errorCode, answer.body.reference]).toEqual([
      400,
      'VALIDATION_FAILED',
      reference,
    ]);
    expect(
      (await app.api.post(SCAN, body, { Authorization: `Bearer ${'x'.repeat(36)}` })).status,
    ).toBe(401);
  });

  it('O-30 refuses a body that is no JSON', async () => {
    const answer = await app.api.post(SCAN, '{"identification":', {
      Authorization: `Bearer ${world.deviceToken}`,
    });
    expect([answer.status, answer.body.errorCode]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('O-31 trims what readers add and knows a card in all its forms', async () => {
    const id = await member({ cardNumber: { value: '1229948109940352', format: 'DECIMAL' } });
    const forms = [
      ['045ea19c2f6680', 'HEX_MSB'],
      ['80662f9ca15e04', 'HEX_LSB'],
      ['1229948109940352', 'DECIMAL'],
      ['001229948109940352\r\n', 'DECIMAL'],
    ];
    for (const [value, format] of forms) {
      const { status, body } = await world.scan(value!, {
        type: 'NUMBER',
        format: format!,
        execute: false,
      });
      expect([status, body.customerId]).toEqual([200, id]);
    }
    expect((await world.scan(`\t ${await world.fetchCode(id)}\r\n`)).status).toBe(200);
  });

  it('O-31 knows one value in all that readers make of it, also as its own repeat and for its nonce', async () => {
    const id = await member({ cardNumber: { value: '12345678', format: 'DECIMAL' } });
    const ways = (digits: string) => [
      `\u0002${digits}\u0003`,
      `\u001d${digits}\u0004`,
      `]C1\u001d${digits}`,
      `\u0002]Q1${digits}\r\n`,
      [...digits].map((digit) => String.fromCharCode(65_296 + Number(digit))).join(''),
      [...digits].map((digit) => 'à&é"\'(-è_ç'[Number(digit)]).join(''),
    ];
    for (const value of ways('12345678')) {
      const card = await world.scan(value, { type: 'NUMBER', execute: false });
      expect([value, card.status, card.body.customerId]).toEqual([value, 200, id]);
    }
    const code = await world.fetchCode(id);
    for (const type of ['QR_CODE', 'BARCODE', 'NUMBER'])
      for (const value of ways(code))
        expect([value, (await world.scan(value, { type, execute: false })).status]).toEqual([
          value,
          200,
        ]);
    const nonce = randomUUID();
    expect((await world.scan(code, { nonce })).status).toBe(200);
    for (const value of ways(code))
      expect((await world.scan(value, { nonce })).body).toMatchObject({ repeated: true });
    const nothing = await world.scan('\u0002]Q1\u0003');
    expect([nothing.status, nothing.body.reference]).toEqual([400, 'identification.value']);
  });

  it('O-34 an exit closes the open visit with one event; without one it opens and publishes nothing', async () => {
    const exit = await world.device('OUT');
    const id = await member();
    await world.scan(await world.fetchCode(id));
    const out = await world.scan(await world.fetchCode(id), { token: exit });
    expect([out.status, out.body.direction]).toEqual([200, 'OUT']);
    expect(
      await app.sql('select * from visits where customer_id = $1 and left_at is null', [id]),
    ).toHaveLength(0);
    expect(await eventsOf(id, 'CUSTOMER_CHECKOUT')).toHaveLength(1);
    const again = await world.scan(await world.fetchCode(id), { token: exit });
    expect([again.status, again.body.checkinId]).toEqual([200, undefined]);
    expect(await eventsOf(id, 'CUSTOMER_CHECKOUT')).toHaveLength(1);
  });

  it('O-34 at a two-way door the code that entered does not leave, a later one does and is used up', async () => {
    const both = await world.device('BOTH');
    const id = await member();
    const entered = await world.fetchCode(id);
    expect((await world.scan(entered, { token: both })).body.direction).toBe('IN');
    expect((await world.scan(entered, { token: both })).body.errorCode).toBe(
      'ACCESS_CODE_ALREADY_USED',
    );
    const leaving = await world.fetchCode(id);
    expect((await world.scan(leaving, { token: both })).body.direction).toBe('OUT');
    expect((await world.scan(leaving, { token: both })).body.errorCode).toBe(
      'ACCESS_CODE_ALREADY_USED',
    );
  });

  it('a second entry closes the visit that was open, at this or another gym', async () => {
    const second = await world.gym();
    const there = await world.device('IN', second);
    const id = await member();
    await world.scan(await world.fetchCode(id));
    await world.scan(await world.fetchCode(id), { token: there });
    const visits = await app.sql<{ gym_id: number; left_at: Date | null }>(
      'select gym_id, left_at from visits where customer_id = $1 order by id',
      [id],
    );
    expect(visits.map(({ left_at }) => left_at === null)).toEqual([false, true]);
    expect(await eventsOf(id, 'CUSTOMER_CHECKOUT')).toHaveLength(1);
    expect(await eventsOf(id, 'CUSTOMER_CHECKIN')).toHaveLength(2);
  });

  it('O-41 a new token ends the old one, and no list shows tokens', async () => {
    const api = await world.keyed(['DEVICE_READ', 'DEVICE_WRITE']);
    const list = await api.get(`/v1/devices?studioId=${world.gymId}`);
    expect(list.status).toBe(200);
    expect(Object.keys(list.body[0]).sort()).toEqual([
      'active',
      'direction',
      'id',
      'model',
      'name',
      'studioId',
    ]);
    const activated = await api.put(`/v1/devices/${list.body[0].id}/activate`);
    expect([activated.status, activated.body.id]).toEqual([200, list.body[0].id]);
    expect((await world.scan('1', { token: activated.body.accessToken })).status).toBe(404);
    expect((await world.scan('1')).body.errorCode).toBe('DEVICE_TOKEN_INVALID');
    const other = await givenADoor(app);
    expect(
      (await (await other.keyed(['DEVICE_WRITE'])).put(`/v1/devices/${list.body[0].id}/activate`))
        .status,
    ).toBe(404);
  });
});

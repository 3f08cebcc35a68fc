import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('POST /admin/v1/devices/{id}/dry-run', () => {
  let app: TestApp;
  let world: GateWorld;
  let door: number;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app);
    door = (await devices())[0].id;
  });
  afterAll(() => app.close());

  const devices = async () =>
    (await world.admin.get(`/admin/v1/partners/${world.partnerId}/devices`)).body.items;
  const path = (id = door) => `/admin/v1/devices/${id}/dry-run`;
  const tried = async (value: string, id = door, more = {}) =>
    (await world.admin.post(path(id), { value, ...more })).body;
  const stepsOf = ({ steps }: { steps: { check: string; outcome: string }[] }) =>
    Object.fromEntries(steps.map(({ check, outcome }) => [check, outcome]));
  const rows = async () => {
    const one = `(select count(*)::int from visits) as visits, (select count(*)::int from events) as events`;
    return (await app.sql(`select ${one}`))[0];
  };

  it('C-99 explains that a code would open, and it still opens afterwards, once', async () => {
    const code = await world.fetchCode();
    const before = await rows();
    const answer = await tried(code);
    expect(answer).toMatchObject({
      opens: true,
      result: 'OPEN',
      customerId: world.customerId,
      direction: 'IN',
    });
    expect(new Set(Object.values(stepsOf(answer)))).toEqual(new Set(['PASSED']));
    expect(await rows()).toEqual(before);
    expect((await world.scan(code)).status).toBe(200);
    const again = await tried(code);
    expect(again).toMatchObject({ opens: false, result: 'ACCESS_CODE_ALREADY_USED' });
    expect(again.customerId).toBe(world.customerId);
    expect(stepsOf(again)).toEqual({
      DEVICE: 'PASSED',
      READER: 'PASSED',
      VALUE: 'PASSED',
      CODE_GYM: 'PASSED',
      CODE_UNUSED: 'FAILED',
      CODE_TIME: 'NOT_REACHED',
      PERSON: 'NOT_REACHED',
      RIGHT: 'NOT_REACHED',
    });
  });

  it('C-99 names the check at which a person without a right to enter, or a code of another gym, fails', async () => {
    const stranger = await world.customer();
    const refused = await tried(await world.fetchCode(stranger));
    expect(refused).toMatchObject({ result: 'CONTRACT_REQUIRED', customerId: stranger });
    expect(stepsOf(refused)).toMatchObject({ PERSON: 'PASSED', RIGHT: 'FAILED' });
    const elsewhere = await world.fetchCode(world.customerId, await world.gym());
    expect(stepsOf(await tried(elsewhere))).toMatchObject({ VALUE: 'PASSED', CODE_GYM: 'FAILED' });
  });

  it('C-99 needs no right to enter from who leaves, and no check of codes for a card', async () => {
    await world.device('OUT');
    const exit = (await devices()).find((one: { direction: string }) => one.direction === 'OUT');
    const out = await tried(await world.fetchCode(), exit.id);
    expect(out).toMatchObject({ opens: true, direction: 'OUT' });
    expect(stepsOf(out)).toMatchObject({ PERSON: 'NOT_NEEDED', RIGHT: 'NOT_NEEDED' });
    const member = await world.customer({ cardNumber: { value: '4711', format: 'DECIMAL' } });
    await world.withContract(member);
    const known = await tried('4711');
    expect([known.opens, known.customerId]).toEqual([true, member]);
    expect(stepsOf(known)).toMatchObject({ CODE_UNUSED: 'NOT_NEEDED', RIGHT: 'PASSED' });
    expect(await tried('1267', door, { format: 'HEX_MSB' })).toMatchObject({ customerId: member });
  });

  it('C-99 locks no reader, however often staff mistype a card', async () => {
    for (let at = 0; at < 12; at += 1)
      expect((await tried(String(90_000 + at))).result).toBe('ACCESS_CODE_UNKNOWN');
    expect((await world.scan('89999', { type: 'NUMBER' })).status).toBe(404);
  });

  it('C-99 says that a door without a token, or one that is switched off, refuses everything', async () => {
    const made = { name: 'New', direction: 'IN' };
    const { body } = await world.admin.post(`/admin/v1/gyms/${world.gymId}/devices`, made);
    const code = await world.fetchCode();
    const fresh = await tried(code, body.id);
    expect([fresh.result, stepsOf(fresh)['DEVICE']]).toEqual(['DEVICE_TOKEN_INVALID', 'FAILED']);
    await world.admin.post(`/admin/v1/devices/${body.id}/token`);
    expect((await tried(code, body.id)).opens).toBe(true);
    await world.admin.patch(`/admin/v1/devices/${body.id}`, { active: false });
    expect((await tried(code, body.id)).result).toBe('DEVICE_TOKEN_INVALID');
  });

  it('C-99 refuses what no reader sends, other gyms of a narrowed key, and other partners', async () => {
    for (const body of [
      {},
      { value: '' },
      { value: ' ' },
      { value: 5 },
      { value: '1', type: 'PIN' },
    ]) {
      const answer = await world.admin.post(path(), body);
      expect([body, answer.status]).toEqual([body, 400]);
      expect(answer.body.errors[0].pointer).toMatch(/^\/(value|type)$/);
    }
    const narrowed = await world.keyed(['DEVICE_READ'], { gymId: await world.gym() });
    expect((await narrowed.post(path(), { value: '1' })).status).toBe(404);
    const other = await givenADoor(app);
    expect((await other.admin.post(path(), { value: '1' })).status).toBe(404);
    const reader = await world.keyed(['CHECKIN_READ']);
    expect((await reader.post(path(), { value: '1' })).status).toBe(403);
  });
});

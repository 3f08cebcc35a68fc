import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('unknown values at a door', () => {
  let app: TestApp;
  let world: GateWorld;
  let token: string;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app);
  });
  afterAll(() => app.close());

  const newDoor = async () => (token = await world.device());
  const card = (value: string, options = {}) =>
    world.scan(value, { token, type: 'NUMBER', ...options });
  const unknownCards = async (from: number, count: number) => {
    const answers = [];
    for (let n = from; n < from + count; n += 1) answers.push(await card(`55500${n}`));
    return answers.map(({ status }) => status);
  };
  const times = (n: number, status: number) => Array.from({ length: n }, () => status);
  const alerts = (code: string) =>
    app.sql<{ object: string; count: number; gym_id: number }>(
      `select a.object, a.count, a.gym_id from alerts a join devices d on a.object = 'device/' || d.id
       where a.code = $1 and a.partner_id = $2 and d.token_hash = sha256($3::bytea)`,
      [code, world.partnerId, Buffer.from(token)],
    );
  const later = (seconds: number) =>
    Promise.all([
      app.sql(`update gate_tries set at = at - make_interval(secs => $1)`, [seconds]),
      app.sql(
        `update devices set cards_locked_until = cards_locked_until - make_interval(secs => $1)`,
        [seconds],
      ),
    ]);

  it('O-32 ten unknown cards close the card reader for 60 s, with one alert; codes and other doors still open', async () => {
    await newDoor();
    const id = await world.customer({ cardNumber: { value: '880001', format: 'DECIMAL' } });
    await world.withContract(id);
    expect(await unknownCards(0, 10)).toEqual(times(10, 404));
    const eleventh = await card('5550099');
    expect([eleventh.status, eleventh.body.errorCode]).toEqual([429, 'DEVICE_RATE_LIMITED']);
    const wait = Number(eleventh.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect((await card('880001')).status).toBe(429);
    expect(await alerts('gate.card-tries')).toEqual([
      { object: expect.any(String), count: 1, gym_id: world.gymId },
    ]);
    expect((await world.scan('letters', { token })).status).toBe(404);
    expect((await world.scan(await world.fetchCode(id), { token })).status).toBe(200);
    expect((await world.scan('880001', { type: 'NUMBER' })).status).toBe(200);
    await later(60);
    expect((await card('880001')).status).toBe(200);
    expect(await unknownCards(20, 9)).toEqual(times(9, 404));
    expect((await card('880001', { execute: false })).status).toBe(200);
  });

  it('O-32 counts one number again within 5 s once, however it is written, and forgets tries after 60 s', async () => {
    await newDoor();
    for (let n = 0; n < 12; n += 1) expect((await card(n % 2 ? '0777' : '777')).status).toBe(404);
    expect((await card('309', { format: 'HEX_MSB' })).status).toBe(404);
    await later(6);
    expect((await card('777')).status).toBe(404);
    const counted = await app.sql(
      'select t.at from gate_tries t join devices d on d.id = t.device_id where d.token_hash = sha256($1::bytea)',
      [Buffer.from(token)],
    );
    expect(counted).toHaveLength(2);
    await later(60);
    expect(await unknownCards(40, 9)).toEqual(times(9, 404));
    expect(await alerts('gate.card-tries')).toEqual([]);
  });

  it('O-32 lets exactly ten of parallel tries in two replicas through, also dry ones', async () => {
    await newDoor();
    const second = await startApp({
      databaseUrl: app.settings.databaseUrl,
      secretsKeys: [...app.settings.secretsKeys],
    });
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        card(`66600${n}`, { via: n % 2 ? app.api : second.api, execute: n % 3 > 0 }),
      ),
    );
    await second.close();
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...times(10, 404), ...times(14, 429)]);
    expect(await alerts('gate.card-tries')).toMatchObject([{ count: 1 }]);
  });

  it('O-32 a hundred unknown codes in 60 s raise one alert and lock nothing', async () => {
    await newDoor();
    const unknownCode = () => world.scan(`4${randomInt(1e9, 9e9)}00000000`.slice(0, 19), { token });
    const answers = await Promise.all(Array.from({ length: 20 }, unknownCode));
    for (let round = 0; round < 3; round += 1)
      answers.push(...(await Promise.all(Array.from({ length: 20 }, unknownCode))));
    for (let n = 0; n < 19; n += 1) answers.push(await unknownCode());
    expect(await alerts('gate.unknown-codes')).toEqual([]);
    answers.push(await unknownCode(), await unknownCode());
    expect(answers.map(({ status }) => status)).toEqual(times(101, 404));
    expect(await alerts('gate.unknown-codes')).toMatchObject([{ count: 1 }]);
    expect((await world.scan(await world.fetchCode(), { token })).status).toBe(200);
    expect((await card('1')).status).toBe(404);
  });
});

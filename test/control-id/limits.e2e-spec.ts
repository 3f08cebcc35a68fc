import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { givenAControlIdDevice } from '../support/control-id-stage.js';
import { eventually } from '../support/eventually.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

const SESSION = 'session_is_valid.fcgi';
const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });

/** So that what is counted together falls into one minute. */
async function earlyInAMinute(): Promise<void> {
  const second = () => (Date.now() / 1_000) % 60;
  while (second() > 35) await sleep(200);
}

describe('how often a Control iD device may call', () => {
  let app: TestApp;
  let world: GateWorld;

  beforeAll(async () => {
    app = await startApp({ rateLimitDoorPerMinute: 5 });
    world = await givenADoor(app);
  });
  afterAll(() => app.close());

  it('D-1 a hundred wrong secrets from one address are enough for a minute, and doors that work go on', async () => {
    const [known, unknown] = [
      await givenAControlIdDevice(app, world),
      await givenAControlIdDevice(app, world),
    ];
    await earlyInAMinute();
    expect((await known.call(SESSION, {})).status).toBe(200);
    const attacker = '198.51.100.7';
    const tries = Array.from({ length: 101 }, (_, no) =>
      app.api.post(`/cid/${String(no).padStart(22, 'A')}/${SESSION}`, '', from(attacker).headers),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([404]));
    expect((await unknown.call(SESSION, {}, from(attacker))).status).toBe(404);
    expect((await known.call(SESSION, {}, from(attacker))).status).toBe(200);
    expect((await unknown.call(SESSION, {}, from('198.51.100.8'))).status).toBe(200);
  });

  it('refuses scans above the limit of doors for a minute, and decides nothing about them', async () => {
    const device = await givenAControlIdDevice(app, world);
    await earlyInAMinute();
    const scans = [];
    for (let no = 0; no < 6; no += 1)
      scans.push(await device.call('new_card.fcgi', { card_value: `${no + 1}`, portal_id: '2' }));
    expect(scans.map(({ body }) => body.result.event)).toEqual([3, 3, 3, 3, 3, 6]);
    expect(scans[5]?.status).toBe(200);
    expect(scans[5]?.body.result).toMatchObject({ portal_id: 2, actions: [], user_id: 0 });
    const decisions = await app.sql('select from gate_decisions where device_id = $1', [device.id]);
    expect(decisions).toHaveLength(5);
  });

  it('gives other calls above a thousand a minute no effect', async () => {
    const device = await givenAControlIdDevice(app, world);
    const burst = async () =>
      (await Promise.all(Array.from({ length: 250 }, () => device.call(SESSION, {})))).at(-1)?.text;
    expect(await burst()).not.toBe('');
    expect(await eventually(burst, (text) => text === '')).toBe('');
  });
});

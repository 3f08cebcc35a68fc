import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIST_DECISIONS } from '../../src/gate/decisions/decisions.repository.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

const SCAN = '/open-api/device/cardreader/identification';

describe('GET /admin/v1/gyms/{gymId}/gate-decisions', () => {
  let app: TestApp;
  let world: GateWorld;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const path = (query = '') => `/admin/v1/gyms/${world.gymId}/gate-decisions${query}`;
  const list = async (query = '') => (await world.admin.get(path(query))).body.items;
  const newest = async () => (await list('?limit=1'))[0];

  it('O-36 shows every decision: opened, repeated, refused, dry run, and malformed', async () => {
    world = await givenADoor(app);
    const id = world.customerId;
    const code = await world.fetchCode();
    const nonce = randomUUID();
    const open = await world.scan(code, { nonce });
    const row = await newest();
    expect(row).toEqual({
      id: expect.any(String),
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      deviceId: expect.any(Number),
      result: 'OPEN',
      customerId: id,
      visitId: open.body.checkinId,
      hashPrefix: expect.stringMatching(/^[0-9a-f]{12}$/),
      dryRun: false,
      note: null,
      medium: null,
      passage: null,
      right: 'CONTRACT',
      ruleId: null,
    });
    const after = async (answer: Promise<{ status: number }>, status: number) => {
      expect((await answer).status).toBe(status);
      const { result, customerId, dryRun } = await newest();
      return [result, customerId, dryRun];
    };
    const token = world.deviceToken;
    expect(await after(world.scan(code, { nonce }), 200)).toEqual(['REPEAT', id, false]);
    expect(await after(world.scan(code), 403)).toEqual(['ACCESS_CODE_ALREADY_USED', id, false]);
    expect((await newest()).hashPrefix).toBe(row.hashPrefix);
    expect(await after(world.scan('1'.repeat(19), { nonce }), 400)).toEqual([
      'VALIDATION_FAILED',
      null,
      false,
    ]);
    const unknown = { execute: false };
    expect(await after(world.scan('2'.repeat(19), unknown), 404)).toEqual([
      'ACCESS_CODE_UNKNOWN',
      null,
      true,
    ]);
    const fresh = await world.fetchCode();
    expect(await after(world.scan(fresh, { execute: false }), 200)).toEqual(['OPEN', id, true]);
    const bad = { identification: { type: 'PIN', value: '1' } };
    const headers = { Authorization: `Bearer ${token}` };
    expect(await after(app.api.post(SCAN, bad, headers), 400)).toEqual([
      'VALIDATION_FAILED',
      null,
      false,
    ]);
    await app.sql(`update access_codes set expires_at = issued_at where customer_id = $1`, [id]);
    expect(await after(world.scan(fresh), 403)).toEqual(['ACCESS_CODE_EXPIRED', id, false]);
    await app.sql(`update devices set cards_locked_until = clock_timestamp() + interval '9 s'`);
    expect(await after(world.scan('5', { type: 'NUMBER' }), 429)).toEqual([
      'DEVICE_RATE_LIMITED',
      null,
      false,
    ]);
    const stranger = await world.customer();
    expect(await after(world.scan(await world.fetchCode(stranger)), 403)).toEqual([
      'CONTRACT_REQUIRED',
      stranger,
      false,
    ]);
    expect(await list()).toHaveLength(10);
    expect((await list('?result=OPEN')).map(({ dryRun }: { dryRun: boolean }) => dryRun)).toEqual([
      true,
      false,
    ]);
    const all = JSON.stringify(await list());
    for (const clear of [code, fresh]) expect(all).not.toContain(clear);
  });

  it('O-36 is walked in pages without a gap, also while rows arrive', async () => {
    world = await givenADoor(app);
    const scans = (count: number) =>
      Promise.all(Array.from({ length: count }, (_, n) => world.scan(`no ${n}`)));
    await scans(7);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await world.admin.get(path(`?limit=3${cursor && `&cursor=${cursor}`}`));
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
      await scans(1);
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  it('O-36 reads only the days between from and to', async () => {
    world = await givenADoor(app);
    await world.scan('no');
    const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
    expect(await list(`?from=${day(-1)}&to=${day(1)}`)).toHaveLength(1);
    expect(await list(`?from=${day(1)}`)).toHaveLength(0);
    expect(await list(`?to=${day(-1)}`)).toHaveLength(0);
    const none = [null, null, null, null, null, null];
    const values = [world.partnerId, world.gymId, day(1), day(2), ...none, 51];
    const plan = await app.sql(`explain ${LIST_DECISIONS.text}`, values);
    const partitions = new Set(JSON.stringify(plan).match(/gate_decisions_\d{8}/g));
    const existing = await app.sql(
      `select inhrelid from pg_inherits where inhparent = 'gate_decisions'::regclass`,
    );
    expect(existing.length).toBeGreaterThan(3);
    expect(partitions.size).toBeLessThanOrEqual(2);
  });

  it('C-97 filters by device, and by whether the door opened', async () => {
    world = await givenADoor(app);
    const token = await world.device('IN');
    await world.scan('no');
    await world.scan(await world.fetchCode(), { token });
    const [first, second] = (await list()).map(({ deviceId }: { deviceId: number }) => deviceId);
    const results = async (query: string) =>
      (await list(query)).map(({ result }: { result: string }) => result);
    expect(await results(`?deviceId=${first}`)).toEqual(['OPEN']);
    expect(await results(`?deviceId=${second}`)).toEqual(['ACCESS_CODE_UNKNOWN']);
    expect(await results('?outcome=OPENED')).toEqual(['OPEN']);
    expect(await results('?outcome=REFUSED')).toEqual(['ACCESS_CODE_UNKNOWN']);
    expect(await results(`?outcome=REFUSED&deviceId=${first}`)).toEqual([]);
    for (const query of ['?outcome=MAYBE', '?deviceId=x', '?deviceId=0'])
      expect((await world.admin.get(path(query))).status).toBe(400);
  });

  it('C-98 lists the devices of a partner with their state and their last scan', async () => {
    world = await givenADoor(app);
    const gymId = await world.gym();
    const base = `/admin/v1/partners/${world.partnerId}/devices`;
    const made = { name: 'Back door', direction: 'OUT' };
    await world.admin.post(`/admin/v1/gyms/${gymId}/devices`, made);
    const devices = async (api = world.admin, query = '') => (await api.get(base + query)).body;
    const state = { hasToken: true, active: true, lastScanAt: null };
    const fresh = { gymId, hasToken: false, active: false, lastScanAt: null };
    expect((await devices()).items).toMatchObject([{ gymId: world.gymId, ...state }, fresh]);
    await world.scan('no');
    const at = (await newest()).at;
    expect((await devices()).items[0].lastScanAt).toBe(at);
    expect((await devices(world.admin, `?gymId=${gymId}`)).items).toHaveLength(1);
    const [{ id }] = (await devices(world.admin, '?limit=1')).items;
    expect((await world.admin.get(`/admin/v1/devices/${id}`)).body.lastScanAt).toBe(at);
    const narrowed = await world.keyed(['DEVICE_READ'], { gymId });
    expect((await devices(narrowed)).items).toMatchObject([fresh]);
    expect((await narrowed.get(`${base}?gymId=${world.gymId}`)).status).toBe(404);
    expect((await world.admin.get(`${base}?gymId=999999999`)).status).toBe(404);
    expect((await (await givenADoor(app)).admin.get(base)).status).toBe(404);
  });

  it('refuses what it cannot read, other gyms of a narrowed key, and other partners', async () => {
    world = await givenADoor(app);
    for (const query of ['?result=MAYBE', '?from=yesterday', '?cursor=x', '?limit=0'])
      expect((await world.admin.get(path(query))).status).toBe(400);
    const forged = Buffer.from('1/12').toString('base64url');
    expect((await world.admin.get(path(`?cursor=${forged}`))).status).toBe(400);
    const narrowed = await world.keyed(['CHECKIN_READ'], { gymId: await world.gym() });
    expect((await narrowed.get(path())).status).toBe(404);
    const other = await givenADoor(app);
    expect((await other.admin.get(path())).status).toBe(404);
    expect((await (await world.keyed(['DEVICE_READ'])).get(path())).status).toBe(403);
  });
});

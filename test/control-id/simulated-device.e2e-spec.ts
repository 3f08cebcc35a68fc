import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSimulator, type Simulator } from '../../src/simulator/index.js';
import { CONTROL_ID_SAMPLES } from '../support/control-id-samples.js';
import { givenAControlIdDevice, type ControlIdStage } from '../support/control-id-stage.js';
import { eventually } from '../support/eventually.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('a simulated Control iD device before the service', () => {
  let app: TestApp;
  let world: GateWorld;
  let simulator: Simulator;
  let stage: ControlIdStage;
  let nextCard = 900_000;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app);
    simulator = await createSimulator({ port: 0, host: '127.0.0.1', validateToken: 'any' });
  });
  afterAll(async () => {
    await simulator?.close();
    await app.close();
  });
  beforeEach(async () => {
    await stand();
  });

  const device = () => simulator.device;
  /** A turnstile of its own for each test, and the simulator in its place. */
  const stand = async (fields: Record<string, unknown> = {}) => {
    stage = await givenAControlIdDevice(app, world, { repeatWindowSeconds: 0, ...fields });
    device().clear();
    device().setLine({ state: 'up', slowMs: 0 });
    device().sendLogsBy('dao');
    const address = `${app.api.origin}${stage.address}`;
    device().configure({ address, model: 'IDBLOCK', qrMode: 'NUMERIC', pushEverySeconds: 0 });
  };
  const member = async () => {
    const card = String((nextCard += 1));
    const id = await world.customer({ cardNumber: { value: card, format: 'DECIMAL' } });
    await world.withContract(id);
    return { id, card };
  };
  const visitsOf = (customerId: number) =>
    app.sql<{ offline: boolean; left: boolean }>(
      `select offline, left_at is not null as left from visits where customer_id = $1 order by id`,
      [customerId],
    );
  const breaches = () => device().view().violations;

  it.each(CONTROL_ID_SAMPLES)(
    'answers golden sample $name as the contract has it',
    async (sample) => {
      const { answer, violations } = await device().sendRaw(sample);
      expect({ status: answer?.status, violations }).toEqual({ status: 200, violations: [] });
    },
  );

  const FORM = 'application/x-www-form-urlencoded';
  it.each([
    [405, { method: 'GET', path: '/new_card.fcgi' }],
    [405, { method: 'DELETE', path: '/push' }],
    [404, { method: 'POST', path: '/new_card.fcgi/' }],
    [404, { method: 'POST', path: '/unknown.fcgi', body: 'x' }],
    [404, { method: 'GET', path: '/user_get_image.fcgi?user_id=1' }],
    [413, { method: 'POST', path: '/new_card.fcgi', contentType: FORM, body: 'x'.repeat(65_537) }],
    [200, { method: 'POST', path: '/new_card.fcgi', contentType: FORM, body: 'card_value=%FF%' }],
    [200, { method: 'POST', path: '/new_card.fcgi', contentType: 'application/json', body: '{"a' }],
    [200, { method: 'POST', path: '/new_card.fcgi', contentType: 'text/odd; charset=x' }],
    [200, { method: 'POST', path: '/new_qrcode.fcgi', body: `qrcode_value=${'9'.repeat(600)}` }],
    [200, { method: 'POST', path: '/new_card.fcgi?card_value=1&portal_id=3' }],
    [200, { method: 'POST', path: '/new_card.fcgi', contentType: FORM, body: 'portal_id=ABC' }],
    [200, { method: 'POST', path: '/new_biometric_image.fcgi?device_id=1', body: '\u0000\u0001' }],
    [200, { method: 'POST', path: '/api/notification/unheard_of', body: '[[]]' }],
    [200, { method: 'POST', path: '/new_rex_log.fcgi', contentType: FORM, body: 'portal_id=1' }],
    [200, { method: 'POST', path: '/login.fcgi', body: '{}' }],
    [200, { method: 'POST', path: '/face_create.fcgi', body: 'x' }],
  ])('D-4 answers %i as the contract has it to %j', async (status, request) => {
    const { answer, violations } = await device().sendRaw(request);
    expect({ status: answer?.status, violations }).toEqual({ status, violations: [] });
  });

  it('D-8 opens by a code that lost its zeros, once, and says by whom it was used', async () => {
    const { id } = await member();
    const qr = await world.fetchCode(id);
    expect(await device().present({ qr })).toMatchObject({
      opens: true,
      event: 7,
      actions: [{ action: 'catra', parameters: 'allow=clockwise' }],
    });
    expect(await device().present({ qr })).toMatchObject({ opens: false, event: 6 });
    expect(await visitsOf(id)).toHaveLength(1);
    expect(breaches()).toEqual([]);
  });

  it('D-8 opens by the same in every way that a device may send it', async () => {
    const { id } = await member();
    for (const bodyForm of ['form', 'json'] as const)
      for (const identification of ['ENTERPRISE', 'PRO'] as const)
        for (const qrMode of ['NUMERIC', 'ALPHANUMERIC'] as const) {
          device().configure({ bodyForm, identification, qrMode });
          expect(await device().present({ qr: await world.fetchCode(id) })).toMatchObject({
            opens: true,
          });
        }
    expect(breaches()).toEqual([]);
  });

  it('D-12 decides 50 copies once and answers them alike', async () => {
    const { id, card } = await member();
    const { exchanges } = await device().present({ card, copies: 50 });
    expect(new Set(exchanges.map(({ answer }) => answer?.body)).size).toBe(1);
    expect(await visitsOf(id)).toHaveLength(1);
    expect(breaches()).toEqual([]);
  });

  it('D-14 answers what it does not serve as the contract has it', async () => {
    for (const shown of [
      { pin: '1' },
      { userId: '7' },
      { userId: '7', pin: '1' },
      { uhf: 'x' },
      { card: '3' },
    ])
      expect(await device().present(shown)).toMatchObject({ decidedBy: 'server', event: 3 });
    expect(breaches()).toEqual([]);
  });

  it('D-19 D-20 lets only local cards in without a network, and learns of them afterwards', async () => {
    const { id, card } = await member();
    device().configure({ localCards: [card] });
    device().setLine({ state: 'down', slowMs: 0 });
    expect(await device().present({ qr: await world.fetchCode(id) })).toMatchObject({
      opens: false,
      mode: 'CONTINGENCY',
    });
    expect(await device().present({ card })).toMatchObject({ opens: true, decidedBy: 'device' });
    expect(await visitsOf(id)).toEqual([]);
    device().setLine({ state: 'up', slowMs: 0 });
    await device().tick();
    await device().idle();
    expect(
      await eventually(
        () => visitsOf(id),
        (visits) => visits.length > 0,
      ),
    ).toEqual([expect.objectContaining({ offline: true })]);
    expect(device().view()).toMatchObject({ state: { mode: 'ONLINE' }, waitingLogs: 0 });
    expect(breaches()).toEqual([]);
  });

  it('D-20 a scan that we decided and the log of it are one visit', async () => {
    const { id, card } = await member();
    await device().present({ card });
    await device().idle();
    await device().sendAllLogs();
    const shown = async () =>
      (await world.admin.get(`/admin/v1/devices/${stage.id}/events`)).body.items;
    await eventually(shown, (events: unknown[]) => events.length > 0);
    expect(await visitsOf(id)).toEqual([expect.objectContaining({ offline: false })]);
  });

  it('D-12 repeats the grant whose answer the network lost', async () => {
    const { id, card } = await member();
    device().setLine({ state: 'drop-answers', slowMs: 0 });
    const lost = await device().present({ card });
    expect(lost).toMatchObject({ opens: false, mode: 'CONTINGENCY' });
    expect(new Set(lost.exchanges.map(({ answer }) => answer?.body)).size).toBe(1);
    expect(await visitsOf(id)).toHaveLength(1);
  });

  describe('where a visit begins with the turn', () => {
    const countOn = async (countVisitOn: string) => {
      const { status } = await world.admin.patch(`/admin/v1/gyms/${world.gymId}`, { countVisitOn });
      expect(status).toBe(200);
    };
    beforeAll(() => countOn('TURN'));
    afterAll(() => countOn('GRANT'));

    it('D-25 makes one visit when the arm has turned, and none when the person gave up', async () => {
      const [inside, away] = [await member(), await member()];
      await device().present({ card: inside.card });
      expect(await visitsOf(inside.id)).toEqual([]);
      await device().rotate({ rotation: 'right', uuid: 'same', lost: false });
      await device().present({ card: away.card });
      await device().rotate({ rotation: 'give-up', uuid: 'same', lost: false });
      expect(
        await eventually(
          () => visitsOf(inside.id),
          ({ length }) => length > 0,
        ),
      ).toHaveLength(1);
      expect(await visitsOf(away.id)).toEqual([]);
      expect(breaches()).toEqual([]);
    });
  });

  it('D-31 shows which side the arm turned to, whether we had released it or not', async () => {
    const side = async () =>
      (await world.admin.get(`/admin/v1/devices/${stage.id}/control-id/setup`)).body.check.lastTurn;
    await device().rotate({ rotation: 'left', uuid: 'none', lost: false });
    expect(await eventually(side, Boolean)).toBe('TURN_LEFT');
    await device().present({ card: (await member()).card });
    await device().rotate({ rotation: 'right', uuid: 'same', lost: false });
    expect(await eventually(side, (name) => name !== 'TURN_LEFT')).toBe('TURN_RIGHT');
    await device().rotate({ rotation: 'give-up', uuid: 'same', lost: false });
    expect(await side()).toBe('TURN_RIGHT');
  });

  it('D-29 releases the arm by a command, once', async () => {
    await device().poll();
    const open = await world.admin.post(`/admin/v1/devices/${stage.id}/open`, {
      way: 'OUT',
      reason: 'A guest leaves',
    });
    expect(open.status).toBe(202);
    expect(await device().poll()).toMatchObject({ command: { endpoint: 'execute_actions' } });
    expect(device().view().arm).toMatchObject({
      state: 'released',
      parameters: 'allow=anticlockwise',
    });
    expect(await device().poll()).toBeUndefined();
    const commands = await world.admin.get(`/admin/v1/devices/${stage.id}/commands`);
    expect(commands.body.items).toMatchObject([{ state: 'DONE' }]);
    expect(breaches()).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSimulator, type Simulator } from '../../src/simulator/server/simulator.js';
import { DeviceLogs } from '../support/control-id-logs.js';
import { givenAControlIdDevice } from '../support/control-id-stage.js';
import { eventually } from '../support/eventually.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

const MINUTES = 30;
const ONLINE = 20;

interface Person {
  readonly id: number;
  readonly card: string;
}

describe.each([
  // More than one page of logs.
  ['load_objects', 205],
  ['both', 200],
  ['dao', 20],
] as const)('a contingency whose logs come by %s', (logsBy, entries) => {
  let app: TestApp;
  let simulator: Simulator;
  let world: GateWorld;
  let logs: DeviceLogs;
  let people: Person[];

  beforeAll(async () => {
    simulator = await createSimulator({ port: 0, host: '127.0.0.1', validateToken: 'x' });
    app = await startApp();
    world = await givenADoor(app);
    logs = new DeviceLogs(
      app,
      world,
      await givenAControlIdDevice(app, world, {
        direction: 'IN',
        repeatWindowSeconds: 0,
        controlId: { model: 'IDACCESS' },
      }),
    );
    people = [];
    for (let no = 0; no < entries + ONLINE; no += 4)
      people.push(...(await Promise.all([0, 1, 2, 3].map((next) => person(no + next)))));
    people.length = entries + ONLINE;
    simulator.device.configure({
      address: `${app.api.origin}${logs.device.address}`,
      model: 'IDACCESS',
      localCards: people.map(({ card }) => card),
      requestTimeoutMs: 10_000,
      pushEverySeconds: 0,
    });
    simulator.device.sendLogsBy(logsBy);
  });
  afterAll(async () => {
    await app.close();
    await simulator.close();
  });

  const person = async (no: number): Promise<Person> => {
    const card = String(880_000 + no);
    const id = await world.customer({ cardNumber: { value: card, format: 'DECIMAL' } });
    await world.withContract(id);
    return { id, card };
  };
  const visits = () =>
    app.sql<{ customer_id: number; offline: boolean; entered_at: Date }>(
      'select customer_id::int, offline, entered_at from visits where partner_id = $1',
      [world.partnerId],
    );
  const fetched = async () => {
    await eventually(
      async () => {
        await simulator.device.poll();
        await simulator.device.idle();
        return simulator.device.view();
      },
      ({ waitingLogs }) => waitingLogs === 0,
    );
    await logs.handled();
  };

  it('D-19 D-20 of 30 minutes: every entry is once a visit, no code opens twice, differences are listed', async () => {
    const { device } = simulator;
    const online = people.slice(entries);
    for (const { card } of online)
      expect(await device.present({ card })).toMatchObject({ opens: true, decidedBy: 'server' });
    const [used, kept] = [
      await world.fetchCode(online[0]!.id),
      await world.fetchCode(people[0]!.id),
    ];
    expect(await device.present({ qr: used })).toMatchObject({ opens: true });
    await device.idle();

    device.setLine({ state: 'down', slowMs: 0 });
    const offline = people.slice(0, entries);
    // The clock of the device runs through half an hour meanwhile.
    for (const [no, { card }] of offline.entries()) {
      const ahead = Math.round(((no - entries) * MINUTES * 60) / entries);
      device.configure({ clockSkewSeconds: ahead });
      const outcome = await eventually(
        () => device.present({ card }),
        ({ decidedBy, opens }) => decidedBy === 'device' && opens,
      );
      expect(outcome).toMatchObject({ opens: true, mode: 'CONTINGENCY' });
    }
    device.configure({ clockSkewSeconds: 0 });
    for (const qr of [used, kept])
      expect(await device.present({ qr })).toMatchObject({ opens: false });
    expect(await device.present({ card: '999999' })).toMatchObject({ opens: false });

    device.setLine({ state: 'up', slowMs: 0 });
    await device.tick();
    await fetched();
    await device.sendAllLogs();
    await device.idle();
    await logs.handled();

    const all = await eventually(visits, (rows) => rows.length >= entries + ONLINE + 1);
    const of = (wanted: boolean) => all.filter(({ offline: isOffline }) => isOffline === wanted);
    expect(
      of(true)
        .map(({ customer_id: id }) => id)
        .sort(),
    ).toEqual(offline.map(({ id }) => id).sort());
    const times = of(true).map(({ entered_at: at }) => at.getTime());
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan((MINUTES - 2) * 60_000);
    // Each of them came in by card, and the first a second time by code.
    expect(of(false)).toHaveLength(online.length + 1);

    const listed = await app.sql<{ type: string; n: number }>(
      'select type, count(*)::int as n from control_id_device_events where device_id = $1 and log_id is not null group by 1 order by 1',
      [logs.device.id],
    );
    expect(Object.fromEntries(listed.map(({ type, n }) => [type, n]))).toMatchObject({
      LINKED: online.length + 1,
      OFFLINE_ENTRY: entries,
    });

    expect(await device.present({ qr: used })).toMatchObject({ opens: false });
    expect(await device.present({ qr: kept })).toMatchObject({ opens: true });
    expect(await device.present({ qr: kept, uuid: 'another' })).toMatchObject({ opens: false });

    expect(simulator.device.view().violations).toEqual([]);
  });
});

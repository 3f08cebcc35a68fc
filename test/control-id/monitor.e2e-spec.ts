import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SilenceWorker } from '../../src/control-id/contact/silence.worker.js';
import { givenAControlIdDevice } from '../support/control-id-stage.js';
import { DeviceLogs } from '../support/control-id-logs.js';
import { createDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { DatabaseProxy } from '../support/proxy.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const OPERATION_MODE = {
  mode: 0,
  mode_name: 'DEFAULT',
  time: 1490271121,
  last_offline: 1490261121,
  exception_mode: 'none',
};

describe('the monitor of a device', () => {
  let proxy: DatabaseProxy;
  let app: TestApp;
  let world: World;
  let logs: DeviceLogs;

  beforeAll(async () => {
    proxy = await DatabaseProxy.before(await createDatabase());
    app = await startApp({ databaseUrl: proxy.url });
    world = await givenAPartner(app);
  });
  afterAll(async () => {
    await app.close();
    await proxy.close();
  });
  const withSettings = async (controlId: object = {}) =>
    new DeviceLogs(app, world, await givenAControlIdDevice(app, world, { controlId }));
  beforeEach(async () => {
    logs = await withSettings();
  });

  const alive = ({ device }: DeviceLogs, body: object = { access_logs: 3 }) =>
    device.call('device_is_alive.fcgi?device_id=478435', body as never, { as: 'json' });
  const mode = async (fields: object) => {
    await logs.report('operation_mode', { operation_mode: { ...OPERATION_MODE, ...fields } });
    await logs.handled();
  };
  const open = async (code: string) =>
    (await logs.alerts(code)).filter(({ closed_at }) => closed_at === null);

  it.each([
    ['ECHO', '{"access_logs":3}', 'application/json'],
    ['EMPTY', '', null],
    ['EVENT_200', '{"result":{"event":200}}', 'application/json'],
  ])('D-19 a sign of life is answered with %s', async (aliveAnswer, text, type) => {
    const device = await withSettings({ aliveAnswer });
    const answer = await alive(device);
    expect([answer.status, answer.text]).toEqual([200, text]);
    expect(answer.headers.get('content-type')?.split(';')[0] ?? null).toBe(type);
    expect((await device.contact())['pendingAccessLogs']).toBe(3);
  });

  it('D-30 a device whose queue is full is shown all the same', async () => {
    await app.sql(
      `insert into control_id_commands (partner_id, device_id, kind, endpoint, body)
        select $1::uuid, $2::bigint, 'SETTINGS', 'x', '{}'::jsonb from generate_series(1, 100)`,
      [world.partnerId, logs.device.id],
    );
    await alive(logs);
    expect(await logs.contact()).toMatchObject({ pendingAccessLogs: 3 });
  });

  it('D-20 logs are fetched once a minute at most, and by one command', async () => {
    const commands = async () =>
      (await app.sql('select body from control_id_commands where device_id = $1', [
        logs.device.id,
      ])) as unknown[];
    for (const _ of [1, 2, 3]) {
      await alive(logs);
      await logs.contact();
    }
    const body = {
      object: 'access_logs',
      where: { access_logs: { id: { '>': 0 } } },
      limit: 200,
    };
    expect(await commands()).toEqual([{ body }]);
    await alive(logs, { access_logs: 0 });
    await app.sql(
      `update control_id_contacts set logs_fetched_at = logs_fetched_at - interval '2 minutes' where device_id = $1`,
      [logs.device.id],
    );
    await alive(logs);
    await logs.contact();
    // The first one waits still.
    expect(await commands()).toHaveLength(1);
    const poll = await app.api.get(`${logs.device.address}/push?uuid=u1`);
    expect(poll.body).toMatchObject({ endpoint: 'load_objects', body });
    await logs.device.send('result?uuid=u1', '{"error":"busy"}');
    await alive(logs);
    await logs.contact();
    expect(await commands()).toHaveLength(2);
  });

  it.each([
    ['as a form', 'form', { access_logs: '3', device_id: '478435' }],
    ['as JSON', 'json', { access_logs: 3, device_id: 478435 }],
    ['in the query', 'query', { access_logs: '3' }],
  ] as const)('D-19 a sign of life is read %s', async (_, as, body) => {
    const answer = await logs.device.call('device_is_alive.fcgi', body as never, { as });
    expect([answer.status, answer.text]).toEqual([200, '{"access_logs":3}']);
  });

  it.each([[{}], [{ access_logs: 'many' }], [{ access_logs: -1 }], [{ access_logs: 1e300 }]])(
    'D-19 a sign of life that is odd is answered too: %j',
    async (body) => {
      const answer = await alive(logs, body);
      expect([answer.status, answer.text]).toEqual([200, '{"access_logs":0}']);
    },
  );

  it('D-19 while the database is away a sign of life is refused, and afterwards answered again', async () => {
    await alive(logs);
    await proxy.refuse();
    const refused = await eventually(
      () => alive(logs),
      ({ status }) => status === 503,
    );
    expect([refused.status, refused.text]).toEqual([503, '']);
    await proxy.pass();
    const back = await eventually(
      () => alive(logs),
      ({ status }) => status === 200,
    );
    expect(back.status).toBe(200);
  });

  it('D-22 every topic and body is answered with nothing, and a copy changes nothing', async () => {
    const topics = ['dao', 'catra_event', 'door', 'secbox', 'operation_mode', 'template', 'x-1'];
    const bodies = ['', '{', '[]', 'null', '{"door":7}', '{"object_changes":[1]}', 'a=b', '\xff'];
    for (const topic of topics)
      for (const body of bodies) {
        const answer = await logs.device.send(`api/notifications/${topic}`, body);
        expect([answer.status, answer.text]).toEqual([200, '']);
      }
    const door = { door: { id: 1, open: true }, access_event_id: 15, device_id: 1038508, time: 1 };
    await Promise.all([1, 2, 3].map(() => logs.report('door', door)));
    const again = await logs.device.call('api/notification/door', door as never, { as: 'json' });
    expect([again.status, again.text]).toEqual([200, '']);
    await logs.report('secbox', { secbox: { id: 65793, open: false }, device_id: 1038508 });
    await logs.handled();
    const events = await logs.events();
    expect(events.map(({ type, detail }) => [type, detail])).toEqual([
      ['DOOR_CLOSED', 'secbox 65793'],
      ['DOOR_OPEN', 'door 1'],
    ]);
  });

  it('D-22 what another device reports at this address has no effect, and is one alert', async () => {
    const own = await withSettings({ deviceId: '478435' });
    await own.report('door', { door: { id: 1, open: true }, device_id: 999 });
    await own.report('door', { door: { id: 1, open: false }, device_id: '478435' });
    await own.handled();
    expect((await own.events()).map(({ type }) => type)).toEqual(['DOOR_CLOSED']);
    const alerts = await eventually(
      () => own.alerts('control-id.wrong-device'),
      (found) => found.length > 0,
    );
    expect(alerts).toHaveLength(1);
  });

  it('D-22 an exception mode is one alert, closed when it is over', async () => {
    await mode({ exception_mode: 'emergency' });
    expect(await open('control-id.exception-mode')).toMatchObject([
      { count: 1, detail: expect.stringContaining('emergency') },
    ]);
    await mode({ exception_mode: 'none', time: 1490271122 });
    expect(await open('control-id.exception-mode')).toEqual([]);
  });

  it('D-19 a contingency is shown and is an alert until its end', async () => {
    await mode({ mode_name: 'Contingency' });
    expect(await logs.contact()).toMatchObject({ mode: 'CONTINGENCY' });
    expect(await open('control-id.contingency')).toHaveLength(1);
    await alive(logs);
    expect(await logs.contact()).toMatchObject({ mode: 'CONTINGENCY' });
    await mode({ mode_name: 'DEFAULT', time: 1490271122 });
    expect(await logs.contact()).toMatchObject({ mode: 'ONLINE' });
    expect(await open('control-id.contingency')).toEqual([]);
    const details = (await logs.events('&type=MODE')).map(({ detail }) => detail);
    expect(details).toContain('DEFAULT, last offline 2017-03-23T09:25:21.000Z by its own clock');
  });

  it('D-23 ten minutes without a call after polling are one alert, closed by the next call', async () => {
    const silence = app.app.get(SilenceWorker, { strict: false });
    const wait = async (of: DeviceLogs) => {
      await of.contact();
      await app.sql(
        `update control_id_contacts set last_seen_at = last_seen_at - interval '11 minutes' where device_id = $1`,
        [of.device.id],
      );
      await silence.run();
      await silence.run();
    };
    const reporting = await withSettings();
    await reporting.report('door', { door: { id: 1, open: true } });
    await wait(reporting);
    expect(await reporting.alerts('control-id.silent')).toEqual([]);
    await alive(logs);
    await wait(logs);
    expect(await open('control-id.silent')).toMatchObject([{ count: 1 }]);
    await alive(logs);
    await logs.contact();
    expect(await open('control-id.silent')).toEqual([]);
    await wait(logs);
    expect(await open('control-id.silent')).toHaveLength(1);
    await world.admin.patch(`/admin/v1/devices/${logs.device.id}`, { active: false });
    await silence.run();
    expect(await open('control-id.silent')).toEqual([]);
  });

  it('D-22 shows the events of a device to those who may see check-ins there', async () => {
    const path = `/admin/v1/devices/${logs.device.id}/events`;
    const reader = await world.keyed(['CHECKIN_READ']);
    expect((await reader.get(path)).status).toBe(200);
    const other = await world.keyed(['DEVICE_READ']);
    expect((await other.get(path)).status).toBe(403);
    const stranger = await givenAPartner(app);
    expect((await stranger.admin.get(path)).status).toBe(404);
    expect((await reader.get(`${path}?type=NONE`)).status).toBe(400);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { CommandsRepository } from '../../src/control-id/push/commands.repository.js';
import { LOCK_QUEUE } from '../../src/control-id/push/commands.sql.js';
import { Database } from '../../src/platform/database/database.js';
import { runOutsideRequests } from '../../src/platform/deadline/request-context.js';
import type { Answer } from '../support/api.js';
import {
  controlIdStage,
  givenAControlIdDevice,
  type ControlIdStage,
} from '../support/control-id-stage.js';
import { eventually } from '../support/eventually.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { OPERATOR_KEY } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';

const FAILED = 'control-id.command-failed';

describe('the commands of a Control iD device', () => {
  let app: TestApp;
  let other: TestApp;
  let world: GateWorld;

  beforeAll(async () => {
    app = await startApp();
    other = await startApp({ databaseUrl: app.settings.databaseUrl });
    world = await givenADoor(app);
  });
  afterAll(async () => {
    await other.close();
    await app.close();
  });

  const aDevice = (extra = {}) => givenAControlIdDevice(app, world, extra);
  const poll = (device: ControlIdStage, uuid: string = randomUUID(), via = app): Promise<Answer> =>
    via.api.get(`${device.address}/push?deviceId=1&uuid=${uuid}`);
  const result = (device: ControlIdStage, uuid: string, body: object) =>
    app.api.post(`${device.address}/result?deviceId=1&uuid=${uuid}`, body);
  const open = ({ id }: ControlIdStage, way = 'IN', headers = {}) =>
    world.admin.post(`/admin/v1/devices/${id}/open`, { way, reason: 'Parcel for Ana' }, headers);
  const apply = ({ id }: ControlIdStage) =>
    world.admin.post(`/admin/v1/devices/${id}/control-id/apply`);
  const commands = async ({ id }: ControlIdStage, query = '') =>
    (await world.admin.get(`/admin/v1/devices/${id}/commands${query}`)).body.items;
  const later = ({ id }: ControlIdStage, seconds: number) =>
    app.sql(
      `update control_id_commands set handed_out_at = handed_out_at - make_interval(secs => $2),
         expires_at = expires_at - make_interval(secs => $2) where device_id = $1`,
      [id, seconds],
    );
  const alerts = async ({ id }: ControlIdStage) => {
    const path = `/admin/v1/partners/${world.partnerId}/alerts?open=true`;
    const { items } = (await world.admin.get(path)).body;
    return items.filter(
      (one: { code: string; object: string }) =>
        one.code === FAILED && one.object === `device/${id}`,
    );
  };

  it('D-29 a poll without a command is answered with an empty body', async () => {
    const device = await aDevice();
    const { status, text, headers } = await poll(device);
    expect([status, text, headers.get('content-length')]).toEqual([200, '', '0']);
    expect(headers.get('content-type')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('D-29 a door is opened once, however many polls come at two replicas, and makes no visit', async () => {
    const device = await aDevice({ controlId: { entryTurn: 'ANTICLOCKWISE' } });
    await poll(device);
    const opened = await open(device);
    expect([opened.status, opened.body.state]).toEqual([202, 'WAITING']);
    const soon = Date.parse(opened.body.expiresAt) - Date.now();
    expect(soon).toBeLessThanOrEqual(31_000);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, no) => poll(device, `u${no}`, no % 2 ? app : other)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const got = answers.filter(({ text }) => text !== '');
    expect(got.map(({ text }) => text)).toEqual([
      '{"verb":"POST","endpoint":"execute_actions","body":{"actions":[{"action":"catra","parameters":"allow=anticlockwise"}]},"contentType":"application/json"}',
    ]);
    expect(got[0]?.headers.get('content-type')).toBe('application/json');
    await later(device, 61);
    expect((await poll(device)).text).toBe('');
    expect(await commands(device)).toMatchObject([{ state: 'UNKNOWN', timesHandedOut: 1 }]);
    const visits = await app.sql('select from visits where partner_id = $1', [world.partnerId]);
    expect(visits).toEqual([]);
    const { body } = await world.admin.get(`/admin/v1/partners/${world.partnerId}/audit-log`);
    expect(body.items[0]).toMatchObject({
      action: 'device.opened-remotely',
      object: String(device.id),
      changes: { way: 'IN', reason: 'Parcel for Ana' },
    });
  });

  it('D-29 polls of a device without commands leave its queue alone, and get what another replica queued', async () => {
    const device = await aDevice();
    const isLeftAlone = async () => {
      const back = `update control_id_devices set fetched_commands_at = clock_timestamp() - interval '1 minute'
        where device_id = $1 returning fetched_commands_at::text as at`;
      const [before] = await app.sql(back, [device.id]);
      await poll(device);
      const read =
        'select fetched_commands_at::text as at from control_id_devices where device_id = $1';
      return (await app.sql(read, [device.id]))[0]?.['at'] === before?.['at'];
    };
    expect(await isLeftAlone()).toBe(false);
    expect(await eventually(isLeftAlone, Boolean)).toBe(true);
    const admin = other.api.with({ 'X-Api-Key': OPERATOR_KEY, 'X-Partner-Id': world.partnerId });
    const body = { way: 'IN', reason: 'Parcel for Ana' };
    expect((await admin.post(`/admin/v1/devices/${device.id}/open`, body)).status).toBe(202);
    const fetched = await eventually(
      () => poll(device),
      ({ text }) => text !== '',
    );
    expect(fetched.body.endpoint).toBe('execute_actions');
  });

  it('D-29 of many devices it is noted together that they fetch commands, but of none whose queue is written to', async () => {
    const [polling, silent, queued] = [await aDevice(), await aDevice(), await aDevice()];
    const repository = app.app.get(CommandsRepository, { strict: false });
    const named = [polling, silent, queued].map(({ id }) => ({ partnerId: world.partnerId, id }));
    const fetchedAt = async () => {
      const rows = await app.sql<{ at: Date | null }>(
        'select fetched_commands_at as at from control_id_devices where device_id = any($1) order by device_id',
        [named.map(({ id }) => id)],
      );
      return rows.map(({ at }) => at !== null);
    };
    await app.app.get(Database, { strict: false }).transaction(async (tx) => {
      await tx.query(LOCK_QUEUE, [world.partnerId, queued.id]);
      const noted = named.filter(({ id }) => id !== silent.id);
      expect(await runOutsideRequests(() => repository.withOpen(named, noted))).toEqual([]);
    });
    expect(await fetchedAt()).toEqual([true, false, false]);
  });

  it('D-29 a command that is not fetched within 30 seconds is never handed out', async () => {
    const device = await aDevice();
    await poll(device);
    await open(device, 'OUT');
    await later(device, 31);
    expect(await commands(device)).toMatchObject([{ kind: 'OPEN', state: 'EXPIRED' }]);
    expect((await poll(device)).text).toBe('');
    const settled = await eventually(
      () => app.sql('select state from control_id_commands where device_id = $1', [device.id]),
      ([row]) => row?.['state'] === 'EXPIRED',
    );
    expect(settled).toEqual([{ state: 'EXPIRED' }]);
  });

  it('D-29 a device that has not polled for five minutes, or is switched off, is not told to open', async () => {
    const device = await aDevice();
    const never = await open(device);
    expect([never.status, never.body.code]).toEqual([409, 'device.not-polling']);
    await device.call('device_is_alive.fcgi', { access_logs: '0' });
    expect((await open(device)).status).toBe(409);
    await poll(device);
    expect((await open(device)).status).toBe(202);
    await app.sql(
      `update control_id_devices set fetched_commands_at = fetched_commands_at - interval '301 seconds' where device_id = $1`,
      [device.id],
    );
    expect((await open(device)).body.code).toBe('device.not-polling');
    await poll(device);
    await world.admin.patch(`/admin/v1/devices/${device.id}`, { active: false });
    expect((await open(device)).body.code).toBe('device.not-polling');
  });

  it('D-29 a result ends the command that was handed out with its uuid, else the last one', async () => {
    const device = await aDevice();
    await poll(device);
    await open(device);
    await poll(device, 'a');
    await open(device);
    await poll(device, 'b');
    const answer = await result(device, 'a', { error: `no route to ${device.address}` });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(await commands(device)).toMatchObject([
      { state: 'HANDED_OUT', error: null },
      { state: 'FAILED', error: 'no route to /cid/***' },
    ]);
    await result(device, 'unknown', { response: {} });
    expect(await commands(device, '?state=DONE')).toHaveLength(1);
    expect((await device.send('result', 'any text')).text).toBe('');
    expect(await alerts(device)).toEqual([]);
  });

  it('D-29 may be opened with either scope, and with one key of idempotency only once', async () => {
    const device = await aDevice();
    await poll(device);
    const path = `/admin/v1/devices/${device.id}/open`;
    const body = { way: 'IN', reason: 'x' };
    for (const scope of ['DEVICE_WRITE', 'CHECKIN_WRITE'] as const)
      expect((await (await world.keyed([scope])).post(path, body)).status).toBe(202);
    const reader = await world.keyed(['DEVICE_READ', 'CHECKIN_READ']);
    expect((await reader.post(path, body)).status).toBe(403);
    const key = { 'Idempotency-Key': randomUUID() };
    const [first, second] = [await open(device, 'IN', key), await open(device, 'IN', key)];
    expect(second.body.commandId).toBe(first.body.commandId);
    expect(await commands(device)).toHaveLength(3);
    const wrong = await world.admin.post(path, { way: 'BOTH', reason: '' });
    expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/reason',
      '/way',
    ]);
  });

  it('D-3 a poll and a result of another device get and end nothing', async () => {
    const device = await aDevice({ controlId: { deviceId: '7' } });
    const path = `${device.address}/push?uuid=u&deviceId=`;
    await app.api.get(`${path}7`);
    await open(device);
    const foreign = await app.api.get(`${path}8`);
    expect([foreign.status, foreign.text]).toEqual([200, '']);
    await app.api.post(`${device.address}/result?deviceId=8&uuid=u`, { response: {} });
    expect(await commands(device)).toMatchObject([{ state: 'WAITING' }]);
    expect((await app.api.get(`${path}7`)).text).not.toBe('');
  });

  it('D-30 sends the settings in order, with the present secret, again until a result, five times', async () => {
    const device = await aDevice();
    const accepted = await apply(device);
    expect(accepted.status).toBe(202);
    expect(accepted.body.items).toHaveLength(4);
    const moved = await world.admin.post(`/admin/v1/devices/${device.id}/control-id/secret`, {});
    const stored = await app.sql<{ body: object }>('select body from control_id_commands');
    const secret = (moved.body.address as string).split('/').at(-1) ?? '';
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(JSON.stringify(stored)).not.toContain(device.address.split('/').at(-1));
    const bodies = [];
    for (const uuid of ['1', '2', '3', '4']) bodies.push((await poll(device, uuid)).body.body);
    expect(bodies.map((body) => Object.keys(body)[0])).toEqual([
      'online_client',
      'barras',
      'monitor',
      'push_server',
    ]);
    expect(bodies[0].online_client).not.toHaveProperty('server_id');
    expect(bodies[2].monitor.path).toBe(`cid/${secret}/api/notifications`);
    expect(bodies[3].push_server.push_remote_address).toBe(moved.body.address);
    expect((await poll(device)).text).toBe('');
    for (const uuid of ['2', '3', '4']) await result(device, uuid, { response: {} });
    for (let times = 2; times <= 5; times += 1) {
      await later(device, 61);
      expect((await poll(device)).body.body).toEqual(bodies[0]);
      expect((await poll(device)).text).toBe('');
    }
    await later(device, 61);
    expect((await poll(device)).text).toBe('');
    expect((await commands(device)).map(({ state }: { state: string }) => state).sort()).toEqual([
      'DONE',
      'DONE',
      'DONE',
      'FAILED',
    ]);
    expect(
      await eventually(
        () => alerts(device),
        ({ length }) => length > 0,
      ),
    ).toMatchObject([{ gymId: world.gymId, detail: 'the device did not answer' }]);
    await apply(device);
    await poll(device, 'again');
    await result(device, 'again', { response: {} });
    expect(await alerts(device)).toEqual([]);
    await poll(device, 'bad');
    await result(device, 'bad', { error: 'no such module' });
    expect(await alerts(device)).toMatchObject([{ gymId: world.gymId, detail: 'no such module' }]);
  });

  it('D-30 no more than a hundred commands wait', async () => {
    const device = await aDevice();
    for (let times = 0; times < 25; times += 1) expect((await apply(device)).status).toBe(202);
    const full = await apply(device);
    expect([full.status, full.body.code]).toEqual([409, 'device.queue-full']);
    await poll(device);
    expect((await open(device)).status).toBe(202);
    expect((await open(device)).body.code).toBe('device.queue-full');
    const first = await world.admin.get(`/admin/v1/devices/${device.id}/commands?limit=60`);
    const rest = await world.admin.get(
      `/admin/v1/devices/${device.id}/commands?limit=60&cursor=${first.body.nextCursor}`,
    );
    const ids = [...first.body.items, ...rest.body.items].map((one) => one.commandId);
    expect(new Set(ids).size).toBe(101);
  });

  it('D-1 a device that is removed, or has another address, is unknown at the other replica soon', async () => {
    const [removed, moved] = [await aDevice(), await aDevice()];
    const there = [removed, moved].map((one) => controlIdStage(other.api, one));
    const statuses = async () =>
      (await Promise.all(there.map((one) => one.call('session_is_valid.fcgi', {})))).map(
        ({ status }) => status,
      );
    expect(await statuses()).toEqual([200, 200]);
    await world.admin.delete(`/admin/v1/devices/${removed.id}`);
    const path = `/admin/v1/devices/${moved.id}/control-id/secret`;
    await world.admin.post(path, { graceSeconds: 0 });
    for (const here of [removed, moved])
      expect((await here.call('session_is_valid.fcgi', {})).status).toBe(404);
    const gone = (all: number[]) => all.every((status) => status === 404);
    expect(await eventually(statuses, gone)).toEqual([404, 404]);
  });

  it('D-5 a secret reaches no other device, whatever number comes with it', async () => {
    const [mine, theirs] = [await aDevice(), await aDevice()];
    await poll(theirs);
    await open(theirs);
    const url = `${mine.address}/push?deviceId=${theirs.id}&uuid=x`;
    expect((await controlIdStage(app.api, mine).call('push', {})).status).toBe(405);
    expect((await app.api.get(url)).text).toBe('');
    expect(await commands(theirs)).toMatchObject([{ state: 'WAITING' }]);
  });
});

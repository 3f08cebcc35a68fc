import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createSimulator, type Simulator } from '../../src/simulator/server/simulator.js';
import { controlIdStage, givenAControlIdDevice } from '../support/control-id-stage.js';
import { eventually } from '../support/eventually.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { freePort } from '../support/replica.js';
import { startApp, type TestApp } from '../support/test-app.js';

const run = promisify(execFile);
const SESSION = 'session_is_valid.fcgi';

interface Setup {
  readonly address: string;
  readonly script: string;
  readonly warnings: { code: string }[];
  readonly steps: { no: number; path: string | null; body: Record<string, unknown> | null }[];
}

describe('the set-up of a Control iD device', () => {
  let app: TestApp;
  let world: GateWorld;
  let simulator: Simulator;

  beforeAll(async () => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    app = await startApp({ port, publicUrl: origin, controlIdUrl: origin });
    world = await givenADoor(app);
    simulator = await createSimulator({ port: 0, host: '127.0.0.1', validateToken: 'x' });
  });
  afterAll(async () => {
    await simulator.close();
    await app.close();
  });

  const made = async (controlId = {}) =>
    (await givenAControlIdDevice(app, world, { controlId })).id;
  const setupPath = (id: number) => `/admin/v1/devices/${id}/control-id/setup`;
  const setupOf = async (id: number): Promise<Setup> =>
    (await world.admin.get(setupPath(id))).body as Setup;
  const pathOf = (address: string) => new URL(address).pathname;
  const device = (id: number, address: string) =>
    controlIdStage(app.api, { id, address: pathOf(address) });
  const control = (method: string, path: string, body: object) =>
    fetch(`${simulator.url}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('D-31 shows the address and the steps with the real secret, and says so in the audit log', async () => {
    const id = await made();
    const answer = await world.admin.get(setupPath(id));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { address, steps, warnings, check } = answer.body;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/cid\/[A-Za-z0-9]{22}$/);
    const bodies = steps.map(({ body }: { body: object }) => body);
    expect(bodies.slice(2)).toEqual([
      { object: 'devices', values: [{ name: 'Gatehouse', ip: address, public_key: '' }] },
      {
        online_client: {
          server_id: '$SERVER_ID',
          extract_template: '0',
          max_request_attempts: '3',
          request_timeout: '3000',
          contingency_enabled: '1',
        },
      },
      { barras: { qrcode_legacy_mode_enabled: '1' } },
      {
        monitor: {
          hostname: '127.0.0.1',
          port: String(app.settings.port),
          path: `${pathOf(address).slice(1)}/api/notifications`,
          request_timeout: '5000',
        },
      },
      {
        push_server: {
          push_remote_address: address,
          push_request_timeout: '4000',
          push_request_period: '5',
        },
      },
      { general: { online: '1', local_identification: '0' } },
      null,
    ]);
    expect(check).toEqual({
      lastSeenAt: null,
      mode: 'UNKNOWN',
      lastTurn: null,
      lastTurnAt: null,
      unknownCard: null,
    });
    expect(warnings.map(({ code }: { code: string }) => code)).toEqual([
      'DEFAULT_PASSWORD',
      'CONTINGENCY',
    ]);
    const { body: log } = await world.admin.get(`/admin/v1/partners/${world.partnerId}/audit-log`);
    expect(log.items[0]).toMatchObject({ action: 'device.setup-read', object: String(id) });
    expect(JSON.stringify(log)).not.toContain(pathOf(address).split('/').at(-1));
  });

  it('D-31 follows model and settings', async () => {
    const face = await setupOf(
      await made({ model: 'IDFACE', qrMode: 'ALPHANUMERIC', requestTimeoutMs: 1_000 }),
    );
    expect(face.steps[4]?.body).toEqual({ face_id: { qrcode_legacy_mode_enabled: '0' } });
    expect(face.steps[7]?.body).toEqual({ general: { online: '1', local_identification: '1' } });
    expect(face.warnings.map(({ code }) => code)).toEqual([
      'DEFAULT_PASSWORD',
      'SHORT_TIMEOUT',
      'CONTINGENCY',
    ]);
    const box = await setupOf(await made({ qrMode: 'ALPHANUMERIC', contingency: false }));
    expect(box.warnings.map(({ code }) => code)).toEqual([
      'DEFAULT_PASSWORD',
      'ALPHANUMERIC_UNSUPPORTED',
    ]);
  });

  it('D-31 is refused without DEVICE_WRITE, to a key of another gym, to another partner, and for another vendor', async () => {
    const id = await made();
    const reader = await world.keyed(['DEVICE_READ', 'CHECKIN_WRITE']);
    expect((await reader.get(setupPath(id))).status).toBe(403);
    expect((await reader.post(`/admin/v1/devices/${id}/control-id/learn-card`)).status).toBe(403);
    const elsewhere = await world.keyed(['DEVICE_WRITE', 'DEVICE_READ'], {
      gymId: await world.gym(),
    });
    const stranger = (await givenADoor(app)).admin;
    for (const api of [elsewhere, stranger])
      for (const answer of [
        await api.get(setupPath(id)),
        await api.post(`/admin/v1/devices/${id}/control-id/secret`, {}),
        await api.post(`/admin/v1/devices/${id}/control-id/apply`),
        await api.post(`/admin/v1/devices/${id}/control-id/learn-card`),
        await api.post(`/admin/v1/devices/${id}/open`, { way: 'IN', reason: 'x' }),
        await api.get(`/admin/v1/devices/${id}/commands`),
      ])
        expect([answer.status, answer.body.code]).toEqual([404, 'device.not-found']);
    const { body: generic } = await world.admin.post(`/admin/v1/gyms/${world.gymId}/devices`, {
      name: 'Reader',
      direction: 'IN',
    });
    for (const refused of [
      await world.admin.get(setupPath(generic.id)),
      await world.admin.post(`/admin/v1/devices/${generic.id}/control-id/learn-card`),
    ])
      expect([refused.status, refused.body.code]).toEqual([409, 'device.other-vendor']);
  });

  const runScript = async (id: number, script: string, password = 'admin') => {
    const file = join(tmpdir(), `set-up-${id}.sh`);
    await writeFile(file, script);
    const ofDevice = { DEVICE: `${simulator.url}/`, LOGIN: 'admin', PASSWORD: password };
    return run('sh', [file], { env: { PATH: process.env['PATH'], ...ofDevice } });
  };
  /** A call of the device's own API. */
  const atDevice = async (path: string, body: object) => {
    const call = async (to: string, sent: object) =>
      (await (
        await fetch(`${simulator.url}/${to}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(sent),
        })
      ).json()) as Record<string, unknown>;
    const { session } = await call('login.fcgi', { login: 'admin', password: 'admin' });
    return call(`${path}?session=${String(session)}`, body);
  };
  const recordsOfServers = async () =>
    (await atDevice('load_objects.fcgi', { object: 'devices' }))['devices'] as { ip: string }[];
  const rotate = async (id: number, graceSeconds: number) =>
    (await world.admin.post(`/admin/v1/devices/${id}/control-id/secret`, { graceSeconds })).body
      .address as string;
  const applied = async (id: number) =>
    (await world.admin.post(`/admin/v1/devices/${id}/control-id/apply`)).body.items.map(
      ({ endpoint }: { endpoint: string }) => endpoint,
    ) as string[];

  it('D-30 after a change of the address the settings also move where the device scans', async () => {
    const id = await made();
    const { script } = await setupOf(id);
    await control('PUT', '/control/device', { pushEverySeconds: 0, address: 'http://127.0.0.1:1' });
    await runScript(id, script);
    await runScript(id, script);
    const configured = ['set_configuration', 'set_configuration'];
    expect(await applied(id)).toEqual([...configured, ...configured]);
    const address = await rotate(id, 3_600);
    const { warnings } = await setupOf(id);
    expect(warnings.map(({ code }) => code)).toContain('FORMER_ADDRESS');
    expect(await applied(id)).toEqual(['modify_objects', ...configured, ...configured]);
    const commands = async () =>
      (await world.admin.get(`/admin/v1/devices/${id}/commands`)).body.items as { state: string }[];
    for (let polls = 0; polls < 9; polls += 1) await control('POST', '/control/device/push', {});
    expect((await commands()).map(({ state }) => state)).toEqual(Array(9).fill('DONE'));
    expect((await recordsOfServers()).map(({ ip }) => ip)).toEqual([address]);
  });

  it('D-30 D-1 a device that still scans at an address about to end is reported until it does no longer', async () => {
    const id = await made();
    const former = device(id, (await setupOf(id)).address);
    const reports = async () => {
      const { body } = await world.admin.get(`/admin/v1/partners/${world.partnerId}/alerts`);
      return body.items.filter(
        (one: { code: string; object: string }) =>
          one.code === 'control-id.former-address' && one.object === `device/${id}`,
      ) as { closedAt: string | null }[];
    };
    const scan = (stage: typeof former) => stage.call('new_card.fcgi', { card_value: '4711' });
    const present = device(id, await rotate(id, 604_800));
    for (const stage of [former, present]) expect((await scan(stage)).body.result.event).toBe(3);
    expect(await reports()).toEqual([]);
    const last = device(id, await rotate(id, 3_600));
    await former.call(SESSION, {});
    expect((await scan(former)).body.result.event).toBe(3);
    const open = await eventually(reports, ({ length }) => length > 0);
    expect(open).toMatchObject([{ closedAt: null }]);
    expect((await scan(last)).body.result.event).toBe(3);
    const closed = await eventually(reports, ([one]) => one?.closedAt !== null);
    expect(closed).toMatchObject([{ closedAt: expect.any(String) }]);
  });

  it('D-31 as a script sets up a device that then scans', async () => {
    const id = await made();
    const { script, address } = await setupOf(id);
    await control('PUT', '/control/device', { pushEverySeconds: 0, address: 'http://127.0.0.1:1' });
    const { stdout } = await runScript(id, script);
    expect(stdout).toContain('Done');
    await control('POST', '/control/device/push', {});
    const shown = await eventually(
      async () => (await world.admin.get(setupPath(id))).body.check.lastSeenAt as string | null,
      (seen) => seen !== null,
    );
    expect(shown).not.toBeNull();
    const wrong = runScript(id, script, `"'$x`);
    await expect(wrong).rejects.toThrow(/refused login.fcgi/);
    expect(script.split(pathOf(address).slice(1)).length).toBeGreaterThan(3);
  });

  it('D-1 after a rotation the address before answers until its grace ends', async () => {
    const id = await made();
    const before = (await setupOf(id)).address;
    const { body: moved, status } = await world.admin.post(
      `/admin/v1/devices/${id}/control-id/secret`,
      { graceSeconds: 3_600 },
    );
    expect(status).toBe(200);
    expect(moved.address).not.toBe(before);
    expect((await setupOf(id)).address).toBe(moved.address);
    expect(Date.parse(moved.previousAddressUntil) - Date.now()).toBeGreaterThan(3_500_000);
    for (const address of [before, moved.address])
      expect((await device(id, address).call(SESSION, {})).status).toBe(200);
    const again = await world.admin.post(`/admin/v1/devices/${id}/control-id/secret`, {
      graceSeconds: 0,
    });
    for (const address of [before, moved.address])
      expect((await device(id, address).call(SESSION, {})).status).toBe(404);
    expect((await device(id, again.body.address).call(SESSION, {})).status).toBe(200);
    const brief = await world.admin.post(`/admin/v1/devices/${id}/control-id/secret`, {
      graceSeconds: 1,
    });
    const old = device(id, again.body.address);
    expect((await old.call(SESSION, {})).status).toBe(200);
    const ended = await eventually(
      () => old.call(SESSION, {}),
      ({ status }) => status === 404,
    );
    expect(ended.status).toBe(404);
    expect(brief.status).toBe(200);
    const many = await Promise.all(
      Array.from({ length: 5 }, () =>
        world.admin.post(`/admin/v1/devices/${id}/control-id/secret`, {}),
      ),
    );
    expect(many.map(({ status: one }) => one)).toEqual([200, 200, 200, 200, 200]);
    const tooLong = await world.admin.post(`/admin/v1/devices/${id}/control-id/secret`, {
      graceSeconds: 604_801,
    });
    expect([tooLong.status, tooLong.body.errors?.[0]?.pointer]).toEqual([400, '/graceSeconds']);
  });

  it('D-6 a device of the vendor has no token, and neither credential works in the place of the other', async () => {
    const id = await made();
    const secret = (await setupOf(id)).address.split('/').at(-1) ?? '';
    const token = await world.admin.post(`/admin/v1/devices/${id}/token`);
    expect([token.status, token.body.code]).toEqual([409, 'device.other-vendor']);
    const api = await world.keyed(['DEVICE_WRITE', 'DEVICE_READ']);
    const activated = await api.put(`/v1/devices/${id}/activate`);
    expect([activated.status, activated.body.errorCode]).toEqual([409, 'DEVICE_OTHER_VENDOR']);
    const { body: listed } = await api.get(`/v1/devices?studioId=${world.gymId}`);
    expect(listed.find((one: { id: number }) => one.id === id)).toMatchObject({
      model: 'CONTROL_ID',
      active: true,
    });
    expect((await world.scan('0049267681211943991', { token: secret })).status).toBe(401);
    const wrong = await app.api.post(`/cid/${world.deviceToken}/${SESSION}`);
    expect(wrong.status).toBe(404);
  });

  it('D-32 names the field that is wrong, and changes nothing', async () => {
    const id = await made({ deviceId: '12' });
    const wrong: [object, string][] = [
      [{ qrMode: 'HEXADECIMAL' }, '/controlId/qrMode'],
      [{ deviceId: '12a' }, '/controlId/deviceId'],
      [{ deviceId: '' }, '/controlId/deviceId'],
      [{ deviceId: '1'.repeat(20) }, '/controlId/deviceId'],
      [{ requestTimeoutMs: 999 }, '/controlId/requestTimeoutMs'],
      [{ requestTimeoutMs: 10_001 }, '/controlId/requestTimeoutMs'],
      [{ turnTimeoutSeconds: 4 }, '/controlId/turnTimeoutSeconds'],
      [{ sourceAddresses: ['10.0.0.1/33'] }, '/controlId/sourceAddresses'],
      [
        { sourceAddresses: Array.from({ length: 21 }, (_, no) => `10.0.0.${no}`) },
        '/controlId/sourceAddresses',
      ],
      [{ actionParameters: { in: 'door=1' } }, '/controlId/actionParameters/out'],
      [{ actionParameters: { in: 'é', out: 'x' } }, '/controlId/actionParameters/in'],
      [{ unknown: 1 }, '/controlId/unknown'],
    ];
    for (const [controlId, pointer] of wrong)
      for (const answer of [
        await world.admin.patch(`/admin/v1/devices/${id}`, { controlId }),
        await world.admin.post(`/admin/v1/gyms/${world.gymId}/devices`, {
          name: 'x',
          direction: 'IN',
          vendor: 'CONTROL_ID',
          controlId,
        }),
      ])
        expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
    const generic = await world.admin.post(`/admin/v1/gyms/${world.gymId}/devices`, {
      name: 'x',
      direction: 'IN',
      controlId: {},
    });
    expect([generic.status, generic.body.errors?.[0]?.pointer]).toEqual([400, '/controlId']);
    const fixed = await world.admin.patch(`/admin/v1/devices/${id}`, { vendor: 'GENERIC' });
    expect([fixed.status, fixed.body.code]).toEqual([409, 'device.vendor-fixed']);
    const { body } = await world.admin.get(`/admin/v1/devices/${id}`);
    expect(body.controlId).toMatchObject({ deviceId: '12', model: 'IDBLOCK', action: 'catra' });
    expect(JSON.stringify(body)).not.toContain('/cid/');
  });

  it('D-32 settings follow the model unless they are chosen, and null takes a choice back', async () => {
    const id = await made();
    const patch = async (body: object, type = 'application/json') =>
      (await world.admin.patch(`/admin/v1/devices/${id}`, body, { 'Content-Type': type })).body
        .controlId;
    const face = await patch({ controlId: { model: 'IDFACE' } }, 'application/merge-patch+json');
    expect(face).toMatchObject({ action: 'sec_box', identification: 'PRO', cardFormat: 'RAW' });
    const chosen = await patch({
      vendor: 'CONTROL_ID',
      controlId: { action: 'door', actionParameters: { in: 'door=2', out: 'door=2' } },
    });
    expect(chosen).toMatchObject({ model: 'IDFACE', action: 'door' });
    expect(await patch({ controlId: { action: null } })).toMatchObject({ action: 'sec_box' });
    expect(await patch({ name: 'Other name' })).toMatchObject({ model: 'IDFACE' });
    expect(await patch({ controlId: null })).toMatchObject({
      model: 'IDBLOCK',
      actionParameters: null,
      sourceAddresses: [],
    });
  });

  it('D-33 the start fails while a partner has the slug that device addresses need', async () => {
    const { body: partner } = await app.operator.post('/admin/v1/partners', {
      name: 'Old',
      slug: 'old-one',
      timeZone: 'America/Sao_Paulo',
    });
    const taken = await app.operator.patch(`/admin/v1/partners/${partner.id}`, { slug: 'cid' });
    expect(taken.status).toBe(400);
    await app.sql(`update partners set slug = 'cid' where id = $1`, [partner.id]);
    const { databaseUrl } = app.settings;
    await expect(startApp({ databaseUrl })).rejects.toThrow(/has the slug "cid".*PATCH/);
    await app.sql(`update partners set slug = 'old-one' where id = $1`, [partner.id]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CONTROL_ID_SAMPLES } from '../../../test/support/control-id-samples.js';
import { DeviceStage, grantTo } from '../../../test/support/device-stage.js';

const CODE = '0049267681211943991';
const LOCAL_CARD = '528280977448';
let device: DeviceStage;

beforeEach(async () => {
  device = await DeviceStage.open({ localCards: [LOCAL_CARD] });
  device.answerTo = ({ line }) => (line.includes('/new_') ? grantTo() : '');
});

afterEach(() => device.close());

const present = (body: object) => device.post('/control/device/present', body);
const network = (body: object) => device.post('/control/device/network', body);
const logsSeen = () => device.seen('/api/notifications/dao').map(({ body }) => JSON.parse(body));

describe('a person before the simulated device', () => {
  it('opens on a grant, releases the arm and finds nothing wrong', async () => {
    expect(await present({ qr: CODE, uuid: 'ci-1' })).toMatchObject({
      opens: true,
      decidedBy: 'server',
      message: 'Acesso liberado',
      uuid: 'ci-1',
      exchange: { request: { path: '/new_card.fcgi' }, answer: { status: 200 } },
      violations: [],
    });
    expect(await device.view()).toMatchObject({
      state: { mode: 'ONLINE', address: expect.stringMatching(/\/cid\/\*\*\*$/) },
      failures: 0,
      arm: { state: 'released', parameters: 'allow=clockwise' },
      violations: [],
    });
  });

  it('says what an answer gets wrong, and stays closed when it cannot be used', async () => {
    device.answerTo = () => '{"result":{"event":7}}';
    const outcome = await present({ card: '1' });
    expect(outcome).toMatchObject({ opens: false, decidedBy: 'server' });
    const { violations } = await device.view<{ violations: object[] }>();
    expect(violations).toContainEqual(
      expect.objectContaining({ kind: 'scan', path: '/new_card.fcgi' }),
    );
  });

  it('turns no arm by the action of a door, and opens no door by that of an arm', async () => {
    await device.put('/control/device', { model: 'IDFLEX' });
    expect(await present({ card: '1' })).toMatchObject({ opens: false, event: 7 });
  });

  it('sends copies at one moment, byte for byte the same', async () => {
    expect(await present({ card: '1', copies: 5 })).toMatchObject({ opens: true });
    const scans = device.seen('/new_card.fcgi');
    expect(scans).toHaveLength(5);
    expect(new Set(scans.map(({ body }) => body)).size).toBe(1);
  });

  it('takes digits as numbers too, where a number is exact', async () => {
    await device.put('/control/device', { deviceId: 12, localCards: [77] });
    await present({ card: 528280977448 });
    expect(device.seen('/new_card.fcgi')[0]?.body).toMatch(
      /^device_id=12&card_value=528280977448&/,
    );
  });

  it('sends nothing when the reader cannot read', async () => {
    expect(await present({ qr: 'letters' })).toMatchObject({ opens: false, decidedBy: 'reader' });
    expect(device.seen('/new_')).toEqual([]);
  });

  it.each([
    [{}, "One of 'qr', 'card', 'uhf', 'userId' or 'pin' is needed"],
    [{ qr: '1', card: '2' }, "One of 'qr', 'card', 'uhf', 'userId' or 'pin' is needed"],
    [{ card: 'x' }, "'card' must be digits"],
    [{ card: 2 ** 60 }, "'card' must be digits"],
    [{ card: '1', colour: 'red' }, "Unknown field 'colour'"],
  ])('refuses %j', async (body, message) => {
    expect(await present(body)).toEqual({ message: expect.stringContaining(message) });
  });
});

describe('the contingency of the simulated device', () => {
  it('D-19 begins after as many failed tries as are set; then only its own cards open', async () => {
    device.status = 503;
    expect(await present({ qr: CODE })).toMatchObject({
      opens: false,
      decidedBy: 'device',
      mode: 'CONTINGENCY',
    });
    const tries = device.seen('/new_card.fcgi');
    expect(tries).toHaveLength(3);
    expect(new Set(tries.map(({ body }) => body)).size).toBe(1);
    expect(await present({ card: LOCAL_CARD })).toMatchObject({ opens: true, decidedBy: 'device' });
    expect(device.seen('/new_card.fcgi')).toHaveLength(3);
    expect(await device.view()).toMatchObject({ failures: 3, waitingLogs: 2 });
  });

  it('D-19 ends with the first 200 to "alive", and the logs follow by dao, each once', async () => {
    await network({ state: 'down' });
    await present({ card: LOCAL_CARD });
    expect(await network({ tick: true })).toMatchObject({ state: { mode: 'CONTINGENCY' } });
    expect(await network({ state: 'up', tick: true })).toMatchObject({
      state: { mode: 'ONLINE' },
      failures: 0,
      waitingLogs: 0,
      exchange: { request: { body: 'access_logs=1' } },
    });
    expect(logsSeen()).toEqual([
      {
        device_id: 478435,
        object_changes: [
          {
            object: 'access_logs',
            type: 'inserted',
            values: expect.objectContaining({ event: '7', card_value: LOCAL_CARD, user_id: '0' }),
          },
        ],
      },
    ]);
    expect(device.seen('/operation_mode')).toHaveLength(1);
    expect(await present({ qr: CODE })).toMatchObject({ opens: true, decidedBy: 'server' });
  });

  it('D-20 hands its logs out on load_objects instead, when they go that way', async () => {
    await network({ state: 'down', logsBy: 'load_objects' });
    await present({ card: LOCAL_CARD });
    await network({ state: 'up', tick: true });
    expect(logsSeen()).toEqual([]);
    const where = { access_logs: { id: { '>': 0 } } };
    const body = { object: 'access_logs', where, limit: 200 };
    device.answerTo = ({ line }) =>
      line.includes('/push?')
        ? JSON.stringify({
            verb: 'POST',
            endpoint: 'load_objects',
            body,
            contentType: 'application/json',
          })
        : '';
    expect(await device.post('/control/device/push', {})).toMatchObject({
      command: { result: { response: { access_logs: [{ card_value: LOCAL_CARD }] } } },
    });
    const [result] = device.seen('/result?');
    expect(JSON.parse(result?.body ?? '')).toMatchObject({
      response: { access_logs: [{ event: '7' }] },
    });
    const uuidOf = (line = '') => /uuid=([\w-]+)/.exec(line)?.[1];
    expect(uuidOf(result?.line)).toBe(uuidOf(device.seen('/push?')[0]?.line));
    expect(await device.view()).toMatchObject({ waitingLogs: 0, violations: [] });
  });

  it('counts an answer that the network lost, or that came too late, as a failed try', async () => {
    await network({ state: 'drop-answers' });
    expect(await present({ qr: CODE })).toMatchObject({ opens: false, mode: 'CONTINGENCY' });
    expect(device.seen('/new_card.fcgi')).toHaveLength(3);
    await network({ state: 'up', tick: true });
    await device.put('/control/device', { requestTimeoutMs: 200, maxRequestAttempts: 1 });
    await network({ state: 'slow', slowMs: 250 });
    expect(await present({ qr: CODE })).toMatchObject({ opens: false, mode: 'CONTINGENCY' });
  });

  it('opens nothing where contingency is off', async () => {
    await device.put('/control/device', { contingency: false });
    await network({ state: 'down' });
    expect(await present({ card: LOCAL_CARD })).toMatchObject({ opens: false, mode: 'ONLINE' });
  });
});

describe('the arm of the simulated device', () => {
  const report = () => JSON.parse(device.seen('/api/notifications/catra_event').at(-1)?.body ?? '');

  it.each([
    ['left', 'TURN LEFT'],
    ['right', 'TURN RIGHT'],
    ['give-up', 'GIVE UP'],
  ])('reports %s with the uuid of the grant', async (turn, name) => {
    await present({ qr: CODE, uuid: 'ci-7' });
    await device.post('/control/device/turn', { turn });
    expect(report()).toMatchObject({ event: { name, uuid: 'ci-7' }, device_id: 478435 });
    expect(await device.view()).toMatchObject({ arm: { state: 'locked' }, violations: [] });
  });

  it('reports another uuid, none, or another spelling; and loses a report', async () => {
    await present({ qr: CODE, uuid: 'ci-7' });
    const turn = (more: object) =>
      device.post('/control/device/turn', { turn: 'give-up', ...more });
    await turn({ uuid: 'other' });
    expect(report().event.uuid).not.toBe('ci-7');
    await turn({ uuid: 'none', name: 'EVENT_GIVE_UP' });
    expect(report().event).toEqual({ type: 9, name: 'EVENT_GIVE_UP', time: expect.any(Number) });
    expect(await turn({ lost: true })).toEqual({ exchange: null });
    expect(device.seen('/catra_event')).toHaveLength(2);
  });
});

describe('the golden samples', () => {
  it.each(CONTROL_ID_SAMPLES)('$name leaves byte for byte', async (sample) => {
    const { method, path, contentType, body } = sample;
    await device.post('/control/device/raw', { method, path, contentType, body });
    const [seen] = device.seen();
    expect(seen?.line).toBe(`${sample.method} ${sample.path}`);
    expect(seen?.headers['content-type']).toBe(sample.contentType);
    expect(seen?.body).toBe(sample.body);
  });
});

describe("the device's own API", () => {
  const call = async (endpoint: string, body: object, session = '') =>
    device.stage.call('POST', `/${endpoint}.fcgi?session=${session}`, body);
  const logIn = async () => {
    const answer = await call('login', { login: 'admin', password: 'admin' });
    return ((await answer.json()) as { session: string }).session;
  };

  it('refuses a wrong password, a missing session and a call that it does not have', async () => {
    expect((await call('login', { login: 'admin', password: 'x' })).status).toBe(401);
    expect((await call('set_configuration', {})).status).toBe(401);
    expect((await call('fly', {}, await logIn())).status).toBe(404);
    const form = await fetch(`${device.stage.simulator.url}/login.fcgi`, {
      method: 'POST',
      body: 'x',
    });
    expect(form.status).toBe(415);
  });

  it('D-31 is set up with a server, and then calls it in all ways', async () => {
    const session = await logIn();
    const base = device.stage.target.baseUrl;
    const { host, hostname, port } = new URL(base);
    const made = await call(
      'create_objects',
      { object: 'devices', values: [{ name: 'Gatehouse', ip: `${base}/cid/NEW`, public_key: '' }] },
      session,
    );
    const { ids } = (await made.json()) as { ids: number[] };
    const steps = [
      {
        online_client: {
          server_id: String(ids[0]),
          max_request_attempts: '2',
          request_timeout: '2500',
          contingency_enabled: '1',
        },
      },
      { barras: { qrcode_legacy_mode_enabled: '0' } },
      { monitor: { hostname, port, path: 'cid/NEW/api/notifications', request_timeout: '5000' } },
      {
        push_server: {
          push_remote_address: `http://${host}/cid/NEW`,
          push_request_timeout: '4000',
          push_request_period: '0',
        },
      },
      { general: { online: '1', local_identification: '1' } },
    ];
    for (const step of steps)
      expect((await call('set_configuration', step, session)).status).toBe(200);
    expect(await device.view()).toMatchObject({
      state: {
        qrMode: 'ALPHANUMERIC',
        identification: 'PRO',
        maxRequestAttempts: 2,
        requestTimeoutMs: 2500,
      },
    });
    await present({ qr: CODE });
    await device.post('/control/device/turn', { turn: 'left' });
    await device.post('/control/device/push', {});
    const lines = device.seen('/cid/NEW').map(({ line }) => line.replace(/\?.*/, ''));
    expect(lines).toEqual([
      'POST /cid/NEW/new_user_identified.fcgi',
      'POST /cid/NEW/api/notifications/dao',
      'POST /cid/NEW/api/notifications/catra_event',
      'GET /cid/NEW/push',
    ]);
  });

  it.each([
    [
      'a value that is no text',
      { online_client: { request_timeout: 3000 } },
      "'online_client.request_timeout' must be text",
    ],
    [
      'a server that it does not have',
      { online_client: { server_id: '77' } },
      "no 'devices' object of id 77",
    ],
    ['a hexadecimal reader', { barras: { qrcode_legacy_mode_enabled: '2' } }, 'must be 0 or 1'],
  ])('refuses %s', async (_what, body, message) => {
    const answer = await call('set_configuration', body, await logIn());
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: expect.stringContaining(message) });
  });

  it('takes local time of any zone for right, and keeps what is left over', async () => {
    const session = await logIn();
    const setClock = async (offMs: number) => {
      const now = new Date(Date.now() + offMs);
      const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()];
      const [hour, minute, second] = [now.getUTCHours(), now.getUTCMinutes(), now.getUTCSeconds()];
      await call('set_system_time', { day, month, year, hour, minute, second }, session);
      const { state } = await device.view<{ state: { clockSkewSeconds: number } }>();
      return state.clockSkewSeconds;
    };
    expect(Math.abs(await setClock(-3 * 3_600_000))).toBeLessThan(3);
    expect(await setClock(-3 * 3_600_000 + 300_000)).toBeGreaterThan(295);
  });

  it('opens for people of its own in contingency, and on a command of the server', async () => {
    const session = await logIn();
    await call(
      'create_objects',
      { object: 'users', values: [{ id: 9, name: 'Zelador' }] },
      session,
    );
    await call('create_objects', { object: 'cards', values: [{ value: 77, user_id: 9 }] }, session);
    await network({ state: 'down' });
    expect(await present({ card: '77' })).toMatchObject({ opens: true, userName: 'Zelador' });
    await network({ state: 'up', tick: true });
    const actions = [{ action: 'catra', parameters: 'allow=anticlockwise' }];
    device.answerTo = ({ line }) =>
      line.includes('/push?')
        ? JSON.stringify({
            verb: 'POST',
            endpoint: 'execute_actions',
            body: { actions },
            contentType: 'application/json',
          })
        : '';
    await device.post('/control/device/push', {});
    expect(await device.view()).toMatchObject({
      arm: { state: 'released', parameters: 'allow=anticlockwise' },
    });
  });
});

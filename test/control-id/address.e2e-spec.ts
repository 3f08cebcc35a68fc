import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { DeviceRoutes } from '../../src/control-id/calls/device-routes.js';
import { SCAN, type ReceivedCall } from '../../src/control-id/calls/device-route.js';
import type { Answer } from '../support/api.js';
import { CONTROL_ID_SAMPLES } from '../support/control-id-samples.js';
import { givenAControlIdDevice, type ControlIdStage } from '../support/control-id-stage.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { eventually } from '../support/eventually.js';
import { startApp, type TestApp } from '../support/test-app.js';

/** What a caller can see of an answer; the id and the time of a request are its own. */
const seen = ({ status, text, headers }: Answer) => ({
  status,
  text,
  headers: Object.fromEntries(
    [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date'),
  ),
});

const NOWHERE = '/cid/AAAAAAAAAAAAAAAAAAAAAA';
const TESTED = 'test_only.fcgi';

describe('the address of a Control iD device', () => {
  let app: TestApp;
  let world: GateWorld;
  let device: ControlIdStage;
  let calls: ReceivedCall[];

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app);
    device = await givenAControlIdDevice(app, world);
    app.app.get(DeviceRoutes, { strict: false }).add({
      ...SCAN,
      path: TESTED,
      refuse: (call, why) => JSON.stringify({ why, of: call.device.id }),
      answer: (call) => {
        calls.push(call);
        return '{"read":true}';
      },
    });
  });
  beforeEach(() => {
    calls = [];
  });
  afterAll(() => app.close());

  it('D-1 D-33 answers all callers that may not call alike: unknown, switched off, removed, another path', async () => {
    const off = await givenAControlIdDevice(app, world);
    await world.admin.patch(`/admin/v1/devices/${off.id}`, { active: false });
    const gone = await givenAControlIdDevice(app, world);
    expect((await gone.call('session_is_valid.fcgi', {})).status).toBe(200);
    await world.admin.delete(`/admin/v1/devices/${gone.id}`);
    const foreign = await givenAControlIdDevice(app, world, {
      controlId: { sourceAddresses: ['192.0.2.0/24'] },
    });
    const reference = seen(await app.api.post(`${NOWHERE}/session_is_valid.fcgi`));
    expect(reference).toMatchObject({ status: 404, text: '' });
    expect(reference.headers).not.toHaveProperty('content-type');
    const answers = [
      await off.call('session_is_valid.fcgi', {}),
      await gone.call('session_is_valid.fcgi', {}),
      await foreign.call('session_is_valid.fcgi', {}),
      await device.call('unknown.fcgi', {}),
      await device.call('session_is_valid.fcgi/', {}),
      await device.call('session%5Fis_valid.fcgi', {}),
      await device.call('', {}),
      await app.api.get(`${NOWHERE}/session_is_valid.fcgi`),
      await app.api.post(`/cid/${world.deviceToken}/session_is_valid.fcgi`),
      await app.api.post('/cid/x/new_card.fcgi'),
      await app.api.post(`/cid/${'A'.repeat(301)}/new_card.fcgi`),
      await app.api.post('/cid/%zz/new_card.fcgi'),
    ];
    for (const answer of answers) expect(seen(answer)).toEqual(reference);
  });

  it('D-1 answers no device of a removed gym, or of a removed partner', async () => {
    const path = 'session_is_valid.fcgi';
    const nowhere = seen(await app.api.post(`${NOWHERE}/${path}`));
    const other = await givenADoor(app);
    const { id: secondId } = (
      await other.admin.post(`/admin/v1/partners/${other.partnerId}/gyms`, { name: 'Second' })
    ).body as { id: number };
    const [first, second] = [
      await givenAControlIdDevice(app, other),
      await givenAControlIdDevice(app, { ...other, gymId: secondId }),
    ];
    const removals = [
      [second, () => other.admin.delete(`/admin/v1/gyms/${secondId}`)],
      [first, () => app.operator.delete(`/admin/v1/partners/${other.partnerId}`)],
    ] as const;
    for (const [removed, remove] of removals) {
      expect((await removed.call(path, {})).status).toBe(200);
      expect((await remove()).status).toBe(204);
      const calls = () => removed.call(path, {});
      expect(seen(await eventually(calls, ({ status }) => status === 404))).toEqual(nowhere);
    }
  });

  it('D-1 answers a device that is switched on again, and one that calls from where it may', async () => {
    const switched = await givenAControlIdDevice(app, world, {
      controlId: { sourceAddresses: ['127.0.0.1'] },
    });
    await world.admin.patch(`/admin/v1/devices/${switched.id}`, { active: false });
    expect((await switched.call('session_is_valid.fcgi', {})).status).toBe(404);
    await world.admin.patch(`/admin/v1/devices/${switched.id}`, { active: true });
    expect((await switched.call('session_is_valid.fcgi', {})).body).toEqual({
      session_is_valid: true,
    });
  });

  it('D-4 a wrong verb is answered with those that the path knows, and no body', async () => {
    for (const verb of ['GET', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH']) {
      const { status, text, headers } = await app.api.call(verb, `${device.address}/${TESTED}`);
      expect([verb, status, text, headers.get('allow')]).toEqual([verb, 405, '', 'POST']);
      expect(headers.get('content-type')).toBeNull();
    }
  });

  it('D-4 a body of 64 KiB and a byte is too large for a scan, however it is sent', async () => {
    const body = `a=${'x'.repeat(64 * 1024 - 1)}`;
    const whole = await device.send(TESTED, body);
    expect([whole.status, whole.text]).toEqual([413, '']);
    const chunked = await fetch(`${app.api.origin}${device.address}/${TESTED}`, {
      method: 'POST',
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect([chunked.status, await chunked.text()]).toEqual([413, '']);
    expect((await device.send('card_create.fcgi', Buffer.alloc(1024 * 1024))).status).toBe(200);
    expect((await device.send('card_create.fcgi', Buffer.alloc(1024 * 1024 + 1))).status).toBe(413);
  });

  it('D-2 reads the same fields of a form, of JSON, of the query and of a body without a type', async () => {
    const fields = { device_id: '478435', card_value: '49267681211943991', uuid: 'a+b', time: '' };
    const expected = { device_id: '478435', card_value: '49267681211943991', uuid: 'a+b' };
    for (const as of ['form', 'json', 'query', 'untyped'] as const)
      expect((await device.call(`${TESTED}?session=x`, fields, { as })).body ?? as).toBeTruthy();
    await device.send(`${TESTED}?session=x`, JSON.stringify(fields), { 'Content-Type': '' });
    await device.send(
      `${TESTED}?session=x`,
      '{"device_id":478435,"card_value":49267681211943991,"uuid":"a+b","more":{"of":[1]}}',
      { 'Content-Type': 'application/json; charset' },
    );
    await device.send(`${TESTED}?session=x&device_id=1`, new URLSearchParams(fields).toString(), {
      'Content-Type': 'Application/X-WWW-Form-Urlencoded;charset=ISO-8859-1',
    });
    expect(calls).toHaveLength(7);
    for (const { message } of calls)
      expect(Object.fromEntries(message.fields)).toEqual({ session: 'x', ...expected });
  });

  it('D-2 gives the golden scans the same answer in whatever form they come', async () => {
    for (const { path, body = '', contentType } of CONTROL_ID_SAMPLES.filter(({ name }) =>
      /^g[1-5]/.test(name),
    )) {
      const isJson = contentType === 'application/json';
      const fields = isJson
        ? (JSON.parse(body) as Record<string, string>)
        : Object.fromEntries(new URLSearchParams(body));
      const texts = new Set<string>();
      for (const as of ['form', 'json', 'query', 'untyped'] as const) {
        const more = { surplus: 'x', user_name: '', confidence: '' };
        const { status, text } = await device.call(path.slice(1), { ...fields, ...more }, { as });
        expect([path, as, status]).toEqual([path, as, 200]);
        texts.add(text);
      }
      expect([...texts]).toEqual([expect.stringContaining('"event":3')]);
    }
  });

  it('D-4 refuses what it cannot read without a fault', async () => {
    const json = { 'Content-Type': 'application/json' };
    const unreadable = [
      await device.send(TESTED, '{"device_id":', json),
      await device.send(TESTED, '[]', json),
      await device.send(TESTED, `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, json),
      await device.send(TESTED, '{"__proto__":{}}', json),
      await device.call(TESTED, { card_value: 'x'.repeat(513) }),
      await device.call(`${TESTED}?card_value=%00`, {}),
    ];
    for (const { status, body } of unreadable)
      expect([status, body]).toEqual([200, { why: 'VALIDATION_FAILED', of: device.id }]);
    const garbled = Buffer.concat([Buffer.from('card_value=1&user_name='), randomBytes(8)]);
    expect((await device.send(TESTED, garbled)).body).toBeDefined();
    expect((await device.call(`${TESTED}?card_value=%ff`, {})).body).toEqual({ read: true });
  });

  it('D-3 refuses the scans of another device, and shows the number of one that is not compared', async () => {
    const strict = await givenAControlIdDevice(app, world, { controlId: { deviceId: '12' } });
    const wrong = { why: 'WRONG_DEVICE', of: strict.id };
    expect((await strict.call(TESTED, { device_id: '13' })).body).toEqual(wrong);
    expect((await strict.call(TESTED, {})).body).toEqual(wrong);
    expect((await strict.call(TESTED, { device_id: '12' })).body).toEqual({ read: true });
    const address = `/admin/v1/partners/${world.partnerId}/alerts?open=true`;
    const ofStrict = ({ object }: { object: string }) => object === `device/${strict.id}`;
    // An alert is written beside the answer.
    const alerts = await eventually(
      async () => (await world.admin.get(address)).body.items.filter(ofStrict),
      (found: unknown[]) => found.length > 0,
    );
    expect(alerts).toMatchObject([{ code: 'control-id.wrong-device', gymId: world.gymId }]);
    await device.call(TESTED, { device_id: '4711' });
    const shown = await world.admin.get(`/admin/v1/devices/${device.id}`);
    expect(shown.body.contact.deviceId).toBe('4711');
  });
});

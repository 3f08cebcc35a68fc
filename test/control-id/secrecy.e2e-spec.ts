import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { controlIdStage, type ControlIdStage } from '../support/control-id-stage.js';
import { CONTROL_ID_SAMPLES, type ControlIdSample } from '../support/control-id-samples.js';
import { createDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { givenAPartner, type World } from '../support/world.js';
import { OtlpCollector } from '../support/otlp-collector.js';
import { Replica } from '../support/replica.js';

/** What the samples and the person hold. */
const PERSONAL = ['528280977448', '49267681211943991', '0049267681211943991', 'AAA', 'Zuleika'];

describe('D-5 a run of all golden samples', () => {
  let replica: Replica;
  let collector: OtlpCollector;
  let world: World;
  let device: ControlIdStage;
  let secret: string;
  let learned: string | undefined;

  beforeAll(async () => {
    collector = await OtlpCollector.start();
    replica = await Replica.start(await createDatabase(), {
      ACCESS_LOG: 'all',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_SAMPLER: 'always_on',
      CONTROL_ID_URL: 'http://10.8.0.1:8080',
      TRUST_PROXY: '127.0.0.1',
    });
    world = await givenAPartner(
      { api: replica.api, operator: replica.operator },
      { connection: false },
    );
    const customers = `/admin/v1/partners/${world.partnerId}/customers`;
    const card = { format: 'DECIMAL', value: '528280977448' };
    await world.admin.post(customers, { firstName: 'Zuleika', cardNumber: card });
    const made = await world.admin.post(`/admin/v1/gyms/${world.gymId}/devices`, {
      name: 'Turnstile',
      direction: 'IN',
      vendor: 'CONTROL_ID',
      controlId: { showName: true, deviceId: '478435' },
    });
    const { id } = made.body as { id: number };
    const { body: setup } = await world.admin.get(`/admin/v1/devices/${id}/control-id/setup`);
    expect(setup.address).toMatch(/^http:\/\/10\.8\.0\.1:8080\/cid\/\w{22}$/);
    secret = setup.address.split('/').at(-1);
    device = controlIdStage(replica.api, { id, address: `/cid/${secret}` });
    await world.admin.post(`/admin/v1/devices/${id}/control-id/learn-card`);
    await run('478435');
    await run('1');
    for (const path of ['nothing.fcgi', `${secret}/x`, ''])
      await device.call(path, { card_value: '528280977448' });
    await device.call('result', { error: `cannot reach ${setup.address}` }, { as: 'json' });
    await world.admin.post(`/admin/v1/devices/${id}/control-id/apply`);
    await failAtEveryCommand(setup.address);
    const { body: seen } = await world.admin.get(`/admin/v1/devices/${id}/control-id/setup`);
    learned = seen.check.unknownCard?.value;
    await world.admin.patch(`/admin/v1/devices/${id}`, { controlId: { requestTimeoutMs: 999 } });
    await world.admin.post(`/admin/v1/devices/${id}/control-id/secret`, { graceSeconds: 60 });
  });
  afterAll(async () => {
    await replica.kill();
    await collector.stop();
  });

  /** Whether the device was asked for its logs meanwhile depends on the time. */
  async function failAtEveryCommand(address: string): Promise<void> {
    const fetched = () => replica.api.get(`/cid/${secret}/push?deviceId=478435&uuid=u`);
    while ((await fetched()).text !== '')
      await device.send(`result?uuid=u`, JSON.stringify({ error: `${address} is away` }));
  }

  /** Byte for byte but for the number of the device. */
  async function run(deviceId: string): Promise<void> {
    for (const sample of CONTROL_ID_SAMPLES) {
      const { status, text } = await send(sample, deviceId);
      expect([sample.name, status]).toEqual([sample.name, 200]);
      expect(text).not.toContain(secret);
    }
  }

  async function send({ method, path, contentType, body }: ControlIdSample, deviceId: string) {
    const own = (text: string) => text.replaceAll(/\b(478435|468770|123456|1038508)\b/g, deviceId);
    const sent = method === 'GET' ? undefined : own(body ?? '');
    const headers = { 'Content-Type': contentType ?? '' };
    return replica.api.call(method, `${device.address}${own(path)}`, sent, headers);
  }

  it('leaves no secret, card, code or name in any log line', async () => {
    expect(learned).toBe('49267681211943991');
    const logged = () => replica.lines.filter(({ msg }) => msg === 'request');
    await eventually(logged, (lines) =>
      lines.some(({ route }) => String(route).endsWith('/result')),
    );
    const routes = new Set(logged().map(({ route }) => route));
    for (const path of [
      'new_card.fcgi',
      'new_qrcode.fcgi',
      'api/notifications/:topic',
      'push',
      '*',
    ])
      expect(routes).toContain(`/cid/***/${path}`);
    for (const hidden of [secret, ...PERSONAL]) expect(replica.log).not.toContain(hidden);
  });

  it('leaves none in metrics, traces, alerts and the audit log', async () => {
    const metrics = (await replica.api.get('/metrics')).text;
    expect(metrics).toContain('route="/cid/***/new_card.fcgi"');
    const traces = await eventually(
      () => collector.bodies.join(''),
      (text) => text.includes('/cid/***/new_card.fcgi'),
    );
    expect(traces).toContain('POST /cid/***/new_card.fcgi');
    const base = `/admin/v1/partners/${world.partnerId}`;
    const alerts = (await world.admin.get(`${base}/alerts`)).text;
    expect(alerts).toContain('control-id.command-failed');
    expect(alerts).toContain('control-id.wrong-device');
    const audit = (await world.admin.get(`${base}/audit-log?limit=200`)).text;
    const shown = (await world.admin.get(`/admin/v1/devices/${device.id}`)).text;
    const commands = (await world.admin.get(`/admin/v1/devices/${device.id}/commands`)).text;
    for (const text of [metrics, traces, alerts, audit, shown, commands])
      for (const hidden of [secret, '528280977448', '49267681211943991'])
        expect(text).not.toContain(hidden);
  });
});

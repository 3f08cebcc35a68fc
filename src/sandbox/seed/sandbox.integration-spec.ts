import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../../../test/support/test-app.js';
import { Sandbox } from './sandbox.js';

const pathOf = (url = '') => new URL(url).pathname;

describe('the sandbox of several replicas', () => {
  let replicas: TestApp[];

  beforeAll(async () => {
    const first = await startApp();
    const { databaseUrl, secretsKeys, dataDir } = first.settings;
    const same = { databaseUrl, secretsKeys: [...secretsKeys] };
    replicas = [first, await startApp({ ...same, dataDir }), await startApp(same)];
  });
  afterAll(() => Promise.all(replicas.map((replica) => replica.close())));

  it('makes one demo partner and gym when all start at the same moment on an empty database', async () => {
    const reports = await Promise.all(
      replicas.map(({ app, api }) => app.get(Sandbox).start(api.origin)),
    );
    const [first] = replicas;
    expect(await first?.sql(`select slug from partners`)).toEqual([{ slug: 'demo' }]);
    expect(await first?.sql(`select wellhub_gym_id from gyms`)).toEqual([
      { wellhub_gym_id: '1042' },
    ]);
    expect(await first?.sql(`select name from devices where vendor = 'CONTROL_ID'`)).toEqual([
      { name: 'Catraca' },
    ]);
    // A key from the environment is not stored: its owner keeps it.
    const { dataDir, operatorApiKey } = first!.settings;
    const kept = readFileSync(join(dataDir, 'secrets.json'), 'utf8');
    expect(kept).toContain('"sandbox"');
    expect(kept).not.toContain(operatorApiKey);
    const known = reports.map(({ credentials }) => credentials);
    expect(new Set(known.map(({ partnerId }) => partnerId)).size).toBe(1);
    // The first two share their folder, and with it what they know.
    expect(known[0]).toMatchObject({
      adminKey: known[1]?.adminKey,
      deviceToken: known[1]?.deviceToken,
    });
    const [address, ...others] = reports.map(({ turnstileAddress }) => pathOf(turnstileAddress));
    expect(address).toMatch(/^\/cid\/[A-Za-z0-9]{22}$/);
    expect(others).toEqual([address, address]);
  });

  it('makes another turnstile when it has been deleted, and starts without one when the gym has', async () => {
    const [first] = replicas;
    const start = () => first!.app.get(Sandbox).start(first!.api.origin);
    const { credentials, turnstileAddress } = await start();
    const { adminKey, gymId } = credentials;
    const admin = first!.api.with({ 'X-API-KEY': adminKey });
    const remove = async () => {
      const [device] = await first!.sql<{ id: string }>(
        `select id from devices where vendor = 'CONTROL_ID' and deleted_at is null`,
      );
      expect((await admin.delete(`/admin/v1/devices/${device?.id}`)).status).toBe(204);
    };
    await remove();
    expect(pathOf((await start()).turnstileAddress)).not.toBe(pathOf(turnstileAddress));
    await remove();
    expect((await admin.delete(`/admin/v1/gyms/${gymId}`)).status).toBe(204);
    expect((await start()).turnstileAddress).toBeUndefined();
  });
});

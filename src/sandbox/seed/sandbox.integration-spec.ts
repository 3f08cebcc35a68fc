import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../../../test/support/test-app.js';
import { Sandbox } from './sandbox.js';

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
  }, 30_000);
});

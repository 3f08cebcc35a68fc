import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Api } from '../support/api.js';
import { createDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { Replica } from '../support/replica.js';

const taken = async (): Promise<[Server, number]> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return [server, (server.address() as AddressInfo).port];
};
const freePort = async (): Promise<number> => {
  const [server, port] = await taken();
  server.close();
  await once(server, 'close');
  return port;
};

describe('METRICS_PORT', () => {
  const running: Replica[] = [];
  afterAll(() => Promise.all(running.map((one) => one.kill())));

  const started = async (env: Record<string, string>) => {
    const port = await freePort();
    const replica = await Replica.start(await createDatabase(), {
      METRICS_PORT: String(port),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'gatehouse-metrics-')),
      ...env,
    });
    running.push(replica);
    return { replica, operations: new Api(`http://127.0.0.1:${port}`) };
  };

  it.each([
    ['one process', {}, undefined],
    ['a process that only works', { ROLE: 'worker' }, undefined],
    ['two processes', { WORKERS: '2' }, '2'],
  ])('K-37 serves metrics and health of %s, and nothing else', async (_which, env, processes) => {
    const { replica, operations } = await started(env);
    const pages = [
      '/metrics',
      '/health/live',
      '/health/ready',
      '/health/database',
      '/health/details',
    ];
    const statuses = async (api: Api) => {
      const answers = await Promise.all(pages.map((page) => api.get(page)));
      return answers.map(({ status }) => status);
    };
    expect(await statuses(operations)).toEqual([200, 200, 200, 200, 200]);
    expect(await statuses(replica.api)).toEqual([404, 200, 200, 404, 404]);
    const encoded = ['/%6detrics', '/%68ealth/details', '/health/d%65tails', '/health/%64atabase'];
    const disguised = await Promise.all(encoded.map((page) => replica.api.get(page)));
    expect(disguised.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const { text } = await operations.get('/metrics');
    expect(text).toContain('gatehouse_database_available 1');
    expect(/^gatehouse_processes (\d+)$/m.exec(text)?.[1]).toBe(processes);
    expect((await operations.get('/health/details')).body.database.status).toBe('ok');
    expect((await operations.call('HEAD', '/health/ready')).status).toBe(200);
    const refused = await Promise.all([
      operations.get('/'),
      operations.get('/admin/v1/partners'),
      operations.post('/metrics', {}),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 405]);
    replica.signal('SIGTERM');
    expect(await replica.ended()).toBe(0);
  });

  it('K-38 answers until the end of a stop: alive, and not ready', async () => {
    const { replica, operations } = await started({});
    const seen: number[][] = [];
    replica.signal('SIGTERM');
    const look = async () => {
      const [live, ready] = await Promise.all(
        ['/health/live', '/health/ready'].map((page) => operations.get(page)),
      );
      seen.push([live!.status, ready!.status]);
    };
    await eventually(
      () =>
        look().then(
          () => false,
          () => true,
        ),
      (isGone) => isGone,
    );
    expect(await replica.ended()).toBe(0);
    expect(seen.filter(([live]) => live !== 200)).toEqual([]);
    expect(seen.slice(seen.findIndex(([, ready]) => ready === 503) + 1)).not.toContainEqual([
      200, 200,
    ]);
  });

  it('K-39 that is taken, or the same as PORT, is a problem at the start that says what to do', async () => {
    const [server, port] = await taken();
    await expect(started({ METRICS_PORT: String(port) })).rejects.toThrow(
      `Port ${port} is taken, perhaps by another Gatehouse: stop what listens there, or set METRICS_PORT to a free one.`,
    );
    server.close();
    await expect(started({ PORT: String(port), METRICS_PORT: String(port) })).rejects.toThrow(
      'METRICS_PORT must be another port than PORT',
    );
  });
});

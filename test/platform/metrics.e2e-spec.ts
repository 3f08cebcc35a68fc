import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Metrics } from '../../src/platform/metrics/metrics.js';
import { documentedMetrics, metricsIn, seriesIn, valueIn } from '../support/metrics.js';
import { readText } from '../support/repository.js';
import { startApp, type TestApp } from '../support/test-app.js';

/** What only a group of processes shows: the test of groups compares these. */
const OF_GROUPS = new Set(['gatehouse_processes', 'gatehouse_process_restarts_total']);

describe('the metrics', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const scrape = async () => (await app.api.get('/metrics')).text;

  it('K-30 are those of docs/metrics.md: name, type, labels and meaning', async () => {
    const labels = new Map(
      app.app
        .get(Metrics)
        .registry.getMetricsAsArray()
        .map(({ name, labelNames }: { name: string; labelNames?: readonly string[] }) => [
          name,
          (labelNames ?? []).filter((label) => label !== 'le').join(', '),
        ]),
    );
    const real = metricsIn(await scrape()).map((one) => ({
      ...one,
      labels: labels.get(one.name) ?? '',
    }));
    const documented = documentedMetrics(readText('docs/metrics.md'));
    expect(documented.filter(({ name }) => !OF_GROUPS.has(name))).toEqual(
      real.map(({ name, type, labels, help }) => ({ name, type, labels, help })),
    );
  });

  it('K-31 pass the check of Prometheus itself, where its tool is installed', async () => {
    const { error, status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      input: await scrape(),
      encoding: 'utf8',
    });
    if (error) return;
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
  });

  it('K-32 have a bounded number of series, whatever clients send', async () => {
    const before = new Set(seriesIn(await scrape(), 'gatehouse_'));
    const odd = [
      '/',
      '/nothing',
      '/wellhub/x',
      '/v1/%F0%9F%92%A9',
      '/Api/Nothing',
      '/open-api/a/b',
    ];
    const once = async (n: number) => {
      for (const path of odd) {
        await app.api.get(`${path === '/' ? '' : path}/${n}-${'x'.repeat(n)}`);
        await app.api.post(`${path}/${n}`, { n });
      }
      await app.api.call('PROPFIND', `/nothing/${n}`);
      await app.api.call('PURGE', `/v1/${n}`);
      await app.api.get(`/partner-${n}/code`);
    };
    await once(0);
    const after = seriesIn(await scrape(), 'gatehouse_').filter((one) => !before.has(one));
    for (let n = 1; n < 20; n += 1) await once(n);
    const later = seriesIn(await scrape(), 'gatehouse_').filter((one) => !before.has(one));
    expect(later).toEqual(after);
    expect(later.filter((one) => /PROPFIND|PURGE|nothing|%F0|partner-/i.test(one))).toEqual([]);
  });

  it('K-33 name what runs', async () => {
    const { version } = JSON.parse(readText('package.json')) as { version: string };
    expect(seriesIn(await scrape(), 'gatehouse_build_info')).toEqual([
      `gatehouse_build_info{version="${version}",revision="unknown",node="${process.versions.node}"}`,
    ]);
  });

  it('K-34 show pool, breaker and failures of the database', async () => {
    const text = await scrape();
    expect(valueIn(text, 'gatehouse_database_connections{state="max"}')).toBe(10);
    expect(valueIn(text, 'gatehouse_database_connections{state="used"}')).toBeLessThan(10);
    expect(valueIn(text, 'gatehouse_database_requests_waiting')).toBe(0);
    expect(valueIn(text, 'gatehouse_database_breaker')).toBe(0);
    expect(valueIn(text, 'gatehouse_database_available')).toBe(1);
    expect(valueIn(text, 'gatehouse_sql_errors_total{class="statement"}')).toBe(0);
  });
});

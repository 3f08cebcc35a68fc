import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DatabaseGauges } from '../../src/platform/metrics/database-gauges.js';
import { Metrics } from '../../src/platform/metrics/metrics.js';
import { eventually } from '../support/eventually.js';
import { documentedMetrics, metricsIn, seriesIn, valueIn } from '../support/metrics.js';
import { readText } from '../support/repository.js';
import { startApp, type TestApp } from '../support/test-app.js';

/** What only a group of processes shows: the test of groups compares these. */
const OF_GROUPS = new Set(['gatehouse_processes', 'gatehouse_process_restarts_total']);

describe('the metrics', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({ smtpUrl: 'smtp://127.0.0.1:1' });
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
    expect(valueIn(text, 'gatehouse_sql_errors_total{class="internal"}')).toBe(0);
  });

  describe('of what waits in the database', () => {
    const gauges = () => app.app.get(DatabaseGauges);

    it('K-35 are read from indexes, whatever waits, and no backlog is sorted', async () => {
      const plans: string[] = [];
      const client = new pg.Client({ connectionString: app.settings.databaseUrl });
      await client.connect();
      await client.query('set enable_seqscan = off; set enable_bitmapscan = off');
      for (const { room, sql, values } of gauges().declared) {
        if (values) continue;
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`);
        for (const { 'QUERY PLAN': line } of rows)
          if (
            /^\W*(?:Incremental )?Sort  |Seq Scan on/.test(line) &&
            !/\b(partners|wellhub_connections)\b/.test(line)
          )
            plans.push(`${room}: ${line.trim()}`);
      }
      await client.end();
      expect(plans).toEqual([]);
    });

    it('K-35 show number and age, and go when they are old', async () => {
      await app.sql(
        `insert into wellhub_events (partner_id, id, environment, type, state, received_at)
          select gen_random_uuid(), gen_random_uuid(), 'production', 'nobody-takes-this', 'RECEIVED',
            clock_timestamp() - interval '1 second' * n from generate_series(61, 63) as n`,
      );
      await gauges().read();
      const text = await scrape();
      expect(valueIn(text, 'gatehouse_wellhub_events_waiting')).toBe(3);
      expect(valueIn(text, 'gatehouse_wellhub_events_oldest_seconds')).toBeGreaterThanOrEqual(63);
      expect(valueIn(text, 'gatehouse_wellhub_events_oldest_seconds')).toBeLessThan(120);
      expect(valueIn(text, 'gatehouse_partitions_ahead{table="wellhub_events"}')).toBeGreaterThan(
        0,
      );
      expect(valueIn(text, 'gatehouse_mails_waiting')).toBe(0);
      expect(valueIn(text, 'gatehouse_state_age_seconds')).toBeLessThan(60);
      gauges().now = () => performance.now() + 300_000;
      const old = await scrape();
      expect(seriesIn(old, 'gatehouse_wellhub_events_waiting')).toEqual([]);
      expect(seriesIn(old, 'gatehouse_partitions_ahead')).toEqual([]);
      expect(valueIn(old, 'gatehouse_state_age_seconds')).toBeGreaterThan(120);
      gauges().now = () => performance.now();
      await gauges().read();
      expect(valueIn(await scrape(), 'gatehouse_wellhub_events_waiting')).toBe(3);
    });

    it('K-36 show a worker that fails for ever, and hide nothing else', async () => {
      const sender = '{worker="mail.sender"}';
      const failures = async () =>
        valueIn(await scrape(), `gatehouse_worker_failures_total${sender}`) ?? 0;
      const success = async () =>
        valueIn(await scrape(), `gatehouse_worker_last_success_timestamp_seconds${sender}`)!;
      expect(await success()).toBeGreaterThan(1e9);
      await app.sql('alter table mails rename to mails_away');
      await eventually(failures, (count) => count >= 2);
      const before = await success();
      const failed = await failures();
      await eventually(failures, (count) => count > failed);
      expect(await success()).toBe(before);
      await expect(gauges().read()).rejects.toThrow(/mails/);
      const text = await scrape();
      expect(valueIn(text, `gatehouse_worker_failures_in_a_row${sender}`)).toBeGreaterThan(1);
      expect(valueIn(text, 'gatehouse_sql_errors_total{class="statement"}')).toBeGreaterThan(0);
      expect(valueIn(text, 'gatehouse_wellhub_events_waiting')).toBe(3);
      await app.sql('alter table mails_away rename to mails');
      await eventually(success, (at) => at > before);
    });
  });
});

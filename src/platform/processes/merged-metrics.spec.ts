import { describe, expect, it } from '@jest/globals';
import { Counter, Gauge, Histogram, Registry } from '@prometheus-io/client';
import { MergedMetrics } from './merged-metrics.js';

/** What a process has counted; `late` is how late it is. */
function counted(requests: number, late: number) {
  const registry = new Registry();
  const registers = [registry];
  new Counter({ name: 'requests', help: 'r', labelNames: ['route'], registers }).inc(
    { route: '/a' },
    requests,
  );
  new Histogram({ name: 'seconds', help: 's', buckets: [1], registers }).observe(requests);
  new Gauge({ name: 'late', help: 'l', aggregator: 'max', registers }).set(late);
  return registry.getMetricsAsJSON();
}

describe('the metrics of several processes', () => {
  const values = async (merged: MergedMetrics, ...fresh: number[]) => {
    const text = await merged.text(new Set(fresh), []);
    return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  };

  it('are added up, or joined as each of them says', async () => {
    const merged = new MergedMetrics();
    merged.keep(1, await counted(3, 5));
    merged.keep(2, await counted(4, 2));
    expect(await values(merged, 1, 2)).toEqual([
      'requests{route="/a"} 7',
      'seconds_bucket{le="1"} 0',
      'seconds_bucket{le="+Inf"} 2',
      'seconds_sum 7',
      'seconds_count 2',
      'late 5',
    ]);
  });

  it('do not go back when a process ends or hangs; only its present state is gone', async () => {
    const merged = new MergedMetrics();
    merged.keep(1, await counted(3, 5));
    merged.keep(2, await counted(4, 2));
    expect(await values(merged, 2)).toContain('late 2');
    await merged.end(1);
    await merged.end(3);
    expect(await values(merged, 2)).toEqual([
      'requests{route="/a"} 7',
      'seconds_bucket{le="1"} 0',
      'seconds_bucket{le="+Inf"} 2',
      'seconds_sum 7',
      'seconds_count 2',
      'late 2',
    ]);
    merged.keep(4, await counted(1, 9));
    expect(await values(merged, 2, 4)).toContain('requests{route="/a"} 8');
  });
});

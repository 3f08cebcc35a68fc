import { Gauge, type Registry } from '@prometheus-io/client';
import { filesForPeople } from './kept-files.js';
import type { Spool } from './spool.js';

/** The waiting records, read at each scrape. Processes that share the folder see the same files in it. */
export function measureSpool(spool: Spool, registry: Registry, prefix = 'gatehouse_spool'): void {
  const gauge = (
    name: string,
    how: { help: string; aggregator: 'sum' | 'min' | 'max' },
    read: () => number,
  ) => {
    const made: Gauge = new Gauge({
      name: `${prefix}_${name}`,
      ...how,
      registers: [registry],
      collect: () => made.set(read()),
    });
  };
  gauge('usable', { help: '1 while the spool takes records', aggregator: 'min' }, () =>
    Number(spool.status.state === 'ready'),
  );
  gauge(
    'records',
    { help: 'Records that wait for the database', aggregator: 'sum' },
    () => spool.waiting,
  );
  gauge('bytes', { help: 'Size of what waits', aggregator: 'sum' }, () => spool.status.bytes);
  gauge('oldest_seconds', { help: 'Age of the oldest file that waits', aggregator: 'max' }, () => {
    const { oldestAt } = spool.status;
    return oldestAt === undefined ? 0 : Math.max(0, (Date.now() - Date.parse(oldestAt)) / 1000);
  });
  gauge(
    'files_kept_aside',
    { help: 'Files that could not be read, or that no key opens', aggregator: 'max' },
    () => filesForPeople(spool.status).length,
  );
}

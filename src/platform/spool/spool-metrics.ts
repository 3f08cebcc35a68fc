import { Gauge, type Registry } from '@prometheus-io/client';
import { filesForPeople } from './kept-files.js';
import type { Spool } from './spool.js';

/** The waiting records, read at each scrape. */
export function measureSpool(spool: Spool, registry: Registry, prefix = 'gatehouse_spool'): void {
  const gauge = (name: string, help: string, read: () => number) => {
    const made: Gauge = new Gauge({
      name: `${prefix}_${name}`,
      help,
      registers: [registry],
      collect: () => made.set(read()),
    });
  };
  gauge('usable', '1 while the spool takes records', () => Number(spool.status.state === 'ready'));
  gauge('records', 'Records that wait for the database', () => spool.waiting);
  gauge('bytes', 'Size of what waits', () => spool.status.bytes);
  gauge('oldest_seconds', 'Age of the oldest file that waits', () => {
    const { oldestAt } = spool.status;
    return oldestAt === undefined ? 0 : Math.max(0, (Date.now() - Date.parse(oldestAt)) / 1000);
  });
  gauge(
    'files_kept_aside',
    'Files that could not be read, or that no key opens',
    () => filesForPeople(spool.status).length,
  );
}

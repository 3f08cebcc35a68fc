import { Injectable } from '@nestjs/common';
import { Gauge, type Registry } from '@prometheus-io/client';
import { Metrics } from '../metrics/metrics.js';
import { filesForPeople } from './kept-files.js';
import type { Spool } from './spool.js';

/** What is read of each spool at a scrape: all of it is in memory. */
interface Shown {
  readonly help: string;
  /** Of processes that share the folder: each has files of its own, and all see those that were set aside. */
  readonly aggregator: 'sum' | 'min' | 'max';
  readonly read: (spool: Spool) => number;
}

const SHOWN: Readonly<Record<string, Shown>> = {
  usable: {
    help: '1 while the spool takes records',
    aggregator: 'min',
    read: ({ status }) => Number(status.state === 'ready'),
  },
  records: {
    help: 'Records that wait for the database',
    aggregator: 'sum',
    read: ({ waiting }) => waiting,
  },
  files: {
    help: 'Files that wait for the database',
    aggregator: 'sum',
    read: ({ files }) => files,
  },
  bytes: { help: 'Size of what waits', aggregator: 'sum', read: ({ status }) => status.bytes },
  max_bytes: {
    help: 'Size from which on the spool of one process takes no more records',
    aggregator: 'max',
    read: ({ status }) => status.maxBytes,
  },
  oldest_seconds: {
    help: 'Age of the oldest file that waits; 0 when none does',
    aggregator: 'max',
    read: ({ status: { oldestAt } }) =>
      oldestAt === undefined ? 0 : Math.max(0, (Date.now() - Date.parse(oldestAt)) / 1000),
  },
  set_aside_files: {
    help: 'Files that a person must decide about: they could not be read or stored, or no key opens them',
    aggregator: 'max',
    read: ({ status }) => filesForPeople(status).length,
  },
};

/** The spools of this process in the metrics, by name. */
@Injectable()
export class SpoolMetrics {
  private readonly spools = new Map<string, Spool>();

  constructor({ registry }: Metrics) {
    for (const [name, shown] of Object.entries(SHOWN)) this.show(name, shown, registry);
  }

  add(name: 'webhooks' | 'door', spool: Spool): void {
    this.spools.set(name, spool);
  }

  private show(name: string, { help, aggregator, read }: Shown, registry: Registry): void {
    const gauge = new Gauge({
      name: `gatehouse_spool_${name}`,
      help,
      aggregator,
      labelNames: ['spool'] as const,
      registers: [registry],
      collect: () => {
        for (const [spool, of] of this.spools) gauge.set({ spool }, read(of));
      },
    });
  }
}

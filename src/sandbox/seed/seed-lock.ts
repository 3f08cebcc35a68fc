import { Injectable } from '@nestjs/common';
import { Client } from 'pg';
import { Settings } from '../../platform/config/settings.js';
import { SEED_LOCK } from './seed-lock.sql.js';

/**
 * Replicas that start at the same moment on an empty database create the demo partner one after the other. The lock is
 * held by a connection outside the pool, because the work needs those of the pool.
 */
@Injectable()
export class SeedLock {
  constructor(private readonly settings: Settings) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: this.settings.databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(SEED_LOCK);
      return await work();
    } finally {
      await client.end();
    }
  }
}

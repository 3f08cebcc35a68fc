import { Injectable } from '@nestjs/common';
import { Client } from 'pg';
import { Settings } from '../../platform/config/settings.js';

const TURN = `begin; select pg_advisory_xact_lock(hashtextextended('sandbox', 0))`;

/**
 * Replicas that start at the same moment on an empty database make the demo one after the other. The turn is held by a
 * connection outside the pool, because the work needs those of the pool.
 */
@Injectable()
export class OneAtATime {
  constructor(private readonly settings: Settings) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: this.settings.databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(TURN);
      return await work();
    } finally {
      await client.end();
    }
  }
}

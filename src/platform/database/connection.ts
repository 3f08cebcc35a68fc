import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { assertNoConnectionHeld } from '../deadline/request-context.js';

/** Enough for thousands of requests a second when statements are short; more only queues inside PostgreSQL. */
const POOL_SIZE = 10;

/** One pool serves TypeORM and the named statements. Every wait in it ends by itself. */
export function dataSourceOptions(settings: Settings): TypeOrmModuleOptions {
  return {
    type: 'postgres',
    url: settings.databaseUrl,
    autoLoadEntities: true,
    synchronize: false,
    installExtensions: false,
    retryAttempts: 1,
    poolSize: POOL_SIZE,
    connectTimeoutMS: 1_500,
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    poolErrorHandler: () => undefined,
    extra: {
      keepAlive: true,
      statement_timeout: 2_000,
      query_timeout: 2_500,
      application_name: 'gatehouse',
      // Hot statements are large: planning one anew costs more than running it (docs/performance.md).
      options: '-c plan_cache_mode=force_generic_plan',
    },
  };
}

/** TypeORM's own pool. Connections in use need an error listener as well, or a restart of the server ends us. */
export function poolOf(source: DataSource): Pool {
  const pool = (source.driver as unknown as { master: Pool }).master;
  const ignore = () => undefined;
  pool.on('acquire', (client) => client.off('error', ignore).on('error', ignore));
  return oneForEach(pool);
}

/** The pool, which refuses a second connection to who holds one; for TypeORM's repositories as well. */
export function oneForEach(pool: Pool): Pool {
  const connect = pool.connect.bind(pool) as (...callback: unknown[]) => unknown;
  pool.connect = ((...callback: unknown[]) => {
    assertNoConnectionHeld();
    return connect(...callback);
  }) as Pool['connect'];
  return pool;
}

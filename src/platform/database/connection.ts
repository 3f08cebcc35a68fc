import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import pg, { type ClientConfig, type Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { DatabaseSettings } from '../config/database-settings.js';
import type { Settings } from '../config/settings.js';
import { assertNoConnectionHeld } from '../deadline/request-context.js';

/** Until the server has ended a statement by itself. */
export const GRACE_MS = 500;

/** What each session needs; without startup parameters the role has it (docs/database.md). */
export const sessionSettings = ({ statementMs }: DatabaseSettings) => ({
  statement_timeout: `${statementMs}ms`,
  // Hot statements are large: planning one anew costs more than running it (docs/performance.md).
  plan_cache_mode: 'force_generic_plan',
});

/** What is the same for every connection of the pool. */
export function connectionOptions(database: DatabaseSettings): ClientConfig {
  const { startupParameters, statementMs } = database;
  const { plan_cache_mode: mode } = sessionSettings(database);
  return {
    keepAlive: true,
    query_timeout: statementMs + GRACE_MS,
    application_name: 'gatehouse',
    ...(startupParameters && {
      statement_timeout: statementMs,
      options: `-c plan_cache_mode=${mode}`,
    }),
  };
}

/** One pool serves TypeORM and the named statements. Every wait in it ends by itself. */
export function dataSourceOptions({ databaseUrl, database }: Settings): TypeOrmModuleOptions {
  return {
    type: 'postgres',
    // The one whose parsers are set in platform.module.ts; TypeORM would look for one by name.
    driver: pg,
    url: databaseUrl,
    autoLoadEntities: true,
    synchronize: false,
    installExtensions: false,
    retryAttempts: 1,
    poolSize: database.poolSize,
    connectTimeoutMS: database.connectMs,
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    poolErrorHandler: () => undefined,
    extra: { ...connectionOptions(database), idleTimeoutMillis: database.idleMs },
  };
}

/**
 * TypeORM's own pool. Connections in use need an error listener as well, or a restart of the server ends this process.
 */
export function poolOf(source: DataSource): Pool {
  const pool = (source.driver as unknown as { master: Pool }).master;
  const ignore = () => undefined;
  pool.on('acquire', (client) => client.off('error', ignore).on('error', ignore));
  return oneForEach(pool);
}

/** The pool, which refuses a second connection to work that holds one; for TypeORM's repositories as well. */
export function oneForEach(pool: Pool): Pool {
  const connect = pool.connect.bind(pool) as (...callback: unknown[]) => unknown;
  pool.connect = ((...callback: unknown[]) => {
    assertNoConnectionHeld();
    return connect(...callback);
  }) as Pool['connect'];
  return pool;
}

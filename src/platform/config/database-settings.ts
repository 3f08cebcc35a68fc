import type { Environment } from './environment.js';

/** How the database is used. Where it is stands in `databaseUrl`. */
export interface DatabaseSettings {
  /** False: a start finds everything migrated, or refuses. */
  readonly migrate: boolean;
  /** False for poolers that accept none: then the role has those settings. */
  readonly startupParameters: boolean;
  readonly poolSize: number;
  readonly connectMs: number;
  readonly statementMs: number;
  readonly idleMs: number;
  /** How long a start waits for a database that is not up yet. */
  readonly waitSeconds: number;
}

export const databaseSettings = (env: Environment): DatabaseSettings => ({
  migrate: env.MIGRATE === 'on',
  startupParameters: env.DATABASE_STARTUP_PARAMETERS === 'on',
  poolSize: env.DATABASE_POOL_SIZE,
  connectMs: env.DATABASE_CONNECT_MS * env.DEADLINE_FACTOR,
  statementMs: env.DATABASE_STATEMENT_MS * env.DEADLINE_FACTOR,
  idleMs: env.DATABASE_IDLE_MS,
  waitSeconds: env.DATABASE_WAIT_SECONDS,
});

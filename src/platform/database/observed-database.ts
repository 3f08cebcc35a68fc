import { Gauge } from '@prometheus-io/client';
import type { Pool } from 'pg';
import type { DatabaseSettings } from '../config/database-settings.js';
import { CountedBy } from '../metrics/counted-by.js';
import type { Metrics } from '../metrics/metrics.js';
import { showGauge } from '../metrics/show-gauge.js';
import { Database } from './database.js';
import { SQL_FAILURES } from './sql-failures.js';

/** A database whose pool, breaker and failures show in the metrics. */
export function observedDatabase(
  pool: Pool,
  settings: DatabaseSettings,
  { registry }: Metrics,
): Database {
  const failures = new CountedBy({
    name: 'gatehouse_sql_errors_total',
    help: 'Statements and transactions that failed, by class of the error',
    label: 'class',
    values: SQL_FAILURES,
    registry,
  });
  const database = new Database(pool, settings, (failure) => failures.count(failure));
  showPool(pool, registry);
  showGauge(
    registry,
    {
      name: 'gatehouse_database_breaker',
      help: 'The breaker around the database: 0 = statements are sent, 1 = one is trying, 2 = all are cut short',
      aggregator: 'max',
    },
    () => database.breakerState,
  );
  return database;
}

function showPool(pool: Pool, registry: Metrics['registry']): void {
  const connections = new Gauge({
    name: 'gatehouse_database_connections',
    help: 'Connections of the pool: in use, idle, and the most that there may be',
    aggregator: 'sum',
    labelNames: ['state'] as const,
    registers: [registry],
    collect: () => {
      connections.set({ state: 'used' }, pool.totalCount - pool.idleCount);
      connections.set({ state: 'idle' }, pool.idleCount);
      connections.set({ state: 'max' }, pool.options.max);
    },
  });
  showGauge(
    registry,
    {
      name: 'gatehouse_database_requests_waiting',
      help: 'Requests and work that wait for a connection of the pool',
      aggregator: 'sum',
    },
    () => pool.waitingCount,
  );
}

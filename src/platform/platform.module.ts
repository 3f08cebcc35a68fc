import { Global, Module, type DynamicModule } from '@nestjs/common';
import { HttpModule } from '@nestjs/axios';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { types } from 'pg';
import type { DataSource } from 'typeorm';
import { AlertList } from './alerts/alert-list.js';
import { InstallationAlertsController } from './alerts/installation-alerts.controller.js';
import { AlertsAdminController } from './alerts/alerts-admin.controller.js';
import { Alerts } from './alerts/alerts.js';
import { DataRetentionAdminController } from './data-retention/data-retention-admin.controller.js';
import { AuditAdminController } from './audit/audit-admin.controller.js';
import { InstallationAuditController } from './audit/installation-audit.controller.js';
import { AuditLog } from './audit/audit-log.js';
import { AuditInterceptor } from './audit/audit.interceptor.js';
import { Audit } from './audit/audit.js';
import { Clock } from './clock/clock.js';
import { Settings } from './config/settings.js';
import { Keyring } from './crypto/keyring.js';
import { dataSourceOptions, poolOf } from './database/connection.js';
import { Database } from './database/database.js';
import { observedDatabase } from './database/observed-database.js';
import { PartitionGauges } from './database/partition-gauges.js';
import { Partitions } from './database/partition-keeper.js';
import { SettledChanges } from './database/settled-changes.js';
import { PartnerWipe } from './database/partner-wipe.js';
import { Sweeps } from './database/sweeps.js';
import { DatabaseState } from './health/database-state.js';
import { WorkerAlerts } from './health/worker-alerts.js';
import { WorkerProcesses } from './health/worker-processes.js';
import { WorkersHealth } from './health/worker-health.js';
import { WorkerWatch } from './health/worker-watch.js';
import { HealthController } from './health/health.controller.js';
import { HealthDetails } from './health/health-details.js';
import { GuardedFetch } from './http-client/guarded-fetch.js';
import { JsonClient } from './http-client/json-client.js';
import { outgoingHttp } from './http-client/outgoing-http.js';
import { EncryptionKeys } from './encryption-keys/encryption-keys.js';
import { KeyDetails } from './encryption-keys/key-details.js';
import { DeclaredRoutes } from './http/declared-routes.js';
import { DeploymentProofController } from './http/deployment-proof.controller.js';
import { Draining } from './http/draining.js';
import { EarlyProofs } from './http/early-proofs.js';
import { EventStreams } from './http/event-streams.js';
import { AnonymousLimits } from './http/anonymous-limits.js';
import { LoadShedding } from './http/load-shedding.js';
import { RequestLimits } from './http/request-limits.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { IdempotencyKeys } from './http/idempotency-keys.js';
import { RateLimits } from './limits/rate-limits.js';
import { SpoolMetrics } from './spool/spool-metrics.js';
import { DatabaseGauges } from './metrics/database-gauges.js';
import { Metrics } from './metrics/metrics.js';
import { startTracing } from './tracing/start-tracing.js';
import { Tracing } from './tracing/tracing.js';
import { RunningTasks } from './worker/running-tasks.js';
import { WorkerStates } from './worker/worker-states.js';
import { Workers } from './worker/workers.js';

// Ids stay below 2^53 (`admin-api.md`), so int8 is a number to us.
types.setTypeParser(types.builtins.INT8, Number);
// A calendar date has no time zone: keep it as text.
types.setTypeParser(types.builtins.DATE, (text) => text);

const providers = [
  AlertList,
  Alerts,
  Audit,
  Clock,
  DatabaseGauges,
  DeclaredRoutes,
  EarlyProofs,
  EncryptionKeys,
  EventStreams,
  KeyDetails,
  Draining,
  GuardedFetch,
  HealthDetails,
  JsonClient,
  LoadShedding,
  Metrics,
  Partitions,
  AnonymousLimits,
  RequestLimits,
  RunningTasks,
  SpoolMetrics,
  Sweeps,
  PartnerWipe,
  Workers,
  WorkerStates,
  { provide: Tracing, inject: [Settings], useFactory: startTracing },
];

/**
 * Purpose: technology that knows nothing of gyms. Owns: alerts, audit_log, database_cluster, encryption_keys,
 * idempotency_keys, rate_limits, running_replicas.
 * Offers: settings, database, crypto, clock, workers, metrics, alerts to every room. Depends on: nothing.
 */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings, keyring: Keyring): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        HttpModule.registerAsync({ useFactory: outgoingHttp }),
        TypeOrmModule.forRootAsync({ useFactory: () => dataSourceOptions(settings) }),
      ],
      controllers: [
        HealthController,
        DeploymentProofController,
        AlertsAdminController,
        InstallationAlertsController,
        AuditAdminController,
        InstallationAuditController,
        DataRetentionAdminController,
      ],
      providers: [
        ...providers,
        AuditLog,
        PartitionGauges,
        DatabaseState,
        WorkerWatch,
        WorkersHealth,
        WorkerAlerts,
        WorkerProcesses,
        IdempotencyKeys,
        SettledChanges,
        RateLimits,
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
        { provide: Settings, useValue: settings },
        { provide: Keyring, useValue: keyring },
        database(settings),
      ],
      exports: [...providers, Keyring, RateLimits, SettledChanges, Settings, Database],
    };
  }
}

const database = (settings: Settings) => ({
  provide: Database,
  inject: [getDataSourceToken(), Metrics],
  useFactory: (source: DataSource, metrics: Metrics) =>
    observedDatabase(poolOf(source), settings.database, metrics),
});

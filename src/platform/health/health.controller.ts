import { Controller, Get, Head, Header, HttpCode } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { Draining } from '../http/draining.js';
import { Public } from '../http/declarations.js';
import { Metrics } from '../metrics/metrics.js';
import { DatabaseState, type DatabaseReport } from './database-state.js';
import { HealthDetails } from './health-details.js';

/** For Kubernetes and Prometheus; needs no credential and shows nothing of tenants. */
@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly database: DatabaseState,
    private readonly details: HealthDetails,
    private readonly draining: Draining,
    private readonly metrics: Metrics,
    private readonly settings: Settings,
  ) {}

  /** The process runs. Touches nothing. */
  @Get('health/live')
  live() {
    return { status: 'ok' };
  }

  /**
   * Requests may come: the database was reached once and is migrated, and we are not shutting down. Otherwise 503. That
   * it is away just now is no reason: webhooks are spooled, and registration is answered without it.
   */
  @Get('health/ready')
  @HttpCode(200)
  async ready() {
    if (this.draining.started) throw unready('shutting down');
    const report = await this.database.known();
    if (!report.schema) throw unready('the database was not reached yet');
    if (report.schema === 'pending') throw unready('migrations are pending');
    return { status: 'ok' };
  }

  /** The database answers now; otherwise 503. For dashboards: no reason to stop sending requests. */
  @Get('health/database')
  @HttpCode(200)
  async databaseNow(): Promise<DatabaseReport> {
    const report = await this.database.probe();
    if (report.status === 'away') throw unready(`the database is away since ${report.since}`);
    return report;
  }

  /** What waits and what is wrong inside, for people; always 200. */
  @Get('health/details')
  async all() {
    const database = await this.database.known();
    return { draining: this.draining.started, database, ...this.details.read() };
  }

  /** Load balancers probe with `HEAD`. */
  @Head('health/live')
  headLive() {
    return this.live();
  }

  @Head('health/ready')
  @HttpCode(200)
  async headReady() {
    return this.ready();
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(): Promise<string> {
    // They are on a port of their own (`OperationsPort`).
    if (this.settings.metricsPort !== undefined) throw new DomainError(RequestErrors.notFound);
    return this.metrics.text();
  }
}

const unready = (detail: string) =>
  new DomainError(RequestErrors.unavailable, { detail, retryAfterSeconds: 1 });

import { Controller, Get, Head, Header, HttpCode } from '@nestjs/common';
import { Database } from '../database/database.js';
import { newestMigration } from '../database/migrations.js';
import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { Draining } from '../http/draining.js';
import { Public } from '../http/declarations.js';
import { Metrics } from '../metrics/metrics.js';

const CURRENT = {
  name: 'health.current',
  text: 'select exists (select from schema_migrations where name = $1) as current',
};

/** For Kubernetes and Prometheus; needs no credential and tells nothing of tenants. */
@Public()
@Controller()
export class HealthController {
  private readonly newest = newestMigration();

  constructor(
    private readonly db: Database,
    private readonly draining: Draining,
    private readonly metrics: Metrics,
  ) {}

  /** The process runs. Touches nothing. */
  @Get('health/live')
  live() {
    return { status: 'ok' };
  }

  /** Requests may come: database reachable, migrations current, not shutting down. Otherwise 503. */
  @Get('health/ready')
  @HttpCode(200)
  async ready() {
    if (this.draining.started) throw unready('shutting down');
    const [row] = await this.db.query<{ current: boolean }>(CURRENT, [this.newest]);
    if (!row?.current) throw unready('migrations are pending');
    return { status: 'ok' };
  }

  /** Load balancers look with `HEAD`. */
  @Head('health/live')
  lookLive() {
    return this.live();
  }

  @Head('health/ready')
  @HttpCode(200)
  async lookReady() {
    return this.ready();
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}

const unready = (detail: string) =>
  new DomainError(RequestErrors.unavailable, { detail, retryAfterSeconds: 1 });

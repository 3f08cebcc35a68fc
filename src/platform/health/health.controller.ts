import { Controller, Get, Head, Header, HttpCode, Req } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { Draining } from '../http/draining.js';
import { carriesOperationsProof } from '../http/operations-proof.js';
import { Public } from '../http/declarations.js';
import { Operation, textOf } from '../http/operation.js';
import { Metrics } from '../metrics/metrics.js';
import { DatabaseState, type DatabaseReport } from './database-state.js';
import { DatabaseHealthDto, HEALTH_DETAILS, HealthDto } from './health.dto.js';
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

  @Operation('health.live', {
    summary: 'Say that the process runs',
    description: 'Touches nothing, the database neither.',
    answer: HealthDto,
  })
  @Get('health/live')
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Operation('health.ready', {
    summary: 'Say whether requests may come',
    description:
      'The database was reached once and is migrated, and the process is not ending; otherwise 503. That the database is away just now is no reason: webhooks are spooled, and registration is answered without it.',
    answer: HealthDto,
  })
  @Get('health/ready')
  @HttpCode(200)
  async ready(): Promise<HealthDto> {
    if (this.draining.started) throw unready('shutting down');
    const report = await this.database.known();
    if (!report.schema) throw unready('the database was not reached yet');
    if (report.schema === 'pending') throw unready('migrations are pending');
    return { status: 'ok' };
  }

  @Operation('health.database', {
    summary: 'Say whether the database answers now',
    description:
      'Otherwise 503. For dashboards: no reason to stop sending requests. Only on `METRICS_PORT` where it is set.',
    answer: DatabaseHealthDto,
    errors: [RequestErrors.notFound],
  })
  @Get('health/database')
  @HttpCode(200)
  async databaseNow(@Req() { headers }: FastifyRequest): Promise<DatabaseReport> {
    this.assertInside(headers);
    const report = await this.database.probe();
    if (report.status === 'away') throw unready(`the database is away since ${report.since}`);
    return report;
  }

  @Operation('health.details', {
    summary: 'Show what waits and what is wrong inside',
    description:
      'For people; always 200. Every part of the service adds a word of its own. Only on `METRICS_PORT` where it is set.',
    answer: HEALTH_DETAILS,
    errors: [RequestErrors.notFound],
  })
  @Get('health/details')
  async all(@Req() { headers }: FastifyRequest) {
    this.assertInside(headers);
    const database = await this.database.known();
    return { draining: this.draining.started, database, ...this.details.read() };
  }

  /** Load balancers probe with `HEAD`. */
  @ApiExcludeEndpoint()
  @Head('health/live')
  headLive() {
    return this.live();
  }

  @ApiExcludeEndpoint()
  @Head('health/ready')
  @HttpCode(200)
  async headReady() {
    return this.ready();
  }

  @Operation('metrics.get', {
    summary: 'Read the metrics, in the text format of Prometheus',
    description: 'Not found where `METRICS_PORT` gives them a port of their own.',
    answer: textOf(),
    errors: [RequestErrors.notFound],
  })
  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(): Promise<string> {
    // They are on a port of their own (`OperationsPort`).
    if (this.settings.metricsPort !== undefined) throw new DomainError(RequestErrors.notFound);
    return this.metrics.text();
  }

  /** With `METRICS_PORT` only that port shows what is inside, however a path from outside is written. */
  private assertInside(headers: FastifyRequest['headers']): void {
    if (this.settings.metricsPort !== undefined && !carriesOperationsProof(this.settings, headers))
      throw new DomainError(RequestErrors.notFound);
  }
}

const unready = (detail: string) =>
  new DomainError(RequestErrors.unavailable, { detail, retryAfterSeconds: 1 });

import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Database } from '../database/database.js';
import { readMigrations } from '../database/migration-files.js';
import { runOutsideRequests } from '../deadline/request-context.js';
import { Metrics } from '../metrics/metrics.js';
import { showGauge } from '../metrics/show-gauge.js';

/** `newer`: a newer version has migrated it, and this one serves on; `pending`: it lacks what this version needs. */
export const SCHEMA_STATES = ['current', 'newer', 'pending'] as const;
export type SchemaState = (typeof SCHEMA_STATES)[number];

/** What is known of the database, and since when it is so. Without `schema` it was never reached. */
export interface DatabaseReport {
  readonly status: 'ok' | 'away';
  readonly since: string;
  readonly schema?: SchemaState;
  /** Migrations that only a newer version has. */
  readonly newer?: readonly string[];
}

/** Not migrated yet. */
const isEmpty = (error: unknown) => (error as { code?: unknown }).code === '42P01';
const APPLIED = { name: 'health.applied', text: 'select name from schema_migrations' };

const PROBE_EVERY_MS = 5_000;

/** Whether the database can be used; probed on demand and for the metrics, one probe at a time. */
@Injectable()
export class DatabaseState implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('health');
  private readonly ours = readMigrations().map(({ name }) => name);
  private report: DatabaseReport | undefined;
  private probing: Promise<DatabaseReport> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    metrics: Metrics,
  ) {
    showGauge(
      metrics.registry,
      {
        name: 'gatehouse_database_available',
        help: '1 while the database answers, 0 while it is away, as last seen',
        aggregator: 'min',
      },
      () => Number(this.report?.status === 'ok'),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.probe();
    this.timer = setInterval(() => void this.probe(), PROBE_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** What was last seen of it; the next probe is under way. Waits only before the first contact. */
  async known(): Promise<DatabaseReport> {
    const looking = this.probe();
    return this.report?.schema ? this.report : looking;
  }

  /** Never rejects: a database that is away is an answer. */
  probe(): Promise<DatabaseReport> {
    this.probing ??= runOutsideRequests(() => this.read()).finally(
      () => (this.probing = undefined),
    );
    return this.probing;
  }

  private async read(): Promise<DatabaseReport> {
    try {
      const rows = await this.db.query<{ name: string }>(APPLIED, []);
      return this.keep('ok', this.schemaOf(rows.map(({ name }) => name)));
    } catch (error) {
      if (isEmpty(error)) return this.keep('ok', { schema: 'pending' });
      return this.keep('away', this.report);
    }
  }

  private schemaOf(applied: readonly string[]): Pick<DatabaseReport, 'schema' | 'newer'> {
    if (this.ours.some((name) => !applied.includes(name))) return { schema: 'pending' };
    const newer = applied.filter((name) => !this.ours.includes(name));
    return newer.length > 0 ? { schema: 'newer', newer } : { schema: 'current' };
  }

  private keep(
    status: DatabaseReport['status'],
    { schema, newer }: Pick<DatabaseReport, 'schema' | 'newer'> = {},
  ): DatabaseReport {
    const before = this.report;
    const since = before?.status === status ? before.since : new Date().toISOString();
    this.report = { status, since, ...(schema && { schema }), ...(newer && { newer }) };
    this.logChange(before, this.report);
    return this.report;
  }

  private logChange(before: DatabaseReport | undefined, { newer }: DatabaseReport): void {
    if (newer && before?.newer?.join() !== newer.join())
      this.logger.warn({ msg: 'a newer version migrated the database; this one serves on', newer });
  }
}

import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Gauge } from '@prometheus-io/client';
import { Database } from '../database/database.js';
import { readMigrations } from '../database/migration-files.js';
import { runOutsideRequests } from '../deadline/request-context.js';
import { within } from '../deadline/within.js';
import { Metrics } from '../metrics/metrics.js';

/** `newer`: a newer version has migrated it, and this one serves on; `pending`: it lacks what this version needs. */
export type SchemaState = 'current' | 'newer' | 'pending';

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
/** A scrape waits no longer for a database that hangs. */
const SCRAPE_MS = 500;

/** Whether the database can be used; probed on demand, one probe at a time. */
@Injectable()
export class DatabaseState implements OnApplicationBootstrap {
  private readonly logger = new Logger('health');
  private readonly ours = readMigrations().map(({ name }) => name);
  private report: DatabaseReport | undefined;
  private probing: Promise<DatabaseReport> | undefined;

  constructor(
    private readonly db: Database,
    metrics: Metrics,
  ) {
    const probe = () => this.probe();
    const gauge = new Gauge({
      name: 'gatehouse_database_up',
      help: '1 while the database answers, 0 while it is away',
      aggregator: 'min',
      registers: [metrics.registry],
      async collect() {
        const report = await within(SCRAPE_MS, probe()).catch(() => undefined);
        gauge.set(report?.status === 'ok' ? 1 : 0);
      },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.probe();
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

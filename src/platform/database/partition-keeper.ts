import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Gauge } from '@prometheus-io/client';
import { Alerts, INSTALLATION } from '../alerts/alerts.js';
import { HealthDetails } from '../health/health-details.js';
import { Metrics } from '../metrics/metrics.js';
import { declareKept, isoDuration } from '../data-retention/kept-data.js';
import { oneByOne } from '../worker/one-by-one.js';
import { Workers } from '../worker/workers.js';
import { Database } from './database.js';
import { firstMissing, keepPartitions, type PartitionedTable } from './partitions.js';

const EVERY_MS = 15 * 60_000;

interface Lack {
  /** From then on rows have no partition. */
  readonly from: Date;
  readonly reason: string;
}

/**
 * Keeps the partitions of every table that a room declares. They exist before the first request comes, and hours or days
 * before they are needed; one that cannot be made is an alert then, and no failure.
 */
@Injectable()
export class Partitions implements OnModuleInit {
  private readonly logger = new Logger('partitions');
  private readonly plans: PartitionedTable[] = [];
  private readonly lacking = new Map<string, Lack>();
  private isFirst = true;

  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
    private readonly alerts: Alerts,
    private readonly metrics: Metrics,
    details: HealthDetails,
  ) {
    details.declare('partitionsMissing', () => Object.fromEntries(this.lacking));
  }

  /** For constructors of repositories: partitions are made when all of them have declared theirs. */
  declare(plan: PartitionedTable): void {
    this.plans.push(plan);
    const { data, keep, unit } = plan;
    // The unit in which a row was made has not ended at once.
    const keptFor = isoDuration(`${keep - 1} ${unit}s`);
    if (data) declareKept({ data, keptFor, countedFrom: 'CREATED' });
  }

  get declared(): readonly PartitionedTable[] {
    return this.plans;
  }

  /** Makes those that rows of the past need, as far back as they are kept. */
  async cover(table: string, ageMs: number): Promise<void> {
    for (const plan of this.plans.filter((one) => one.table === table))
      await keepPartitions(this.db, plan, ageMs);
  }

  async onModuleInit(): Promise<void> {
    this.addGauge();
    await this.keep();
    let last = Date.now();
    this.workers.add({
      name: 'partitions',
      role: 'worker',
      queue: null,
      everyMs: 60_000,
      run: async () => {
        if (Date.now() - last < EVERY_MS) return 0;
        await this.keep();
        last = Date.now();
        return 0;
      },
    });
  }

  /** @throws when the database is away, or when there is no partition for the rows of now */
  async keep(): Promise<void> {
    await oneByOne(this.plans, (plan) => this.keepOne(plan));
    this.isFirst = false;
  }

  private async keepOne(plan: PartitionedTable): Promise<void> {
    const failure = await keepPartitions(this.db, plan).then(
      () => undefined,
      (error: unknown) => error,
    );
    const missing = await firstMissing(this.db, plan);
    if (!missing) return this.hasAll(plan);
    if (missing.isDue && failure !== undefined) throw failure;
    await this.lacks(plan, {
      from: missing.start,
      reason: failure instanceof Error ? failure.message : String(failure),
    });
  }

  private async lacks({ table }: PartitionedTable, lack: Lack): Promise<void> {
    this.lacking.set(table, lack);
    this.logger.error({ msg: 'a partition cannot be made', table, ...lack });
    await this.alerts.raise({
      partnerId: INSTALLATION,
      code: 'partition.missing',
      object: `table/${table}`,
      detail: `none from ${lack.from.toISOString()} on: ${lack.reason}`,
    });
  }

  private async hasAll({ table }: PartitionedTable): Promise<void> {
    const lacked = this.lacking.delete(table);
    if (lacked || this.isFirst)
      await this.alerts.close(INSTALLATION, 'partition.missing', `table/${table}`);
  }

  private addGauge(): void {
    const gauge = new Gauge({
      name: 'gatehouse_partitions_missing',
      help: '1 while a table lacks a partition that should be there by now',
      aggregator: 'max',
      labelNames: ['table'] as const,
      registers: [this.metrics.registry],
      collect: () => {
        for (const { table } of this.plans) gauge.set({ table }, this.lacking.has(table) ? 1 : 0);
      },
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { oneByOne } from '../worker/one-by-one.js';
import { Workers } from '../worker/workers.js';
import { Database } from './database.js';
import { keepPartitions, type PartitionedTable } from './partitions.js';

const EVERY_MS = 15 * 60_000;

/** Keeps the partitions of every table that a room declares. They exist before the first request comes. */
@Injectable()
export class Partitions implements OnModuleInit {
  private readonly plans: PartitionedTable[] = [];

  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
  ) {}

  /** For constructors of repositories: partitions are made when all of them have declared theirs. */
  declare(plan: PartitionedTable): void {
    this.plans.push(plan);
  }

  /** Makes those that rows of the past need, as far back as they are kept. */
  async cover(table: string, ageMs: number): Promise<void> {
    for (const plan of this.plans.filter((one) => one.table === table))
      await keepPartitions(this.db, plan, ageMs);
  }

  async onModuleInit(): Promise<void> {
    await this.keep();
    let last = Date.now();
    this.workers.add({
      name: 'partitions',
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

  private async keep(): Promise<void> {
    await oneByOne(this.plans, async (plan) => void (await keepPartitions(this.db, plan)));
  }
}

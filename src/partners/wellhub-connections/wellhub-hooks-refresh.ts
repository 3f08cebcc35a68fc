import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Workers } from '../../platform/worker/workers.js';
import type { HookRow } from './known-hook.js';
import { MOST_HOOKS, WellhubHooks } from './wellhub-hooks.js';
import { PAGE_OF_GYMS, PAGE_OF_PARTNERS } from './wellhub-hooks.sql.js';

type ListedHook = HookRow & { readonly hook: string };

const EVERY_MS = 30_000;
const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Reads every address with its secrets at the start and every 30 s, so that each replica can verify without storage. */
@Injectable()
export class WellhubHooksRefresh implements OnApplicationBootstrap {
  private readonly logger = new Logger('partners');
  private seen = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly hooks: WellhubHooks,
    private readonly workers: Workers,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh().catch((error: unknown) =>
      this.logger.warn({ msg: 'webhook secrets could not be read ahead', err: error }),
    );
    const loop = this.workers.add({
      name: 'webhook secrets',
      role: 'api',
      queue: null,
      everyMs: EVERY_MS,
      run: () => this.refresh(),
    });
    this.hooks.onForgotten(() => loop.wake());
  }

  private async refresh(): Promise<number> {
    this.seen = new Set();
    await this.readPartners();
    await this.readGyms();
    if (this.seen.size < MOST_HOOKS) this.hooks.retain(this.seen);
    return 0;
  }

  private async readPartners(): Promise<void> {
    for (let last = FIRST, full = true; full;) {
      const rows = await this.page(PAGE_OF_PARTNERS, [last]);
      last = rows.at(-1)?.partnerId ?? last;
      full = rows.length === PAGE;
    }
  }

  private async readGyms(): Promise<void> {
    let last: [string, number] = [FIRST, 0];
    for (let full = true; full && this.seen.size < MOST_HOOKS;) {
      const rows = await this.page(PAGE_OF_GYMS, last);
      const end = rows.at(-1);
      if (end) last = [end.partnerId, end.gymId ?? 0];
      full = rows.length === PAGE;
    }
    if (this.seen.size >= MOST_HOOKS)
      this.logger.warn({ msg: 'more webhook addresses than are kept in memory', most: MOST_HOOKS });
  }

  private async page(
    statement: { name: string; text: string },
    last: readonly unknown[],
  ): Promise<ListedHook[]> {
    const rows = await this.db.query<ListedHook>(statement, [...last, PAGE]);
    for (const row of rows) {
      this.seen.add(row.hook);
      this.learn(row);
    }
    return rows;
  }

  /** A secret that cannot be decrypted is reported by the code that needs it. */
  private learn(row: ListedHook): void {
    try {
      this.hooks.learn(row.hook, row);
    } catch {
      this.seen.delete(row.hook);
    }
  }
}

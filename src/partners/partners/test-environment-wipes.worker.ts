import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { keepInWipes, PartnerWipe } from '../../platform/database/partner-wipe.js';
import { Workers, type WorkLoop } from '../../platform/worker/workers.js';
import { CLAIM_WIPE, FINISH_WIPE, WIPE_REQUESTED_SINCE_SQL } from './test-environment-wipes.sql.js';

keepInWipes('gyms', 'wellhub_connections', 'partner_logos');

/** Wipes test environments in the background, a share at a time. */
@Injectable()
export class TestEnvironmentWipes implements OnModuleInit {
  private loop: WorkLoop | undefined;

  constructor(
    private readonly db: Database,
    private readonly wipe: PartnerWipe,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.loop = this.workers.add({
      name: 'test-environment-wipes',
      role: 'worker',
      // Much data takes its time.
      queue: { waitingSinceSql: WIPE_REQUESTED_SINCE_SQL, lateAfterSeconds: 3_600 },
      everyMs: 2_000,
      run: () => this.run(),
    });
  }

  wake(): void {
    this.loop?.wake();
  }

  private async run(): Promise<number> {
    const tables = await this.wipe.tables();
    return this.db.transaction(async (tx) => {
      const [due] = await tx.query<{ id: string }>(CLAIM_WIPE, []);
      if (!due) return 0;
      const { deleted, isDone } = await this.wipe.share(tx, tables, due.id);
      if (isDone) await tx.query(FINISH_WIPE, [due.id]);
      return isDone ? 1 : deleted;
    });
  }
}

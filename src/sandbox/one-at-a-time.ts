import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** Asked, not waited for: a statement that waits is cut off, and the work of another replica may take its time. */
const TURN = {
  name: 'sandbox.turn',
  text: `select pg_try_advisory_xact_lock(hashtextextended('sandbox', 0)) as is_mine`,
};
const LOOK_EVERY_MS = 100;

/** Replicas that start at the same moment on an empty database make the demo one after the other. */
@Injectable()
export class OneAtATime {
  constructor(private readonly db: Database) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      const done = await this.db.transaction(async (tx) => {
        const [turn] = await tx.query<{ is_mine: boolean }>(TURN, []);
        return turn?.is_mine ? { result: await work() } : undefined;
      });
      if (done) return done.result;
      await sleep(LOOK_EVERY_MS);
    }
  }
}

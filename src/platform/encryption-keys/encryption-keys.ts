import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { ClientBase } from 'pg';
import { doesBackgroundWork } from '../config/role.js';
import { Settings } from '../config/settings.js';
import { Keyring } from '../crypto/keyring.js';
import { uuidv7 } from '../crypto/uuid.js';
import { Database } from '../database/database.js';
import { Sweeps } from '../database/sweeps.js';
import { inLockedTransaction, withClient } from '../database/with-client.js';
import { Workers } from '../worker/workers.js';
import { letGo } from './left-keys.js';
import { assertRightKey, assertUnderstood, Misunderstood } from './right-key.js';
import { saveRing } from './save-ring.js';
import {
  DERIVED_KEYS,
  readRunningReplicas,
  readStoredKeys,
  saveReplica,
  type ReplicaRow,
} from './stored-keys.js';
import { assertOpensSomething } from './stored-samples.js';

/** Any number that nothing else of ours locks. */
export const KEYS_LOCK = 7_304_202;
const EVERY_MS = 5_000;
const RETRY_MS = 500;

const SEEN = {
  name: 'encryption-keys.seen',
  text: `with written as (update encryption_keys set wrote_at = clock_timestamp() where key_id = ($2::text[])[1])
    insert into running_replicas (id, key_ids, does_background_work) values ($1, $2, $3)
    on conflict (id) do update set seen_at = clock_timestamp()`,
};
const GONE = {
  name: 'encryption-keys.gone',
  text: 'delete from running_replicas where id = $1',
};

/** Owns encryption_keys and running_replicas: no replica serves with keys that lose something, or that others cannot read. */
@Injectable()
export class EncryptionKeys implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('encryption-keys');
  private readonly replica = uuidv7();

  constructor(
    private readonly keyring: Keyring,
    private readonly settings: Settings,
    private readonly db: Database,
    private readonly workers: Workers,
    sweeps: Sweeps,
  ) {
    keyring.box(DERIVED_KEYS);
    sweeps.declare({ table: 'running_replicas', column: 'seen_at', keep: '1 hour' });
  }

  /**
   * Runs once every room has registered its purposes, and before anything is written. A replica with other keys may
   * have been killed: then its row is not renewed, and expires. @throws StartProblem
   */
  async check(): Promise<void> {
    const seen = new Map<string, number>();
    for (;;)
      try {
        return await this.tryToEnter();
      } catch (error) {
        if (!(error instanceof Misunderstood)) throw error;
        const { id, seenAt } = error.other;
        if ((seen.get(id) ?? seenAt.getTime()) !== seenAt.getTime()) throw error;
        seen.set(id, seenAt.getTime());
        await sleep(RETRY_MS);
      }
  }

  private async tryToEnter(): Promise<void> {
    await withClient(this.settings.databaseUrl, (client) =>
      inLockedTransaction(client, KEYS_LOCK, async () => {
        await enter(client, this.keyring);
        await saveReplica(client, this.row);
      }),
    );
  }

  onModuleInit(): void {
    const run = async () => {
      await this.db.query(SEEN, this.row);
      return 0;
    };
    this.workers.add({ name: 'encryption-keys', role: 'any', queue: null, everyMs: EVERY_MS, run });
  }

  /** A replica that has stopped needs no keys: the next one may start with other keys at once. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.db.query(GONE, [this.replica]).catch((error: unknown) => {
      this.logger.warn({ msg: 'the keys of this replica count for 30 s more', err: error });
    });
  }

  private get row(): ReplicaRow {
    const ids = this.keyring.ring.map(({ id }) => id);
    return [this.replica, ids, doesBackgroundWork(this.settings.role)];
  }
}

/** The checks of a start; then the keys are known. */
async function enter(client: ClientBase, keyring: Keyring): Promise<void> {
  const { ring } = keyring;
  const stored = await readStoredKeys(client);
  if (stored.length === 0) await assertOpensSomething(client, keyring);
  assertRightKey(ring, stored);
  assertUnderstood(ring, await readRunningReplicas(client));
  await letGo(client, keyring, stored);
  await saveRing(client, keyring);
}

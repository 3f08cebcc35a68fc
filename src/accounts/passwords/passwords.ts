import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { HashQueue, hashesOfProcess } from './hash-queue.js';
import { HashThreads } from './hash-threads.js';
import type { HashClient } from './hash-client.js';

/** Argon2id (the library's default) with the parameters that OWASP recommends. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Verified against when there is no hash, so that an unknown name costs what a known one does. The hash of no known
 * password.
 */
export const DECOY =
  `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}` +
  `$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** The only place that hashes and compares a password. */
@Injectable()
export class Passwords implements OnApplicationShutdown {
  private readonly queue: HashQueue;
  private readonly threads = new HashThreads();

  constructor(settings: Settings) {
    this.queue = new HashQueue(hashesOfProcess(settings));
  }

  /** Called before any other work for a request that would be refused in the end. @throws request.unavailable */
  refuseWhenBusy(client: HashClient): void {
    this.queue.refuseWhenFull(client);
  }

  /** @throws request.unavailable when too many hashes are waiting */
  async hash(password: string, client: HashClient): Promise<string> {
    return this.queue.run(client, () => this.threads.hash(password.normalize('NFC'), COST));
  }

  /** False for a null hash, after the same work. @throws request.unavailable */
  async verify(stored: string | null, password: string, client: HashClient): Promise<boolean> {
    const text = password.normalize('NFC');
    const same = await this.queue.run(client, () => this.threads.verify(stored ?? DECOY, text));
    const isRight = same && stored !== null;
    if (isRight) this.queue.countSuccess(client);
    return isRight;
  }

  /** After the last request. */
  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { isCommonPassword } from './common-passwords.js';
import { HashQueue } from './hash-queue.js';
import { HashThreads } from './hash-threads.js';
import type { Lane } from './lane.js';

export type PasswordFault = 'too-short' | 'too-long' | 'is-email' | 'too-common';

const MOST_CHARACTERS = 128;

/** Argon2id (the library's default) with the parameters that OWASP recommends. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Compared with when there is no hash, so that an unknown name costs what a known one does. Of no known password. */
export const DECOY =
  `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}` +
  `$${'A'.repeat(22)}$${'A'.repeat(43)}`;

const characters = (text: string): number => [...text].length;

/** What a password must be, and the only place that hashes and compares one. */
@Injectable()
export class Passwords implements OnApplicationShutdown {
  private readonly queue = new HashQueue();
  private readonly threads = new HashThreads();

  constructor(private readonly settings: Settings) {}

  /** What is wrong with a new password, for pages that say it in their own language. */
  fault(password: string, email: string): PasswordFault | undefined {
    const text = password.normalize('NFC');
    if (characters(text) < this.settings.passwordMinLength) return 'too-short';
    if (characters(text) > MOST_CHARACTERS) return 'too-long';
    if (text.toLowerCase() === email.trim().normalize('NFC').toLowerCase()) return 'is-email';
    return isCommonPassword(text) ? 'too-common' : undefined;
  }

  /** The same in words; undefined means that the password is good. */
  check(password: string, email: string): string | undefined {
    const fault = this.fault(password, email);
    return fault && this.words()[fault];
  }

  /** Before anything else is done for somebody who would be refused in the end. @throws request.unavailable */
  refuseWhenBusy(lane: Lane): void {
    this.queue.refuseWhenFull(lane);
  }

  /** @throws request.unavailable when too many hashes are waiting */
  async hash(password: string, lane: Lane): Promise<string> {
    return this.queue.run(lane, () => this.threads.hash(password.normalize('NFC'), COST));
  }

  /** False for a null hash, after the same work. @throws request.unavailable */
  async verify(stored: string | null, password: string, lane: Lane): Promise<boolean> {
    const text = password.normalize('NFC');
    const same = await this.queue.run(lane, () => this.threads.verify(stored ?? DECOY, text));
    const isRight = same && stored !== null;
    if (isRight) this.queue.countRight(lane);
    return isRight;
  }

  /** After the last request. */
  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }

  private words(): Record<PasswordFault, string> {
    return {
      'too-short': `must have at least ${this.settings.passwordMinLength} characters`,
      'too-long': `must have at most ${MOST_CHARACTERS} characters`,
      'is-email': 'must not be the e-mail address',
      'too-common': 'is on the list of the most common passwords',
    };
  }
}

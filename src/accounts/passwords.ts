import { hash, verify, type Options } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { randomToken } from '../platform/crypto/hashing.js';
import { isCommonPassword } from './common-passwords.js';
import { HashQueue } from './hash-queue.js';

export type PasswordFault = 'too-short' | 'too-long' | 'is-email' | 'too-common';

const MOST_CHARACTERS = 128;

/** Argon2id (the library's default) with the parameters that OWASP recommends. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const characters = (text: string): number => [...text].length;

/** What a password must be, and the only place that hashes and compares one. */
@Injectable()
export class Passwords {
  private readonly queue = new HashQueue();
  /** Compared with when there is no hash, so that an unknown name costs what a known one does. */
  private readonly decoy = hash(randomToken(), COST);

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

  /** @throws request.unavailable when too many hashes are waiting */
  async hash(password: string): Promise<string> {
    return this.queue.run(() => hash(password.normalize('NFC'), COST));
  }

  /** False for a null hash, after the same work. @throws request.unavailable */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? (await this.decoy);
    const same = await this.queue.run(() => verify(against, password.normalize('NFC')));
    return same && stored !== null;
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

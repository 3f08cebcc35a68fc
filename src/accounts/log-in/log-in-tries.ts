import { Injectable } from '@nestjs/common';
import { hmacSha256 } from '../../platform/crypto/hashing.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { SigningPurpose } from '../../platform/crypto/purposes.js';
import type { Queries } from '../../platform/database/database.js';
import {
  LogInFailuresRepository,
  type CountedFailure,
  type LogInTry,
} from './log-in-failures.repository.js';

const NAMES: SigningPurpose = {
  name: 'log-in-names',
  columns: ['login_failures.name_hash', 'login_alarms.name_hash'],
  validDays: 2,
};

/** What is counted of failed log-ins, and when it locks: the same for members and for staff. */
@Injectable()
export class LogInTries {
  private readonly nameKeys;

  constructor(
    private readonly failures: LogInFailuresRepository,
    keyring: Keyring,
  ) {
    this.nameKeys = keyring.keys(NAMES);
  }

  /** @param partnerId whose names these are @param name canonical where it is an address */
  of(partnerId: string, name: string, source: string): LogInTry {
    return { partnerId, nameHashes: this.nameHashes(name), source };
  }

  async isLocked(attempt: LogInTry): Promise<boolean> {
    return (await this.failures.find(attempt, ''))?.locked !== false;
  }

  /** After a right password: ends the series of failures, unless other tries have locked the source meanwhile. */
  isLockedNow(attempt: LogInTry): Promise<boolean> {
    return this.failures.isLockedNow(attempt);
  }

  /** Undefined while the source is locked. */
  countFailure(attempt: LogInTry): Promise<CountedFailure | undefined> {
    return this.failures.countFailure(attempt);
  }

  /** A new password lifts every lock of the name. */
  async lift(queries: Queries, partnerId: string, name: string): Promise<void> {
    await this.failures.lift(queries, partnerId, this.nameHashes(name));
  }

  /** Under every key: while keys are rotated replicas count under different ones. A new row stands under the first. */
  private nameHashes(name: string): Buffer[] {
    return this.nameKeys.map((key) => hmacSha256(key, name));
  }
}

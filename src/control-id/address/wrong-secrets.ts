import { Injectable } from '@nestjs/common';
import { RateLimits } from '../../platform/limits/rate-limits.js';

const MOST_PER_MINUTE = 100;

/** Counts the wrong secrets of one address: too many of them are answered without a look-up until the minute ends. */
@Injectable()
export class WrongSecrets {
  constructor(private readonly limits: RateLimits) {}

  isTooMany(address: string): boolean {
    return this.limits.isReached(nameOf(address));
  }

  count(address: string): void {
    this.limits.count(nameOf(address), MOST_PER_MINUTE);
  }
}

const nameOf = (address: string): string => `wrong device address ${address}`;

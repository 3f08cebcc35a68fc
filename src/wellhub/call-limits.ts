import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';

/** Tokens that come back at a steady rate, at most a second's worth at once. */
class Bucket {
  private tokens: number;
  private filledAt: number;

  constructor(
    private readonly perSecond: number,
    now: number,
  ) {
    this.tokens = perSecond;
    this.filledAt = now;
  }

  /** Seconds until the next token; 0 = there is one. */
  wait(now: number): number {
    const gained = ((now - this.filledAt) / 1000) * this.perSecond;
    this.tokens = Math.min(this.perSecond, this.tokens + gained);
    this.filledAt = now;
    return this.tokens >= 1 ? 0 : (1 - this.tokens) / this.perSecond;
  }

  take(): void {
    this.tokens -= 1;
  }

  isFull(now: number): boolean {
    return this.wait(now) === 0 && this.tokens >= this.perSecond;
  }
}

const MANY = 10_000;

/** How often this process calls Wellhub, whatever about: per gym, and in all (W-58). */
@Injectable()
export class CallLimits {
  private readonly total: Bucket;
  private readonly gyms = new Map<string, Bucket>();

  constructor(private readonly settings: Settings) {
    this.total = new Bucket(settings.wellhubCallsTotal, performance.now());
  }

  /** Takes a call for this gym, or tells after how many seconds to ask again. 0 = taken. */
  take(partnerId: string, gymId: number): number {
    const now = performance.now();
    const gym = this.bucketOf(`${partnerId}/${gymId}`, now);
    const wait = Math.max(this.total.wait(now), gym.wait(now));
    if (wait > 0) return wait;
    this.total.take();
    gym.take();
    return 0;
  }

  private bucketOf(key: string, now: number): Bucket {
    const known = this.gyms.get(key);
    if (known) return known;
    if (this.gyms.size >= MANY)
      for (const [name, bucket] of this.gyms) if (bucket.isFull(now)) this.gyms.delete(name);
    const made = new Bucket(this.settings.wellhubCallsPerGym, now);
    this.gyms.set(key, made);
    return made;
  }
}

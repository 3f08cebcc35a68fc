import { performance } from 'node:perf_hooks';
import { Injectable, Optional } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';

/** A second, and what a call may lose on its way: two calls that left further apart arrive further apart. */
const SPAN_MS = 1_000 + 100;

/** The moments of the last calls: a further one may go when the oldest of them is out of every second it was in. */
class Window {
  private readonly moments: number[] = [];
  private oldest = 0;

  constructor(private readonly most: number) {}

  /** Milliseconds until a call may go; 0 = now. */
  wait(now: number): number {
    const begun = this.moments.length < this.most ? undefined : this.moments[this.oldest];
    return begun === undefined ? 0 : Math.max(0, begun + SPAN_MS - now);
  }

  take(now: number): void {
    this.moments[this.oldest] = now;
    this.oldest = (this.oldest + 1) % this.most;
  }

  isIdle(now: number): boolean {
    const last = this.moments[(this.oldest + this.most - 1) % this.most];
    return last === undefined || last + SPAN_MS <= now;
  }
}

const MANY = 10_000;

/** How often this process calls Wellhub, whatever about: per gym, and in all, in any second (W-58). */
@Injectable()
export class CallLimits {
  private readonly total: Window;
  private readonly gyms = new Map<string, Window>();

  constructor(
    private readonly settings: Settings,
    @Optional() private readonly now: () => number = () => performance.now(),
  ) {
    this.total = new Window(settings.wellhubCallsTotal);
  }

  /** Takes a call for this gym, or tells after how many seconds to ask again. 0 = taken. */
  take(partnerId: string, gymId: number): number {
    const now = this.now();
    const gym = this.windowOf(`${partnerId}/${gymId}`, now);
    const wait = Math.max(this.total.wait(now), gym.wait(now));
    if (wait > 0) return wait / 1_000;
    this.total.take(now);
    gym.take(now);
    return 0;
  }

  private windowOf(key: string, now: number): Window {
    const known = this.gyms.get(key);
    if (known) return known;
    if (this.gyms.size >= MANY)
      for (const [name, window] of this.gyms) if (window.isIdle(now)) this.gyms.delete(name);
    const made = new Window(this.settings.wellhubCallsPerGym);
    this.gyms.set(key, made);
    return made;
  }
}

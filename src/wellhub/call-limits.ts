import { performance } from 'node:perf_hooks';
import { Injectable, Optional } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';

/** A second, and what a call may lose on its way: two calls that left further apart arrive further apart. */
const SPAN_MS = 1_000 + 100;

/** A caller that neither used nor released its slot within this time was stopped on the way. */
const LOST_MS = 15_000;
/** While all slots are held by calls that have not left: their moment is not known. */
const HELD_MS = 50;

/** The right to one call. It counts from the moment at which the call leaves, not from when it was taken. */
export class CallSlot {
  private usedAt: number | undefined;
  private isReleased = false;

  constructor(
    private readonly takenAt: number,
    private readonly now: () => number,
  ) {}

  /** The call leaves now. */
  use(): void {
    this.usedAt = this.now();
  }

  /** No call is made. */
  release(): void {
    this.isReleased = true;
  }

  /** Milliseconds until another call may take its place; 0 = now. */
  wait(now: number): number {
    if (this.isReleased) return 0;
    if (this.usedAt !== undefined) return Math.max(0, this.usedAt + SPAN_MS - now);
    return this.takenAt + LOST_MS > now ? HELD_MS : 0;
  }
}

/** The last calls: a further one may go when one of them is out of every second it was in. */
class Window {
  private slots: CallSlot[] = [];

  constructor(private readonly most: number) {}

  /** Milliseconds until a call may go; 0 = now. */
  wait(now: number): number {
    this.slots = this.slots.filter((slot) => slot.wait(now) > 0);
    if (this.slots.length < this.most) return 0;
    return Math.min(...this.slots.map((slot) => slot.wait(now)));
  }

  add(slot: CallSlot): void {
    this.slots.push(slot);
  }

  isIdle(now: number): boolean {
    return this.slots.every((slot) => slot.wait(now) === 0);
  }
}

const MANY = 10_000;

/** Of several processes behind one port each may make its share of the calls. */
const shareOf = (calls: number, { processes }: Settings): number =>
  Math.max(1, Math.floor(calls / processes));

/** How often this process calls Wellhub, whatever about: per gym, and in all, in any second (W-58). */
@Injectable()
export class CallLimits {
  private readonly total: Window;
  private readonly gyms = new Map<string, Window>();

  constructor(
    private readonly settings: Settings,
    @Optional() private readonly now: () => number = () => performance.now(),
  ) {
    this.total = new Window(shareOf(settings.wellhubCallsTotal, settings));
  }

  /** @returns the slot of a call for this gym, or after how many seconds to try again */
  take(partnerId: string, gymId: number): CallSlot | number {
    const now = this.now();
    const gym = this.windowOf(`${partnerId}/${gymId}`, now);
    const wait = Math.max(this.total.wait(now), gym.wait(now));
    if (wait > 0) return wait / 1_000;
    const slot = new CallSlot(now, this.now);
    this.total.add(slot);
    gym.add(slot);
    return slot;
  }

  private windowOf(key: string, now: number): Window {
    const known = this.gyms.get(key);
    if (known) return known;
    if (this.gyms.size >= MANY)
      for (const [name, window] of this.gyms) if (window.isIdle(now)) this.gyms.delete(name);
    const made = new Window(shareOf(this.settings.wellhubCallsPerGym, this.settings));
    this.gyms.set(key, made);
    return made;
  }
}

import { performance } from 'node:perf_hooks';

/** The same limits as with the database (O-32): a device that tries card numbers is locked. */
const MOST_TRIES = 10;
const WINDOW_MS = 60_000;
const LOCKED_MS = 60_000;

interface Tries {
  readonly since: number;
  count: number;
  lockedUntil: number;
}

/** Counts unknown cards per device while the database cannot. */
export class ReaderLocks {
  private readonly tries = new Map<number, Tries>();

  isLocked(deviceId: number): boolean {
    return (this.tries.get(deviceId)?.lockedUntil ?? 0) > performance.now();
  }

  countUnknown(deviceId: number): void {
    const now = performance.now();
    const before = this.tries.get(deviceId);
    const tries =
      before && now < before.since + WINDOW_MS ? before : { since: now, count: 0, lockedUntil: 0 };
    tries.count += 1;
    if (tries.count >= MOST_TRIES) tries.lockedUntil = now + LOCKED_MS;
    this.tries.set(deviceId, tries);
  }

  forget(): void {
    this.tries.clear();
  }
}

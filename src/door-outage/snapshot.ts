import { performance } from 'node:perf_hooks';

/** How old what is known may be when it opens a door. */
export const MOST_AGE_MS = 60 * 60_000;

/** A gym with `whenStorageIsDown: ADMIT_KNOWN`. */
export interface KnownGym {
  readonly partnerId: string;
  readonly gymId: number;
  /** When its day ends (monotonic ms): rights are rights of a day. */
  readonly dayEndsAt: number;
  /** By the hash of their card number. */
  readonly people: ReadonlyMap<string, KnownPerson>;
}

export interface KnownPerson {
  readonly customerId: number;
  readonly isInside: boolean;
}

export interface KnownDevice {
  readonly gym: KnownGym;
  readonly id: number;
  readonly direction: string;
  readonly repeatWindowSeconds: number;
}

/** Who may enter where, as it was when the database last answered. Hashes are under a key of this process. */
export class Snapshot {
  constructor(
    /** Monotonic ms: when its reading began. */
    readonly readAt: number,
    /** What added to monotonic ms makes milliseconds of the database's clock. */
    private readonly clockOffset: number,
    private readonly devices: ReadonlyMap<string, KnownDevice>,
    readonly gyms: readonly KnownGym[],
    /** True when a size limit left people out; those are not admitted. */
    readonly isCut: boolean,
  ) {}

  get ageMs(): number {
    return performance.now() - this.readAt;
  }

  get people(): number {
    return this.gyms.reduce((sum, { people }) => sum + people.size, 0);
  }

  /** @returns undefined also for what is too old */
  device(tokenHash: string): KnownDevice | undefined {
    const device = this.devices.get(tokenHash);
    const isFresh = this.ageMs < MOST_AGE_MS;
    return device && isFresh && performance.now() < device.gym.dayEndsAt ? device : undefined;
  }

  /** The database's clock now, as estimated by this process. */
  get now(): Date {
    return new Date(performance.now() + this.clockOffset);
  }
}

export const NOTHING_KNOWN = new Snapshot(-Infinity, 0, new Map(), [], false);

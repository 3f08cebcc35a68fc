import { performance } from 'node:perf_hooks';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Devices } from '../../gate/index.js';
import { after, type MaybePromise } from '../../platform/deadline/maybe-promise.js';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { sha256Text } from '../../platform/crypto/hashing.js';
import { Database } from '../../platform/database/database.js';
import { Workers } from '../../platform/worker/workers.js';
import type { ControlIdDevice } from '../device-settings/control-id-device.js';
import { completed, type ChosenSettings } from '../device-settings/control-id-settings.js';
import { DEVICES_BY_SECRET } from './known-devices.sql.js';

/** What another replica changed or removed counts here after at most this. */
const FRESH_MS = 5_000;
/** The secrets in use are read again together before they are that old, so that no call waits for one. */
const RENEWED_EVERY_MS = 2_000;
/** A device that calls once a minute is one in use. */
const IN_USE_MS = 10 * 60_000;

/** Under which a secret is known here, in base64. */
export type SecretHash = string;

interface DeviceRow extends Omit<ControlIdDevice, 'settings' | 'learnsCardsUntil' | 'formerUntil'> {
  readonly hash: Buffer;
  readonly settings: ChosenSettings;
  /** Null for the present secret. */
  readonly endsInMs: number | null;
  /** Null or past for all that were not asked to. */
  readonly learnsCardsForMs: number | null;
}

interface Known {
  readonly device: ControlIdDevice;
  readonly endsInMs: number | null;
}

/** The device that a secret belongs to, by the secret's hash; kept in the memory of this process for 5 s. */
@Injectable()
export class KnownDevices implements OnModuleInit {
  private readonly cache = new FreshCache<string, Known>({
    load: async (hash) => (await this.read([hash])).get(hash),
    freshMs: FRESH_MS,
    lifeOf: ({ endsInMs }) => endsInMs,
  });
  /** When each secret that was right came last. */
  private readonly used = new Map<string, number>();
  /** How often everything was forgotten: what was read before that is too old to keep. */
  private forgotten = 0;

  constructor(
    private readonly db: Database,
    private readonly devices: Devices,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.devices.whenChanged(() => this.forget());
    this.workers.add({
      name: 'control-id devices in use',
      role: 'api',
      queue: null,
      everyMs: RENEWED_EVERY_MS,
      run: () => this.renew(),
    });
  }

  /** @returns undefined for a secret that is no device's, has ended, or whose device is switched off or removed */
  find(hash: SecretHash): MaybePromise<ControlIdDevice | undefined> {
    return after(this.cache.get(hash), (known) => {
      if (known) this.used.set(hash, performance.now());
      return known?.device;
    });
  }

  /** Whether it opened a device here lately; costs no look-up. */
  hasOpened(hash: SecretHash): boolean {
    return this.used.has(hash);
  }

  /** As it is kept, however old; undefined when a look-up is needed. */
  last(hash: SecretHash): ControlIdDevice | undefined {
    return this.cache.last(hash)?.device;
  }

  isFresh(hash: SecretHash): boolean {
    return this.cache.peek(hash) !== undefined;
  }

  /** Looks up nothing that is needed: for a refusal that must take as long as one of an unknown secret. */
  async pretendToFind(): Promise<undefined> {
    await this.read([hashOfSecret(String(Math.random()))]);
  }

  /** Everything is read again. */
  forget(): void {
    this.forgotten += 1;
    this.cache.clear();
  }

  private async renew(): Promise<number> {
    const since = performance.now() - IN_USE_MS;
    for (const [hash, usedAt] of this.used) if (usedAt < since) this.used.delete(hash);
    if (this.used.size === 0) return 0;
    const hashes = [...this.used.keys()];
    const { forgotten } = this;
    const found = await this.read(hashes);
    if (forgotten !== this.forgotten) return 0;
    for (const hash of hashes) {
      const known = found.get(hash);
      if (known) this.cache.put(hash, known);
      else this.drop(hash);
    }
    return 0;
  }

  private drop(hash: string): void {
    this.cache.forget(hash);
    this.used.delete(hash);
  }

  private async read(hashes: readonly string[]): Promise<Map<string, Known>> {
    const keys = hashes.map((hash) => Buffer.from(hash, 'base64'));
    const rows = await this.db.query<DeviceRow & object>(DEVICES_BY_SECRET, [keys]);
    return new Map(rows.map((row) => [row.hash.toString('base64'), knownOf(row)]));
  }
}

/** Computed once a call: each look at what is known needs it. */
export const hashOfSecret = (secret: string): SecretHash => sha256Text(secret);

function knownOf(row: DeviceRow): Known {
  const { partnerId, gymId, id, direction, repeatWindowSeconds, language, endsInMs } = row;
  const known = { partnerId, gymId, id, direction, repeatWindowSeconds, language };
  const learnsForMs = row.learnsCardsForMs ?? 0;
  const device = {
    ...known,
    settings: completed(row.settings),
    ...(row.wasMoved && { wasMoved: true }),
    ...(endsInMs !== null && { formerUntil: performance.now() + endsInMs }),
    ...(learnsForMs > 0 && { learnsCardsUntil: performance.now() + learnsForMs }),
  };
  return { device, endsInMs };
}

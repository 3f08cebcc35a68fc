import { performance } from 'node:perf_hooks';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { StorageOutage, type Admission, type Scan } from '../gate/index.js';
import { uuidv7 } from '../platform/crypto/uuid.js';
import { remainingMs } from '../platform/deadline/request-context.js';
import { KnownPeople } from './known-people.js';
import { OutageMetrics } from './outage-metrics.js';
import { ReaderLocks } from './reader-locks.js';
import { ScanSpool } from './scan-spool.js';
import type { KnownDevice, KnownPerson } from './snapshot.js';

/** The answer has to leave in time: a door that stays shut is no visit. */
const LEAST_MS = 200;

/** A person admitted since the database went away. */
interface Entry {
  readonly at: number;
  readonly deviceId: number;
  readonly value: string;
  readonly nonce: string | undefined;
  readonly isDurable: Promise<boolean>;
}

interface Visitor {
  /** Names the person. */
  readonly key: string;
  readonly device: KnownDevice;
  readonly person: KnownPerson;
}

/** Admits known people by their card, each once, while the database is away. In doubt a person is refused. */
@Injectable()
export class OutageAdmissions implements OnModuleInit {
  private readonly logger = new Logger('door-outage');
  private readonly entries = new Map<string, Entry>();
  private readonly locks = new ReaderLocks();

  constructor(
    private readonly outage: StorageOutage,
    private readonly known: KnownPeople,
    private readonly spool: ScanSpool,
    private readonly metrics: OutageMetrics,
  ) {}

  onModuleInit(): void {
    this.outage.decideBy((scan) => this.admit(scan));
    this.known.onSettled(({ readAt }) => this.startAnew(readAt));
  }

  private async admit(scan: Scan): Promise<Admission | undefined> {
    // A device without a token gets no decision while the database is away.
    const device = scan.tokenHash && this.known.device(scan.tokenHash);
    if (!device || remainingMs(LEAST_MS) < LEAST_MS) return undefined;
    const admission = await this.decide(scan, device);
    this.metrics.scans.inc({ result: admission ? 'admitted' : 'not_decided' });
    return admission;
  }

  private async decide(scan: Scan, device: KnownDevice): Promise<Admission | undefined> {
    const { cardNumber, execute } = scan;
    if (cardNumber === undefined || !execute || this.locks.isLocked(device.id)) return undefined;
    const person = this.known.person(device, cardNumber);
    if (!person) {
      this.locks.countUnknown(device.id);
      return undefined;
    }
    const key = `${device.gym.partnerId}/${person.customerId}`;
    const before = this.entries.get(key);
    if (before)
      return isRepeat(before, scan, device) ? this.answer(before, person, true) : undefined;
    // At a two-way door a person inside is leaving.
    if (device.direction === 'BOTH' && person.isInside) return undefined;
    return this.enter(scan, { key, device, person });
  }

  /** The entry is there before anything is awaited, so that of two scans at once only one is the first. */
  private async enter(scan: Scan, visitor: Visitor): Promise<Admission | undefined> {
    const { key, person } = visitor;
    if (this.entries.size === 0) this.warn();
    const entry = this.newEntry(scan, visitor);
    this.entries.set(key, entry);
    const admission = await this.answer(entry, person, false);
    if (!admission) this.entries.delete(key);
    return admission;
  }

  private warn(): void {
    const { ageSeconds } = this.known;
    this.logger.warn({ msg: 'people are admitted without the database', ageSeconds });
  }

  private newEntry({ valueHashes, nonce }: Scan, { device, person }: Visitor): Entry {
    const { partnerId, gymId } = device.gym;
    const [valueHash] = valueHashes;
    const { customerId } = person;
    const record = {
      id: uuidv7(),
      partnerId,
      gymId,
      deviceId: device.id,
      customerId,
      valueHash,
      nonce,
    };
    return {
      at: performance.now(),
      deviceId: device.id,
      value: valueHash.toString('base64'),
      nonce,
      isDurable: this.spool.append({ ...record, at: this.known.now }),
    };
  }

  private async answer(
    entry: Entry,
    { customerId }: KnownPerson,
    repeated: boolean,
  ): Promise<Admission | undefined> {
    if (!(await entry.isDurable)) return undefined;
    return { kind: 'open', customerId, direction: 'IN', provisional: false, repeated };
  }

  /** The outage is over for all customers whose visit the new snapshot contains. */
  private startAnew(readAt: number): void {
    for (const [key, { at }] of this.entries) if (at < readAt) this.entries.delete(key);
    this.locks.forget();
  }
}

const isRepeat = (entry: Entry, { nonce, valueHashes }: Scan, device: KnownDevice): boolean =>
  entry.deviceId === device.id &&
  entry.value === valueHashes[0].toString('base64') &&
  entry.nonce === nonce &&
  (nonce !== undefined || performance.now() < entry.at + device.repeatWindowSeconds * 1_000);

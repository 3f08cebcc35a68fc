import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isStorageAway } from '../platform/database/storage-away.js';
import { HealthDetails } from '../platform/health/health-details.js';
import { Workers } from '../platform/worker/workers.js';
import { ScanSpool } from './scan-spool.js';
import { NOTHING_KNOWN, type KnownDevice, type KnownPerson, type Snapshot } from './snapshot.js';
import { SnapshotReader } from './snapshot-reader.js';

/** What is known is about as old as this when the database goes away. */
const EVERY_MS = 15_000;

type Listener = (snapshot: Snapshot) => void;

/** Refreshes this replica's snapshot of doors and people while the database answers; without a spool there is none. */
@Injectable()
export class KnownPeople implements OnModuleInit {
  private readonly logger = new Logger('door-outage');
  private snapshot: Snapshot = NOTHING_KNOWN;
  private listener: Listener = () => undefined;

  constructor(
    private readonly reader: SnapshotReader,
    private readonly spool: ScanSpool,
    private readonly workers: Workers,
    private readonly details: HealthDetails,
  ) {}

  onModuleInit(): void {
    this.details.declare('doorOutage', () => this.status);
    this.workers.add({
      name: 'people known at doors',
      role: 'api',
      queue: null,
      everyMs: EVERY_MS,
      run: () => this.refresh(),
    });
  }

  /** Called with every snapshot before which no scan waited. */
  onSettled(listener: Listener): void {
    this.listener = listener;
  }

  device(tokenHash: Buffer): KnownDevice | undefined {
    return this.snapshot.device(this.reader.hash(tokenHash));
  }

  person({ gym }: KnownDevice, cardNumber: string): KnownPerson | undefined {
    return gym.people.get(this.reader.hash(cardNumber));
  }

  /** The database's clock, as estimated without the database. */
  get now(): Date {
    return this.snapshot.now;
  }

  get ageSeconds(): number | null {
    const { ageMs } = this.snapshot;
    return Number.isFinite(ageMs) ? Math.round(ageMs / 1_000) : null;
  }

  private get status() {
    const { gyms, people, isCut } = this.snapshot;
    const { ageSeconds } = this;
    const snapshot = { ageSeconds, gyms: gyms.length, people, isCut };
    return { snapshot, spool: this.spool.status };
  }

  /** Reads what is known anew; while the database is away it stays what it is. */
  async refresh(): Promise<number> {
    if (this.spool.status.state === 'off') return 0;
    const isSettled = this.spool.waiting === 0;
    try {
      const snapshot = await this.reader.read();
      if (snapshot.isCut && !this.snapshot.isCut)
        this.logger.warn({ msg: 'more cards than can be known during an outage' });
      this.snapshot = snapshot;
      if (isSettled) this.listener(snapshot);
    } catch (error) {
      if (!isStorageAway(error)) throw error;
    }
    return 0;
  }
}

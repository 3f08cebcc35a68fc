import { Injectable, Logger } from '@nestjs/common';
import { Partners } from '../../partners/index.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import { Clock } from '../../platform/clock/clock.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { OutageJournal, type RefusedWebhooks } from './outage-journal.js';
import { OutagesRepository } from './outages.repository.js';

/** Whose webhook was refused, as far as that is known. */
export interface RefusedWebhook {
  readonly partnerId?: string;
  readonly wellhubGymId?: string | null;
}

interface Refusals extends RefusedWebhooks {
  /** When it was last written to the journal. */
  readonly writtenAt: number;
}

interface Outage {
  readonly startedAt: number;
  /** Storage has answered since. */
  endedAt?: number;
  readonly refused: Map<string, Refusals>;
}

/** A failure within this time belongs to the same outage. */
const SETTLED_MS = 2_000;
const WRITE_EVERY_MS = 5_000;
const MOST_GYMS = 10_000;
const MOST_PARTNERS = 1_000;

/** Remembers from when to when storage was away here, and of whom webhooks were refused meanwhile; a row for each once it is over. */
@Injectable()
export class StorageOutages {
  private readonly logger = new Logger('wellhub-inbox');
  private outage: Outage | undefined;

  constructor(
    private readonly rows: OutagesRepository,
    private readonly partners: Partners,
    private readonly alerts: Alerts,
    private readonly journal: OutageJournal,
    private readonly clock: Clock,
  ) {}

  /** Something is to be stored. */
  get isOpen(): boolean {
    return this.outage !== undefined || this.journal.waiting > 0;
  }

  /** Storage did not answer. */
  began(): void {
    this.open();
  }

  /** A webhook got a 503 therefore. */
  refused(whose: RefusedWebhook): void {
    const { startedAt, refused } = this.open();
    const { partnerId, wellhubGymId = null } = whose;
    const key = `${partnerId}/${wellhubGymId}`;
    const before = refused.get(key);
    if (!before && refused.size >= MOST_GYMS) return;
    const { id, writtenAt } = before ?? { id: uuidv7(), writtenAt: -Infinity };
    const count = (before?.count ?? 0) + 1;
    const refusals = {
      id,
      ...(partnerId !== undefined && { partnerId }),
      wellhubGymId,
      startedAt,
      count,
    };
    const isWritten = this.now() - writtenAt < WRITE_EVERY_MS;
    refused.set(key, { ...refusals, writtenAt: isWritten ? writtenAt : this.now() });
    if (!isWritten) this.write(refusals);
  }

  private open(): Outage {
    this.outage ??= { startedAt: this.now(), refused: new Map() };
    delete this.outage.endedAt;
    return this.outage;
  }

  /** The answer does not wait for it. */
  private write(refusals: RefusedWebhooks): void {
    this.journal.append(refusals).catch((error: unknown) => {
      this.logger.error({ msg: 'refused webhooks could not be written to the disk', err: error });
    });
  }

  /** Storage has answered. */
  answered(): void {
    if (this.outage) this.outage.endedAt ??= this.now();
  }

  /** Stores what is over; does nothing while nothing is. */
  async store(): Promise<void> {
    await this.storeOwn();
    // It holds ours as well, for the case that we are killed.
    if (!this.outage && this.journal.waiting > 0)
      await this.journal.drain((refused) => this.storeOne(refused, this.now()));
  }

  private async storeOwn(): Promise<void> {
    const { outage } = this;
    if (outage?.endedAt === undefined || this.now() - outage.endedAt < SETTLED_MS) return;
    for (const [key, refusals] of outage.refused) {
      await this.storeOne(refusals, outage.endedAt);
      outage.refused.delete(key);
    }
    if (this.outage === outage) this.outage = undefined;
  }

  private async storeOne(refusals: RefusedWebhooks, endedAt: number): Promise<void> {
    const { id, partnerId, wellhubGymId = null, startedAt, count: refused } = refusals;
    const partnerIds = partnerId === undefined ? await this.everybody() : [partnerId];
    for (const one of partnerIds) {
      await this.rows.store({ partnerId: one, id, wellhubGymId, refused, startedAt, endedAt });
      await this.alerts.raise({ partnerId: one, ...alertOf(wellhubGymId, refused) });
    }
  }

  private async everybody(): Promise<string[]> {
    const page = { environment: 'live', after: undefined, limit: MOST_PARTNERS } as const;
    return (await this.partners.list(page)).map(({ id }) => id);
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

const alertOf = (wellhubGymId: string | null, refused: number) => ({
  code: 'wellhub.webhooks-missing',
  object: wellhubGymId === null ? 'wellhub-gyms' : `wellhub-gym/${wellhubGymId}`,
  detail: `${refused} webhooks were refused while the database was away`,
});

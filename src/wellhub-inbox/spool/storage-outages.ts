import { Injectable } from '@nestjs/common';
import { Partners } from '../../partners/index.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import { Clock } from '../../platform/clock/clock.js';
import { OutagesRepository } from './outages.repository.js';

/** Whose webhook was refused, as far as that is known. */
export interface RefusedWebhook {
  readonly partnerId?: string;
  readonly wellhubGymId?: string | null;
}

interface Outage {
  readonly startedAt: number;
  /** Storage has answered since. */
  endedAt?: number;
  readonly refused: Map<string, { whose: RefusedWebhook; count: number }>;
}

/** A failure within this time belongs to the same outage. */
const SETTLED_MS = 2_000;
const MOST_GYMS = 10_000;
const MOST_PARTNERS = 1_000;

/** Remembers from when to when storage was away here, and of whom webhooks were refused meanwhile; a row for each once it is over. */
@Injectable()
export class StorageOutages {
  private outage: Outage | undefined;

  constructor(
    private readonly rows: OutagesRepository,
    private readonly partners: Partners,
    private readonly alerts: Alerts,
    private readonly clock: Clock,
  ) {}

  get isOpen(): boolean {
    return this.outage !== undefined;
  }

  /** Storage did not answer. */
  began(): void {
    this.outage ??= { startedAt: this.now(), refused: new Map() };
    delete this.outage.endedAt;
  }

  /** A webhook got a 503 therefore. */
  refused(whose: RefusedWebhook): void {
    this.began();
    const { refused } = this.outage ?? { refused: new Map() };
    const key = `${whose.partnerId}/${whose.wellhubGymId}`;
    const known = refused.get(key) ?? { whose, count: 0 };
    if (refused.size < MOST_GYMS) refused.set(key, { ...known, count: known.count + 1 });
  }

  /** Storage has answered. */
  answered(): void {
    if (this.outage) this.outage.endedAt ??= this.now();
  }

  /** Stores what is over; does nothing while nothing is. */
  async store(): Promise<void> {
    const { outage } = this;
    if (outage?.endedAt === undefined || this.now() - outage.endedAt < SETTLED_MS) return;
    for (const [key, { whose, count }] of outage.refused) {
      await this.storeOne(outage, whose, count);
      outage.refused.delete(key);
    }
    if (this.outage === outage) this.outage = undefined;
  }

  private async storeOne(outage: Outage, whose: RefusedWebhook, refused: number): Promise<void> {
    const now = this.now();
    const times = {
      startedMsAgo: now - outage.startedAt,
      endedMsAgo: now - (outage.endedAt ?? now),
    };
    const { partnerId, wellhubGymId = null } = whose;
    const partnerIds = partnerId === undefined ? await this.everybody() : [partnerId];
    for (const one of partnerIds) {
      await this.rows.store({ partnerId: one, wellhubGymId, refused, ...times });
      await this.alerts.raise({ partnerId: one, ...alertOf(wellhubGymId, refused) });
    }
  }

  private async everybody(): Promise<string[]> {
    return (await this.partners.list(undefined, MOST_PARTNERS)).map(({ id }) => id);
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

import { Injectable } from '@nestjs/common';
import { usagePartnersSql } from '../partners/index.js';
import { Database } from '../platform/database/database.js';
import { canceledSinceSql } from '../user-registration/index.js';
import { USAGE_BATCH } from '../wellhub/index.js';
import { isWaitingSql } from './queue.sql.js';
import type { UsageDetails } from './usage-event.js';

/** An event that waits to be sent. */
export interface QueuedEvent {
  readonly no: number;
  readonly id: string;
  readonly gpwId: string;
  readonly customerId: number | null;
  readonly eventType: string;
  readonly occurredAt: Date;
  readonly details: UsageDetails | null;
}

export interface Waiting {
  /** Nothing waits any more. */
  readonly isEmpty: boolean;
  /** Oldest first; without those that have just turned out to be unpayable. */
  readonly events: QueuedEvent[];
}

/** A cancellation may come after the event was stored: it counts until the event is sent (W-66). */
const OLDEST = {
  name: 'usage-queue.oldest',
  text: `with oldest as (
      select u.*, coalesce(u.occurred_at > ${canceledSinceSql('u.partner_id', 'u.gpw_id')}, false) as is_late
      from usage_events u join (${usagePartnersSql}) p on ${isWaitingSql('u', 'p')}
      where u.partner_id = $1 and p.environment = $2
      order by u.occurred_at, u.no limit ${USAGE_BATCH.events}),
    late as (
      update usage_events u set state = 'UNPAYABLE' from oldest o
      where o.is_late and u.partner_id = o.partner_id and u.no = o.no and u.state = 'QUEUED')
    select no, id, gpw_id as "gpwId", customer_id as "customerId", event_type as "eventType",
      occurred_at as "occurredAt", details, is_late as "isLate"
    from oldest order by occurred_at, no`,
};

const SENT = {
  name: 'usage-queue.sent',
  text: `update usage_events set state = 'SENT', sent_at = clock_timestamp()
    where partner_id = $1 and no = any($2::bigint[]) and state = 'QUEUED'`,
};

const QUARANTINE = {
  name: 'usage-queue.quarantine',
  text: `update usage_events set state = 'QUARANTINED', last_status = $3, last_key = $4
    where partner_id = $1 and no = $2 and state = 'QUEUED'`,
};

/** What waits to be sent, oldest first. */
@Injectable()
export class QueueRepository {
  constructor(private readonly db: Database) {}

  /** The oldest over the connection of this environment; empty when it is not the partner's any more. */
  async oldest(partnerId: string, environment: string): Promise<Waiting> {
    const rows = await this.db.query<QueuedEvent & { isLate: boolean }>(OLDEST, [
      partnerId,
      environment,
    ]);
    return { isEmpty: rows.length === 0, events: rows.filter(({ isLate }) => !isLate) };
  }

  async sent(partnerId: string, events: readonly QueuedEvent[]): Promise<void> {
    await this.db.query(SENT, [partnerId, events.map(({ no }) => no)]);
  }

  async quarantine(
    partnerId: string,
    { no }: QueuedEvent,
    { status, key }: { readonly status: number; readonly key?: string },
  ): Promise<void> {
    await this.db.query(QUARANTINE, [partnerId, no, status, key ?? null]);
  }
}

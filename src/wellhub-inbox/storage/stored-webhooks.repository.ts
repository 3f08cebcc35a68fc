import { Injectable } from '@nestjs/common';
import { gymIdByWellhubIdSql } from '../../partners/index.js';
import { Database } from '../../platform/database/database.js';
import { readResult, type InboxResult } from '../events/event-result.js';

export const WEBHOOK_STATES = ['RECEIVED', 'PROCESSED', 'IGNORED', 'PARKED', 'DEAD'] as const;

/** A webhook as it is shown: without its body. */
export interface StoredWebhook {
  readonly id: string;
  readonly type: string;
  readonly environment: 'production' | 'test';
  /** The gym whose own address it came to; null: the partner's. */
  readonly hookGymId: number | null;
  readonly wellhubGymId: string | null;
  /** The gym that has that Wellhub id now. */
  readonly gymId: number | null;
  readonly state: (typeof WEBHOOK_STATES)[number];
  readonly reason: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly receivedAt: Date;
  readonly processedAt: Date | null;
  readonly hasBody: boolean;
  readonly result: InboxResult | null;
}

export interface WebhookFilter {
  readonly type: string | null;
  /** Undefined: about whatever gym, or none. */
  readonly wellhubGymId: string | undefined;
  readonly state: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

interface KeptBody {
  readonly id: string;
  readonly receivedAt: Date;
  readonly type: string;
  /** Null once it was cleared. */
  readonly payload: Buffer | null;
}

type Row = Omit<StoredWebhook, 'result'> & { readonly result: string | null };

const SHOWN = `select e.id, e.type, e.environment, e.hook_gym_id as "hookGymId", e.wellhub_gym_id as "wellhubGymId",
    (${gymIdByWellhubIdSql('e.partner_id', 'e.wellhub_gym_id')}) as "gymId", e.state, e.reason, e.attempts,
    case when e.state = 'RECEIVED' then e.next_attempt_at end as "nextAttemptAt", e.received_at as "receivedAt",
    e.processed_at as "processedAt", e.payload is not null as "hasBody", e.result
  from wellhub_events e where e.partner_id = $1`;

const FIND = { name: 'stored-webhooks.find', text: `${SHOWN} and e.id = $2` };

/** By the ids, which are ordered by time: their index has the newest first. */
const LIST = {
  name: 'stored-webhooks.list',
  text: `${SHOWN} and e.id < coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      and ($3::text is null or e.type = $3) and ($4::text is null or e.wellhub_gym_id = $4)
      and ($5::text is null or e.state = $5)
      and e.received_at >= coalesce($6::timestamptz, '-infinity') and e.received_at < coalesce($7::timestamptz, 'infinity')
    order by e.id desc limit $8`,
};

const FIND_BODY = {
  name: 'stored-webhooks.find-body',
  text: `select id, received_at as "receivedAt", type, payload
    from wellhub_events where partner_id = $1 and id = $2`,
};

/** Webhooks as they were received. */
@Injectable()
export class StoredWebhooksRepository {
  constructor(private readonly db: Database) {}

  /** Those stored last come first. */
  async list(
    partnerId: string,
    { type, wellhubGymId, state, from, to }: WebhookFilter,
    page: { readonly before: string | undefined; readonly limit: number },
  ): Promise<StoredWebhook[]> {
    const filter = [type, wellhubGymId ?? null, state, from, to];
    const values = [partnerId, page.before ?? null, ...filter, page.limit];
    return (await this.db.query<Row & object>(LIST, values)).map(shown);
  }

  async find(partnerId: string, id: string): Promise<StoredWebhook | undefined> {
    return (await this.db.query<Row & object>(FIND, [partnerId, id])).map(shown)[0];
  }

  async findBody(partnerId: string, id: string): Promise<KeptBody | undefined> {
    return (await this.db.query<KeptBody & object>(FIND_BODY, [partnerId, id]))[0];
  }
}

const shown = (row: Row): StoredWebhook => ({ ...row, result: readResult(row.result) });

import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

interface StoredWebhook {
  readonly id: string;
  readonly receivedAt: Date;
  readonly type: string;
  /** Null once it was cleared. */
  readonly payload: Buffer | null;
}

const FIND = {
  name: 'stored-webhooks.find',
  text: `select id, received_at as "receivedAt", type, payload
    from wellhub_events where partner_id = $1 and id = $2`,
};

/** Webhooks as they were received. */
@Injectable()
export class StoredWebhooksRepository {
  constructor(private readonly db: Database) {}

  async find(partnerId: string, id: string): Promise<StoredWebhook | undefined> {
    return (await this.db.query<StoredWebhook & object>(FIND, [partnerId, id]))[0];
  }
}

import { Injectable } from '@nestjs/common';
import { Mailbox, Sessions } from '../accounts/index.js';
import { Outbox } from '../event-webhooks/index.js';
import { Database, type Queries } from '../platform/database/database.js';

/** One transaction; what it queued goes out as soon as it is committed. */
@Injectable()
export class Commits {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly mailbox: Mailbox,
    private readonly sessions: Sessions,
  ) {}

  async run<T>(work: (tx: Queries) => Promise<T>): Promise<T> {
    const result = await this.db.transaction(work);
    this.outbox.wake();
    this.mailbox.wake();
    return result;
  }

  /** Like `run`, for work that set a password: sessions that it ended are forgotten here at once. */
  async runAndEndSessions<T>(work: (tx: Queries) => Promise<T>): Promise<T> {
    const result = await this.run(work);
    this.sessions.forgetAll();
    return result;
  }
}

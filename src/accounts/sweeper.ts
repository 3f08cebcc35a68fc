import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Workers } from '../platform/worker/workers.js';
import { MailsRepository } from './mails.repository.js';

const EVERY_MS = 10 * 60_000;

/** A thousand rows at a time, so that no sweep holds anything for long. */
const sweep = (table: string, key: string, isOld: string) => ({
  name: `accounts.sweep-${table.replaceAll('_', '-')}`,
  text: `with old as (
      delete from ${table} where (${key}) in (
        select ${key} from ${table} where ${isOld} limit 1000 for update skip locked)
      returning 1
    ) select count(*)::int as swept from old`,
});
const SWEEPS = [
  sweep('sessions', 'token_hash', 'expires_at < clock_timestamp()'),
  // Kept for a day, because they are counted per link token and address.
  sweep(
    'password_resets',
    'partner_id, token_hash',
    `expires_at < clock_timestamp() - interval '1 day'`,
  ),
  sweep(
    'login_failures',
    'partner_id, name_hash, source',
    `last_at < clock_timestamp() - interval '1 hour'`,
  ),
  // Kept for a day, so that a notice is not repeated before.
  sweep('login_alarms', 'partner_id, name_hash', `last_at < clock_timestamp() - interval '1 day'`),
];

/** Removes what has ended: sessions, tokens, counted failures, and mail after seven days. */
@Injectable()
export class Sweeper implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly mails: MailsRepository,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.workers.add({ name: 'accounts.sweep', everyMs: EVERY_MS, run: () => this.sweep() });
  }

  /** @returns how many rows went away; more than 0 means that there may be more */
  async sweep(): Promise<number> {
    let swept = await this.mails.sweep();
    for (const statement of SWEEPS) {
      const [row] = await this.db.query<{ swept: number }>(statement, []);
      swept += row?.swept ?? 0;
    }
    return swept;
  }
}

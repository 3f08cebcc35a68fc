import { Injectable, type OnModuleInit } from '@nestjs/common';
import { emailAddress } from '../../platform/values/email-address.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database } from '../../platform/database/database.js';
import { currentRequest } from '../../platform/deadline/request-context.js';
import { networkOf } from '../../platform/http/network.js';
import { Workers, type WorkLoop } from '../../platform/worker/workers.js';
import { AccountMailComposer } from '../accounts/account-mail-composer.js';
import { ResetMails } from './reset-mails.js';

const EVERY_MS = 5_000;

const STORE = {
  name: 'reset-requests.store',
  text: `insert into password_reset_requests (partner_id, id, email_key, source, language)
    values ($1, $2, $3, $4, $5)`,
};
/** Whose words the next mail needs: read before the transaction, which holds one connection and asks for no other. */
const PEEK = {
  name: 'reset-requests.peek',
  text: `select partner_id as "partnerId" from password_reset_requests
    order by created_at limit 1 for update skip locked`,
};
/** The oldest of a partner, and with it all that are the same. */
const TAKE = {
  name: 'reset-requests.take',
  text: `with oldest as (
      select partner_id, email_key, source, language from password_reset_requests
      where partner_id = $1 order by created_at limit 1 for update skip locked
    ), same as (
      select r.partner_id, r.id from password_reset_requests r
      join oldest using (partner_id, email_key, source) for update of r skip locked
    ), gone as (
      delete from password_reset_requests r using same
      where r.partner_id = same.partner_id and r.id = same.id returning 1
    )
    select email_key as "emailKey", source, language from oldest
    where (select count(*) from gone) > 0`,
};

interface Taken {
  readonly emailKey: string;
  readonly source: string;
  readonly language: string | null;
}

/**
 * "Forgot password" of people: a request only stores the address, a worker looks it up and mails its owner. So the
 * answer takes as long for an address that nobody has.
 */
@Injectable()
export class ResetRequests implements OnModuleInit {
  private loop: WorkLoop | undefined;

  constructor(
    private readonly db: Database,
    private readonly composer: AccountMailComposer,
    private readonly mails: ResetMails,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.loop = this.workers.add({
      name: 'accounts.reset-requests',
      everyMs: EVERY_MS,
      run: () => this.handleOldest(),
    });
  }

  /**
   * Malformed addresses are the caller's to refuse.
   * @param language of the page
   */
  async store(partnerId: string, email: string, language?: string): Promise<void> {
    const source = networkOf(currentRequest()?.source ?? '');
    const values = [partnerId, uuidv7(), emailAddress(email)?.key ?? '', source, language ?? null];
    await this.db.query(STORE, values);
  }

  /** Handles at once what was stored; to be called when the answer may leave. */
  wake(): void {
    this.loop?.wake();
  }

  /** @returns how many addresses it looked up: 1, or 0 when none is asked for */
  async handleOldest(): Promise<number> {
    const [next] = await this.db.query<{ partnerId: string }>(PEEK, []);
    if (!next) return 0;
    const template = await this.composer.passwordReset(this.db, next.partnerId);
    return this.db.transaction(async (tx) => {
      const [oldest] = await tx.query<Taken & object>(TAKE, [next.partnerId]);
      if (oldest && template) await this.mails.queue(tx, { ...next, ...oldest, template });
      return oldest ? 1 : 0;
    });
  }
}

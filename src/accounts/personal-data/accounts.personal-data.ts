import { Injectable } from '@nestjs/common';
import { CustomerErrors, exportedRows, PersonalDataHolder } from '../../customers/index.js';
import type { Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { LogIns } from '../log-in/log-ins.js';
import { Mailbox } from '../../mail/index.js';
import { Sessions } from '../log-in/sessions.js';
import {
  COUNT_ACCOUNTS,
  ERASE_ACCOUNT,
  ERASE_SESSIONS,
  ERASE_TOKENS,
  EXPORT,
  FIND_CUSTOMER_KEY,
  FIND_KEY,
  MOVE_ACCOUNT,
} from './accounts.personal-data.sql.js';

/** The log-in of a customer who is merged or erased. Nothing of it stays after an erasure, its mail neither. */
@Injectable()
export class AccountsPersonalData extends PersonalDataHolder {
  readonly name = 'accounts';
  readonly tables = ['accounts'];
  override readonly export = exportedRows('accounts', EXPORT);

  constructor(
    private readonly sessions: Sessions,
    private readonly mailbox: Mailbox,
    private readonly logIns: LogIns,
  ) {
    super();
  }

  /** @throws customer.both-have-accounts: two log-ins are two proven addresses, and one of them would be lost */
  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    const [row] = await queries.query<{ accounts: number }>(COUNT_ACCOUNTS, [
      partnerId,
      fromId,
      intoId,
    ]);
    if (row && row.accounts > 1) throw new DomainError(CustomerErrors.bothHaveAccounts);
    await queries.query(MOVE_ACCOUNT, [partnerId, fromId, intoId]);
    queries.afterCommit(this.sessions.forgetAll);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    const keys = await this.emailKeys(queries, partnerId, customerId);
    await queries.query(ERASE_TOKENS, [partnerId, customerId, keys]);
    await queries.query(ERASE_SESSIONS, [partnerId, customerId]);
    await queries.query(ERASE_ACCOUNT, [partnerId, customerId]);
    await this.mailbox.erase(queries, partnerId, keys);
    for (const key of keys) await this.logIns.liftLocks(queries, partnerId, key);
    queries.afterCommit(this.sessions.forgetAll);
  }

  private async emailKeys(queries: Queries, partnerId: string, customerId: number) {
    const rows = await queries.query<{ emailKey: string }>(FIND_KEY, [partnerId, customerId]);
    const own = await queries.query<{ emailKey: string | null }>(FIND_CUSTOMER_KEY, [
      partnerId,
      customerId,
    ]);
    const keys = [...rows, ...own].map(({ emailKey }) => emailKey ?? '');
    return [...new Set(keys)].filter((key) => key !== '');
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CustomerErrors,
  PersonalDataHolders,
  emailKeyOfCustomerSql,
  exportedRows,
  type PersonalDataHolder,
} from '../../customers/index.js';
import type { Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { LogIns } from '../log-in/log-ins.js';
import { Mailbox } from '../../mail/index.js';
import { Sessions } from '../log-in/sessions.js';

const COUNT = {
  name: 'account-holder.count',
  text: `select count(*)::int as accounts from accounts where partner_id = $1 and customer_id in ($2, $3)`,
};
const MOVE = {
  name: 'account-holder.move',
  text: `update accounts set customer_id = $3, updated_at = clock_timestamp()
    where partner_id = $1 and customer_id = $2`,
};
const ERASE_TOKENS = {
  name: 'account-holder.erase-tokens',
  text: `delete from password_resets where partner_id = $1 and (
      account_id in (select id from accounts where partner_id = $1 and customer_id = $2)
      or (account_id is null and email_key = any($3::text[])))`,
};
const ERASE_SESSIONS = {
  name: 'account-holder.erase-sessions',
  text: `delete from sessions where (partner_id, account_id) in
    (select partner_id, id from accounts where partner_id = $1 and customer_id = $2)`,
};
const ERASE_ACCOUNT = {
  name: 'account-holder.erase-account',
  text: 'delete from accounts where partner_id = $1 and customer_id = $2',
};
const FIND_KEY = {
  name: 'account-holder.find-key',
  // Locked first, as everybody does who then changes its tokens and mails.
  text: `select email_key as "emailKey" from accounts where partner_id = $1 and customer_id = $2 for update`,
};
const FIND_CUSTOMER_KEY = {
  name: 'account-holder.find-customer-key',
  text: `select ${emailKeyOfCustomerSql('$1', '$2')} as "emailKey"`,
};

const EXPORT = `select a.email, a.password_hash is not null as "hasPassword", a.facebook_id as "facebookId", a.enabled,
    a.created_at as "createdAt", a.updated_at as "updatedAt",
    (select coalesce(json_agg(json_build_object('kind', s.kind, 'createdAt', s.created_at, 'expiresAt', s.expires_at)
      order by s.created_at), '[]'::json)
      from sessions s where s.partner_id = a.partner_id and s.account_id = a.id) as sessions
  from accounts a where a.partner_id = $1 and a.customer_id = $2`;

/** The log-in of a customer who is merged or erased. Nothing of it stays after an erasure, its mail neither. */
@Injectable()
export class AccountsPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'accounts';
  readonly tables = ['accounts'];
  readonly export = exportedRows('accounts', EXPORT);

  constructor(
    private readonly holders: PersonalDataHolders,
    private readonly sessions: Sessions,
    private readonly mailbox: Mailbox,
    private readonly logIns: LogIns,
  ) {}

  onModuleInit(): void {
    this.holders.register(this);
  }

  /** @throws customer.both-have-accounts: two log-ins are two proven addresses, and one of them would be lost */
  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    const [row] = await queries.query<{ accounts: number }>(COUNT, [partnerId, fromId, intoId]);
    if (row && row.accounts > 1) throw new DomainError(CustomerErrors.bothHaveAccounts);
    await queries.query(MOVE, [partnerId, fromId, intoId]);
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

import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import { Customers } from '../../customers/index.js';
import { emailAddress } from '../../platform/values/email-address.js';
import type { Account } from '../accounts/accounts.repository.js';
import { SecurityMails } from '../accounts/security-mails.js';
import { Passwords } from '../passwords/passwords.js';
import { LogInFailuresRepository, type LogInTry } from './log-in-failures.repository.js';
import { LogInTries } from './log-in-tries.js';

export interface LogInCredentials {
  readonly email: string;
  readonly password: string;
  /** Who is counted for failures: `clientNetwork(request)`, or the lineage of an API key. */
  readonly source: string;
}

/** Checks a log-in, with the same work and answer for every reason to refuse it. */
@Injectable()
export class LogIns {
  constructor(
    private readonly failures: LogInFailuresRepository,
    private readonly tries: LogInTries,
    private readonly passwords: Passwords,
    private readonly customers: Customers,
    private readonly securityMails: SecurityMails,
  ) {}

  /**
   * The account of a right password; undefined for every other reason, after the same work.
   * @throws request.unavailable when too many log in at once
   */
  async attempt(partnerId: string, credentials: LogInCredentials): Promise<Account | undefined> {
    const { email, password, source } = credentials;
    const client = { partnerId, source };
    this.passwords.refuseWhenBusy(client);
    const key = emailAddress(email)?.key;
    const attempt = this.tries.of(partnerId, key ?? email, source);
    const state = await this.failures.find(attempt, key ?? '');
    if (!state || state.locked) return undefined;
    const { locked: _, passwordHash, ...account } = state;
    const isRight = await this.passwords.verify(passwordHash, password, client);
    if (!isRight || !(await this.mayLogIn(account))) {
      await this.fail(attempt, account);
      return undefined;
    }
    // Tries that ran beside this one may have locked the source meanwhile: a flood gains nothing.
    return (await this.failures.isLockedNow(attempt)) ? undefined : account;
  }

  /** The same work for every name; only the owner of a known one can be warned (U-28). */
  private async fail(attempt: LogInTry, account: Partial<Account>): Promise<void> {
    const { partnerId } = attempt;
    const { email, customerId } = account;
    const counted = await this.failures.countFailure(attempt);
    if (counted) await this.securityMails.failedLogIn(partnerId, customerId, counted.locks);
    if (counted?.alarm && email && customerId)
      await this.securityMails.logInAttempts(partnerId, { email, customerId });
  }

  /** A new password lifts every lock of the account. */
  async liftLocks(queries: Queries, partnerId: string, emailKey: string): Promise<void> {
    await this.tries.lift(queries, partnerId, emailKey);
  }

  /** False for a disabled account and for that of a disabled customer. */
  async mayLogIn(account: Account): Promise<boolean> {
    if (!account.enabled) return false;
    const customer = await this.customers.find(account.partnerId, account.customerId);
    return customer !== undefined && customer.status !== 'DISABLED';
  }
}

import { Injectable } from '@nestjs/common';
import type { Queries } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { AccountErrors } from './accounts.errors.js';
import { AccountsRepository } from './accounts.repository.js';
import { LogIns } from './log-ins.js';
import { Notices } from './notices.js';
import { Sessions } from './sessions.js';

export interface NewPassword {
  readonly accountId: string;
  readonly hash: string;
  /** True: the owner is told of a first password as well. */
  readonly tellOfFirst: boolean;
}

/** A new password with all that it brings: sessions, tokens and locks end, and the owner is told. */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly rows: AccountsRepository,
    private readonly logIns: LogIns,
    private readonly sessions: Sessions,
    private readonly notices: Notices,
  ) {}

  /** Inside a transaction: call `committed` after it. @throws account.not-found */
  async set(queries: Queries, partnerId: string, change: NewPassword): Promise<void> {
    const { accountId, hash, tellOfFirst } = change;
    const set = await this.rows.setPassword(queries, partnerId, accountId, hash);
    if (!set) throw new DomainError(AccountErrors.notFound);
    await this.logIns.liftLocks(queries, partnerId, set.emailKey);
    if (set.hadPassword || tellOfFirst) await this.notices.passwordChanged(queries, partnerId, set);
    this.sessions.forgetAll();
  }

  /** What it ended counts here at once, and its notice leaves. */
  committed(): void {
    this.sessions.forgetAll();
    this.notices.wake();
  }
}

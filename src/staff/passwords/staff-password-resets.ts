import { Injectable } from '@nestjs/common';
import { sha256 } from '../../platform/crypto/hashing.js';
import { Database } from '../../platform/database/database.js';
import { PasswordAftermath } from './password-aftermath.js';
import { PasswordLinksRepository, type PasswordLinkOwner } from './password-links.repository.js';
import { StaffPasswords, type NewPasswordResult } from './staff-passwords.js';
import { StaffPeopleRepository } from '../people/staff-people.repository.js';

export type StaffResetResult =
  { readonly kind: 'set' | 'ended' } | Extract<NewPasswordResult, { readonly kind: 'weak' }>;

/** Sets another password with a mailed link, once. It is no log-in: a second factor is still needed. */
@Injectable()
export class StaffPasswordResets {
  constructor(
    private readonly db: Database,
    private readonly links: PasswordLinksRepository,
    private readonly people: StaffPeopleRepository,
    private readonly passwords: StaffPasswords,
    private readonly aftermath: PasswordAftermath,
  ) {}

  /** Whose password the link sets, while it is valid; nothing happens to it. */
  inspect(token: string): Promise<PasswordLinkOwner | undefined> {
    return this.links.find(sha256(token));
  }

  /** A weak password leaves the link as it is. @throws request.unavailable */
  async set(token: string, password: string): Promise<StaffResetResult> {
    const owner = await this.inspect(token);
    const [workplace] = owner ? await this.people.workplaces(owner.personId) : [];
    if (!owner || !workplace) return { kind: 'ended' };
    const result = await this.passwords.hash(workplace.partnerId, password, owner);
    if (result.kind === 'weak') return result;
    const isSet = await this.db.transaction(async (tx) => {
      if (!(await this.links.use(tx, sha256(token), result.hash))) return false;
      await this.aftermath.follow(tx, owner, workplace.partnerId);
      return true;
    });
    return { kind: isSet ? 'set' : 'ended' };
  }
}

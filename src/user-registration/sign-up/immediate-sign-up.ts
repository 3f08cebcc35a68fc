import { Injectable } from '@nestjs/common';
import { AccountErrors, Accounts, hashClientOf, Passwords } from '../../accounts/index.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { GpwLinks } from '../user-status/gpw-links.js';
import type { GoodForm } from './join-form.js';
import { JoinTargets } from './join-targets.js';
import type { LinkRefusal } from '../links/joining.types.js';
import type { LinkToken } from '../links/link-tokens.js';

export interface NewJoin extends GoodForm {
  readonly token: LinkToken;
  readonly password: string;
}

export type ImmediateSignUpResult =
  | { readonly kind: 'joined'; readonly accountId: string }
  | { readonly kind: 'invalid-token' }
  | LinkRefusal;

/** Makes customer, account and link at once: only with the e-mail that Wellhub itself sent. */
@Injectable()
export class ImmediateSignUp {
  constructor(
    private readonly db: Database,
    private readonly passwords: Passwords,
    private readonly accounts: Accounts,
    private readonly targets: JoinTargets,
    private readonly links: GpwLinks,
  ) {}

  /**
   * Undefined when a customer or an account has the address already: its owner must prove it by mail, typing it is not
   * enough.
   */
  async join(partnerId: string, join: NewJoin): Promise<ImmediateSignUpResult | undefined> {
    if (await this.targets.isTaken(partnerId, join.address.key)) return undefined;
    const passwordHash = await this.passwords.hash(join.password, hashClientOf(partnerId));
    try {
      return await this.make(partnerId, join, passwordHash);
    } catch (error) {
      if (error instanceof DomainError && error.is(AccountErrors.emailTaken)) return undefined;
      throw error;
    }
  }

  private make(
    partnerId: string,
    join: NewJoin,
    passwordHash: string,
  ): Promise<ImmediateSignUpResult> {
    const { token, person, address } = join;
    return this.db.transaction(async (tx) => {
      const order = { token, newcomer: person, proven: address };
      const linked = await this.links.link(tx, partnerId, order);
      if (linked.kind !== 'linked') return linked;
      const customerId = linked.customer.id;
      const account = { customerId, email: address.email, emailKey: address.key, passwordHash };
      const { id } = await this.accounts.create(tx, partnerId, account);
      return { kind: 'joined', accountId: id };
    });
  }
}

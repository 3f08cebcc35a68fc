import { Injectable } from '@nestjs/common';
import type { Partner } from '../../partners/index.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Proven } from '../links/confirmed-email.js';
import { JoinMailComposer } from './join-mail-composer.js';
import type { JoinState } from './join-states.js';
import { JoinTargets } from './join-targets.js';
import { LinkRows } from '../links/link-rows.repository.js';
import type { LinkToken } from '../links/link-tokens.js';
import { RegistrationLinkErrors } from '../links/user-registration.errors.js';

const MOST_ADDRESSES = 5;

export type Mailed = {
  readonly kind: 'mail-sent' | 'invalid-token' | 'too-many-addresses';
};

export interface JoinMail {
  readonly token: LinkToken;
  readonly address: Proven;
  readonly state: JoinState;
}

/**
 * Mails an address that must be proven first: with the same text and the same work, whether or not a customer has it
 * (2.3).
 */
@Injectable()
export class JoinMails {
  constructor(
    private readonly db: Database,
    private readonly rows: LinkRows,
    private readonly targets: JoinTargets,
    private readonly composer: JoinMailComposer,
  ) {}

  async send(partner: Partner, { token, address, state }: JoinMail): Promise<Mailed> {
    try {
      return await this.db.transaction(async (tx) => {
        // Also makes parallel requests for one link wait for each other, so that each counts the others.
        if ((await this.rows.claim(tx, partner.id, token)).superseded)
          return { kind: 'invalid-token' };
        const email = await this.targets.storedAddress(tx, partner.id, address);
        const to = { email, key: address.key, jti: token.jti };
        if ((await this.composer.write(tx, partner, to, state)) > MOST_ADDRESSES)
          throw new DomainError(RegistrationLinkErrors.tooManyAddresses);
        return { kind: 'mail-sent' };
      });
    } catch (error) {
      // Thrown, so that neither the token nor the mail stays.
      if (error instanceof DomainError && error.is(RegistrationLinkErrors.tooManyAddresses))
        return { kind: 'too-many-addresses' };
      throw error;
    }
  }
}

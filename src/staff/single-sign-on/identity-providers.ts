import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../../platform/http/declarations.js';
import { ProviderErrors } from './identity-provider.errors.js';
import {
  IdentityProvidersRepository,
  type IdentityProvider,
} from './identity-providers.repository.js';
import { ProvidedMembers } from './provided-members.js';
import { ProviderCheck } from './provider-check.js';
import { ProviderSecrets, type ProviderChange } from './provider-secrets.js';

/** A change by a caller, who may have seen another state than the present one. */
export interface ProviderUpdate {
  readonly change: ProviderChange;
  readonly caller: Caller;
  /** Throws where the caller saw another one. */
  readonly isExpected: (present: IdentityProvider | undefined) => void;
}

/** Where the staff of a partner log in. A change ends the sessions of those who came from there. */
@Injectable()
export class IdentityProviders {
  constructor(
    private readonly db: Database,
    private readonly rows: IdentityProvidersRepository,
    private readonly members: ProvidedMembers,
    private readonly rules: ProviderCheck,
    private readonly secrets: ProviderSecrets,
  ) {}

  find(partnerId: string): Promise<IdentityProvider | undefined> {
    return this.rows.find(partnerId);
  }

  /** @throws DecryptionError */
  secretOf(provider: IdentityProvider): string {
    return this.secrets.open(provider);
  }

  /** @throws staff.beyond-own, partner.not-found, gym.not-found, request.invalid, and what `isExpected` throws */
  async put(
    partnerId: string,
    { change, caller, isExpected }: ProviderUpdate,
  ): Promise<IdentityProvider> {
    await this.rules.check(partnerId, change, caller);
    return this.db.transaction(async (tx) => {
      await this.members.lock(tx, partnerId);
      const old = await this.rows.find(partnerId, tx);
      isExpected(old);
      if (old) rememberBefore(old);
      const sealedSecret = this.secrets.sealedOf(partnerId, change, old);
      await this.rows.put(tx, partnerId, { ...change, sealedSecret });
      if (old && old.issuer !== change.issuer) await this.members.removeAll(tx, partnerId);
      else await this.members.logOutAll(tx, partnerId, caller.keyId);
      const row = await this.rows.find(partnerId, tx);
      if (!row) throw new Error('the provider was not stored');
      return row;
    });
  }

  /** Who came from there is no longer on the staff. @throws identity-provider.not-found */
  async remove(partnerId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.members.lock(tx, partnerId);
      if (!(await this.rows.find(partnerId, tx))) throw new DomainError(ProviderErrors.notFound);
      await this.members.removeAll(tx, partnerId);
      await this.rows.remove(tx, partnerId);
    });
  }
}

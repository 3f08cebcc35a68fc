import { Injectable } from '@nestjs/common';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../../platform/crypto/purposes.js';
import type { SecretBox } from '../../platform/crypto/secret-box.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { IdentityProvider, ProviderSettings } from './identity-providers.repository.js';

export interface ProviderChange extends ProviderSettings {
  /** Absent: the stored one stays. */
  readonly clientSecret?: string | undefined;
}

const SECRETS: EncryptionPurpose = {
  name: 'identity-providers',
  columns: [
    { table: 'staff_identity_providers', column: 'client_secret', context: 'partner_id::text' },
  ],
};

/** Encrypts and decrypts client secrets; each is bound to its partner. */
@Injectable()
export class ProviderSecrets {
  private readonly box: SecretBox;

  constructor(keyring: Keyring) {
    this.box = keyring.box(SECRETS);
  }

  /** @throws DecryptionError */
  open({ partnerId, sealedSecret }: IdentityProvider): string {
    return this.box.openText(sealedSecret, partnerId);
  }

  /** A secret is sent to its own issuer alone: it never goes along to another one. @throws request.invalid */
  sealedOf(
    partnerId: string,
    { clientSecret, issuer, clientId }: ProviderChange,
    old: IdentityProvider | undefined,
  ): Buffer {
    if (clientSecret !== undefined) return this.box.seal(clientSecret, partnerId);
    if (old?.issuer === issuer && old.clientId === clientId) return old.sealedSecret;
    const detail = 'is required with a new issuer or a new client';
    throw invalid({ path: 'clientSecret', detail });
  }
}

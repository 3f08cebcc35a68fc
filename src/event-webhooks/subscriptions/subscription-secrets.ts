import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { randomToken } from '../../platform/crypto/hashing.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../../platform/crypto/purposes.js';
import type { SecretBox } from '../../platform/crypto/secret-box.js';
import type { SigningKeys } from '../events/signed-delivery.js';

/** A secret that is shown once, and its encrypted form that is stored. */
export interface FreshSecret {
  readonly clear: string;
  readonly sealed: Buffer;
}

interface SealedKeys {
  readonly subscriptionId: string;
  readonly webhookKey: Buffer;
  readonly secret: Buffer;
  readonly previousSecret: Buffer | null;
}

const SECRETS: EncryptionPurpose = {
  name: 'webhook-subscription',
  columns: ['webhook_key', 'secret', 'previous_secret'].map((column) => ({
    table: 'webhook_subscriptions',
    column,
    context: 'id::text',
  })),
};

/** Makes, encrypts and decrypts webhook keys and signing secrets; each is bound to its own subscription. */
@Injectable()
export class SubscriptionSecrets {
  private readonly box: SecretBox;

  constructor(keyring: Keyring) {
    this.box = keyring.box(SECRETS);
  }

  makeKey(subscriptionId: string): FreshSecret {
    return this.sealed(`whk_${randomToken()}`, subscriptionId);
  }

  makeSecret(subscriptionId: string): FreshSecret {
    return this.sealed(`whsec_${randomBytes(32).toString('base64')}`, subscriptionId);
  }

  /** @throws DecryptionError */
  open({ subscriptionId, webhookKey, secret, previousSecret }: SealedKeys): SigningKeys {
    const sealed = previousSecret ? [secret, previousSecret] : [secret];
    return {
      webhookKey: this.box.openText(webhookKey, subscriptionId),
      secrets: sealed.map((box) => this.box.openText(box, subscriptionId)),
    };
  }

  private sealed(clear: string, subscriptionId: string): FreshSecret {
    return { clear, sealed: this.box.seal(clear, subscriptionId) };
  }
}

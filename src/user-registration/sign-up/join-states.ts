import { Injectable } from '@nestjs/common';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../../platform/crypto/purposes.js';
import type { SecretBox } from '../../platform/crypto/secret-box.js';

/** What a mailed token finishes. */
export interface JoinState {
  /** The link token, still encrypted. */
  readonly link: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** Of the page where it was requested. */
  readonly language?: string;
  /** The person requested a password by mail, also when the account has one. */
  readonly setPassword: boolean;
}

const STATES: EncryptionPurpose = {
  name: 'join-state',
  columns: [{ table: 'password_resets', column: 'join_state', context: 'partner_id::text' }],
};

/** Encrypts the state of a mailed join for its partner. */
@Injectable()
export class JoinStates {
  private readonly box: SecretBox;

  constructor(keyring: Keyring) {
    this.box = keyring.box(STATES);
  }

  encrypt(partnerId: string, state: JoinState): Buffer {
    return this.box.seal(JSON.stringify(state), partnerId);
  }

  open(partnerId: string, sealed: Buffer): JoinState {
    return JSON.parse(this.box.openText(sealed, partnerId)) as JoinState;
  }
}

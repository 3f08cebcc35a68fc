import { Injectable } from '@nestjs/common';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../../platform/crypto/purposes.js';
import type { SecretBox } from '../../platform/crypto/secret-box.js';
import type { Prefill } from './joining.types.js';

const PREFILLS: EncryptionPurpose = {
  name: 'link-prefill',
  columns: [{ table: 'link_tokens', column: 'prefill', context: 'jti::text' }],
};

/** What Wellhub sent about a person, encrypted until the page is opened (W-15). */
@Injectable()
export class Prefills {
  private readonly box: SecretBox;

  constructor(keyring: Keyring) {
    this.box = keyring.box(PREFILLS);
  }

  /** Null when there is nothing to keep. */
  encrypt(prefill: Prefill, jti: string): Buffer | null {
    return Object.keys(prefill).length === 0 ? null : this.box.seal(JSON.stringify(prefill), jti);
  }

  open(sealed: Buffer | null, jti: string): Prefill {
    return sealed === null ? {} : (JSON.parse(this.box.openText(sealed, jti)) as Prefill);
  }
}

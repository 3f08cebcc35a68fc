import { createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { deriveKey } from './hashing.js';
import { SecretBox } from './secret-box.js';

/** Everything derived from `SECRETS_KEY`. A room asks for a box or a key by purpose and never sees the master. */
@Injectable()
export class Keyring {
  constructor(private readonly settings: Settings) {}

  /** Seals what is stored and must be read again: tokens, webhook secrets, raw payloads, mail. */
  box(purpose: string): SecretBox {
    return new SecretBox(this.settings.secretsKeys, purpose);
  }

  /** Keys for one purpose; the first one writes, all of them read. */
  keys(purpose: string): [KeyObject, ...KeyObject[]] {
    const [writer, ...older] = this.settings.secretsKeys.map((master) =>
      createSecretKey(deriveKey(master, purpose)),
    );
    if (!writer) throw new Error('SECRETS_KEY holds no key');
    return [writer, ...older];
  }
}

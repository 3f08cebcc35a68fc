import { deriveKey, keyId } from './hashing.js';
import { boxKeyName, DecryptionError, SecretBox } from './secret-box.js';

const CANARY = 'canary';
const SONG = 'the key is right';

/** One key of `SECRETS_KEY`: what it is called, and how it proves that it is the one of that name. */
export class MasterKey {
  /** Shown to people; reveals nothing of the key. */
  readonly id: string;

  constructor(private readonly bytes: Buffer) {
    this.id = keyId(bytes).toString('hex');
  }

  derive(name: string): Buffer {
    return deriveKey(this.bytes, name);
  }

  /** With what every box of that purpose begins. */
  boxId(purpose: string): Buffer {
    return keyId(this.derive(boxKeyName(purpose)));
  }

  makeCanary(): Buffer {
    return this.canaryBox.seal(SONG, this.id);
  }

  opens(canary: Buffer): boolean {
    try {
      return this.canaryBox.openText(canary, this.id) === SONG;
    } catch (error) {
      if (error instanceof DecryptionError) return false;
      throw error;
    }
  }

  private get canaryBox(): SecretBox {
    return new SecretBox([this.bytes], CANARY);
  }
}

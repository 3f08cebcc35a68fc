import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { deriveKey, keyId } from './hashing.js';
import { pooledRandom } from './uuid.js';

/** Thrown by `open` when the box was changed, cut, or encrypted under a key that is gone. */
export class DecryptionError extends Error {
  override readonly name: string = 'BrokenSeal';
}

/** The box seems intact, but none of our keys decrypts it. */
export class UnknownKey extends DecryptionError {
  override readonly name = 'UnknownKey';
}

const NONCE = 12;
const TAG = 16;
export const BOX_ID_BYTES = 4;

/** The name by which the keys of a purpose's boxes are derived. */
export const boxKeyName = (purpose: string): string => `seal/${purpose}`;

/**
 * AES-256-GCM under the keys of `SECRETS_KEY`: the first one encrypts, all of them decrypt. Layout: key id (4) · nonce
 * (12) · ciphertext · tag (16). `purpose` keeps boxes of different kinds apart: it separates the keys and is bound as
 * associated data.
 */
export class SecretBox {
  private readonly keys: { id: Buffer; key: KeyObject }[];

  /** @param readers derived keys that decrypt as well: of masters that have left `SECRETS_KEY` */
  constructor(
    masters: readonly Buffer[],
    private readonly purpose: string,
    readers: readonly Buffer[] = [],
  ) {
    const own = masters.map((master) => deriveKey(master, boxKeyName(purpose)));
    this.keys = [...own, ...readers].map((key) => ({ id: keyId(key), key: createSecretKey(key) }));
  }

  /** The first bytes of what this box encrypts. */
  get writerId(): Buffer {
    return this.writer.id;
  }

  /** False for a box that none of our keys decrypts. */
  knows(box: Buffer): boolean {
    return this.readerOf(box) !== undefined;
  }

  seal(clear: string | Buffer, context = ''): Buffer {
    const { id, key } = this.writer;
    const nonce = pooledRandom(NONCE);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from(`${this.purpose}\n${context}`));
    const body = cipher.update(clear);
    return Buffer.concat([id, nonce, body, cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws DecryptionError when the box or its context differs from what was encrypted */
  open(box: Buffer, context = ''): Buffer {
    const reader = this.readerOf(box);
    if (!reader) throw new UnknownKey('sealed under an unknown key');
    if (box.length < BOX_ID_BYTES + NONCE + TAG) throw new DecryptionError('the box is cut');
    try {
      const nonce = box.subarray(BOX_ID_BYTES, BOX_ID_BYTES + NONCE);
      const decipher = createDecipheriv('aes-256-gcm', reader.key, nonce);
      decipher.setAAD(Buffer.from(`${this.purpose}\n${context}`));
      decipher.setAuthTag(box.subarray(box.length - TAG));
      const body = box.subarray(BOX_ID_BYTES + NONCE, box.length - TAG);
      return Buffer.concat([decipher.update(body), decipher.final()]);
    } catch (cause) {
      throw new DecryptionError('the seal does not hold', { cause });
    }
  }

  openText(box: Buffer, context = ''): string {
    return this.open(box, context).toString('utf8');
  }

  private get writer(): { id: Buffer; key: KeyObject } {
    const [writer] = this.keys;
    if (!writer) throw new Error('SECRETS_KEY holds no key');
    return writer;
  }

  private readerOf(box: Buffer): { id: Buffer; key: KeyObject } | undefined {
    return this.keys.find(({ id }) => id.equals(box.subarray(0, BOX_ID_BYTES)));
  }
}

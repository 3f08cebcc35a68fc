import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { deriveKey, keyId } from './hashing.js';
import { pooledRandom } from './uuid.js';

/** Thrown by `open` when the box was changed, cut, or sealed under a key that we no longer have. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal';
}

const NONCE = 12;
const TAG = 16;
const ID = 4;

/**
 * AES-256-GCM under the keys of `SECRETS_KEY`: the first one seals, all of them open.
 * Layout: key id (4) · nonce (12) · ciphertext · tag (16). `purpose` keeps boxes of different kinds apart:
 * it separates the keys and is bound as associated data.
 */
export class SecretBox {
  private readonly keys: { id: Buffer; key: KeyObject }[];

  constructor(
    masters: readonly Buffer[],
    private readonly purpose: string,
  ) {
    this.keys = masters.map((master) => {
      const key = deriveKey(master, `seal/${purpose}`);
      return { id: keyId(key), key: createSecretKey(key) };
    });
  }

  seal(clear: string | Buffer, context = ''): Buffer {
    const [writer] = this.keys;
    if (!writer) throw new Error('SECRETS_KEY holds no key');
    const nonce = pooledRandom(NONCE);
    const cipher = createCipheriv('aes-256-gcm', writer.key, nonce);
    cipher.setAAD(Buffer.from(`${this.purpose}\n${context}`));
    const body = cipher.update(clear);
    return Buffer.concat([writer.id, nonce, body, cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws BrokenSeal when anything about the box or its context is not as it was sealed. */
  open(box: Buffer, context = ''): Buffer {
    const reader = this.keys.find(({ id }) => id.equals(box.subarray(0, ID)));
    if (!reader || box.length < ID + NONCE + TAG)
      throw new BrokenSeal('sealed under an unknown key');
    try {
      const decipher = createDecipheriv('aes-256-gcm', reader.key, box.subarray(ID, ID + NONCE));
      decipher.setAAD(Buffer.from(`${this.purpose}\n${context}`));
      decipher.setAuthTag(box.subarray(box.length - TAG));
      const body = box.subarray(ID + NONCE, box.length - TAG);
      return Buffer.concat([decipher.update(body), decipher.final()]);
    } catch (cause) {
      throw new BrokenSeal('the seal does not hold', { cause });
    }
  }

  openText(box: Buffer, context = ''): string {
    return this.open(box, context).toString('utf8');
  }
}

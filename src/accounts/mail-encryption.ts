import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hmacSha256 } from '../platform/crypto/hashing.js';
import { Keyring } from '../platform/crypto/keyring.js';
import { BrokenSeal } from '../platform/crypto/secret-box.js';

/** What a mail says, and to whom. */
export interface MailBody {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** How a mail is stored: encrypted to its own row, its address only as keyed hashes. */
@Injectable()
export class MailEncryption {
  private readonly box;
  private readonly keys: [KeyObject, ...KeyObject[]];

  constructor(keyring: Keyring) {
    this.box = keyring.box('mail');
    this.keys = keyring.keys('mail-recipients');
  }

  encrypt(id: string, mail: MailBody): Buffer {
    const { to, subject, text, html } = mail;
    return this.box.seal(JSON.stringify({ to, subject, text, html }), id);
  }

  /** Undefined when it was encrypted under a key that is gone. */
  tryDecrypt(id: string, sealed: Buffer): MailBody | undefined {
    try {
      return JSON.parse(this.box.openText(sealed, id)) as MailBody;
    } catch (error) {
      if (error instanceof BrokenSeal) return undefined;
      throw error;
    }
  }

  /** The hash that new rows carry first, then those under older keys. */
  recipientHashes(emailKey: string): [Buffer, ...Buffer[]] {
    const [writer, ...older] = this.keys;
    return [hmacSha256(writer, emailKey), ...older.map((key) => hmacSha256(key, emailKey))];
  }
}

import { Injectable } from '@nestjs/common';
import { hmacSha256 } from '../platform/crypto/hashing.js';
import { Keyring } from '../platform/crypto/keyring.js';
import type { EncryptionPurpose, SigningPurpose } from '../platform/crypto/purposes.js';
import { DecryptionError } from '../platform/crypto/secret-box.js';

/** The content and the recipient of a mail. */
export interface MailBody {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const MAILS: EncryptionPurpose = {
  name: 'mail',
  columns: [{ table: 'mails', column: 'sealed', context: 'id::text' }],
};
const RECIPIENTS: SigningPurpose = {
  name: 'mail-recipients',
  columns: ['mails.recipient_hash'],
  validDays: 8,
};

/** How a mail is stored: encrypted to its own row, its address only as keyed hashes. */
@Injectable()
export class MailEncryption {
  private readonly box;
  private readonly keys;

  constructor(keyring: Keyring) {
    this.box = keyring.box(MAILS);
    this.keys = keyring.keys(RECIPIENTS);
  }

  encrypt(id: string, mail: MailBody): Buffer {
    const { to, subject, text, html } = mail;
    return this.box.seal(JSON.stringify({ to, subject, text, html }), id);
  }

  /** Undefined when it was encrypted under a key that is gone. */
  tryDecrypt(id: string, encrypted: Buffer): MailBody | undefined {
    try {
      return JSON.parse(this.box.openText(encrypted, id)) as MailBody;
    } catch (error) {
      if (error instanceof DecryptionError) return undefined;
      throw error;
    }
  }

  /** The hash that new rows carry first, then those under older keys. */
  recipientHashes(emailKey: string): [Buffer, ...Buffer[]] {
    const [writer, ...older] = this.keys;
    return [hmacSha256(writer, emailKey), ...older.map((key) => hmacSha256(key, emailKey))];
  }
}

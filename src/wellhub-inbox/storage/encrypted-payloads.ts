import { Injectable } from '@nestjs/common';
import { hmacSha256 } from '../../platform/crypto/hashing.js';
import { Settings } from '../../platform/config/settings.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../../platform/crypto/purposes.js';

const BODIES: EncryptionPurpose = {
  name: 'wellhub-event',
  columns: [{ table: 'wellhub_events', column: 'payload', context: `partner_id || '/' || id` }],
};

/** Bodies as received hold names and e-mails: they are stored encrypted, bound to their row. */
@Injectable()
export class EncryptedPayloads {
  private readonly box;
  private readonly keys;

  constructor(keyring: Keyring, settings: Settings) {
    this.box = keyring.box(BODIES);
    this.keys = keyring.keys({
      name: 'wellhub-event/person',
      columns: ['wellhub_events.person'],
      // An event whose body is cleared needs not be found any more.
      validDays: settings.rawPayloadDays + 1,
    });
  }

  encrypt(partnerId: string, id: string, rawBody: Buffer): Buffer {
    return this.box.seal(rawBody, `${partnerId}/${id}`);
  }

  open(partnerId: string, id: string, sealed: Buffer): Buffer {
    return this.box.open(sealed, `${partnerId}/${id}`);
  }

  /** How the rows of a person are found again, under every key that may have written them; newest first. */
  personHashes(person: string): Buffer[] {
    return this.keys.map((key) => hmacSha256(key, person));
  }
}

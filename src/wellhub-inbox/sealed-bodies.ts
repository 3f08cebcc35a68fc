import { Injectable } from '@nestjs/common';
import { hmacSha256 } from '../platform/crypto/hashing.js';
import { Keyring } from '../platform/crypto/keyring.js';

/** Bodies as received hold names and e-mails: they rest sealed, bound to their row. */
@Injectable()
export class SealedBodies {
  private readonly box;
  private readonly keys;

  constructor(keyring: Keyring) {
    this.box = keyring.box('wellhub-event');
    this.keys = keyring.keys('wellhub-event/person');
  }

  seal(partnerId: string, id: string, rawBody: Buffer): Buffer {
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

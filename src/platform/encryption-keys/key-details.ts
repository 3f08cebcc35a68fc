import { Injectable } from '@nestjs/common';
import { Keyring } from '../crypto/keyring.js';
import { HealthDetails } from '../health/health-details.js';

/** Shows by their ids which keys this process writes and reads with. What stands under each, `gatehouse keys status` counts. */
@Injectable()
export class KeyDetails {
  constructor(keyring: Keyring, details: HealthDetails) {
    const reads = keyring.ring.map(({ id }) => id);
    details.declare('keys', () => ({ writes: keyring.ring[0].id, reads }));
  }
}

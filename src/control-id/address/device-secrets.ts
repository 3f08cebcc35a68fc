import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../../platform/crypto/hashing.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../../platform/crypto/purposes.js';
import type { SecretBox } from '../../platform/crypto/secret-box.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import {
  END_SECRETS,
  FORMER_SECRETS,
  INSERT_SECRET,
  LOCK_SECRETS,
  PRESENT_SECRET,
} from './device-secrets.sql.js';
import type { OfDevice } from '../device-settings/control-id-device.js';

const SECRETS: EncryptionPurpose = {
  name: 'control-id-secret',
  columns: [
    {
      table: 'control_id_secrets',
      column: 'sealed_secret',
      context: `partner_id::text || ' ' || device_id`,
    },
  ],
};

const LENGTH = 22;
const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Stands in commands where the secret belongs, so that none of them stores it, and each is handed out with the present one. */
export const SECRET_PLACE = '$SECRET';

export interface RotatedSecret {
  readonly clear: string;
  /** Until when earlier ones work. */
  readonly othersEndAt: Date;
}

/**
 * The secret part of each device's address: found by its hash, and kept sealed as well, since it is printed whenever the
 * device is set up. The table `control_id_secrets`.
 */
@Injectable()
export class DeviceSecrets {
  private readonly box: SecretBox;

  constructor(
    private readonly db: Database,
    keyring: Keyring,
    sweeps: Sweeps,
  ) {
    this.box = keyring.box(SECRETS);
    const condition = 'ends_at is not null';
    sweeps.declare({ table: 'control_id_secrets', column: 'ends_at', keep: '30 days', condition });
  }

  /** Makes the first one. */
  async make(tx: Queries, device: OfDevice): Promise<string> {
    const secret = Array.from({ length: LENGTH }, () => CHARACTERS[randomInt(CHARACTERS.length)]);
    const clear = secret.join('');
    const sealed = this.box.seal(clear, contextOf(device));
    await tx.query(INSERT_SECRET, [sha256(clear), device.partnerId, device.id, sealed]);
    return clear;
  }

  /** Makes another one. */
  async rotate(device: OfDevice, graceSeconds: number): Promise<RotatedSecret> {
    const { partnerId, id } = device;
    return this.db.transaction(async (tx) => {
      await tx.query(LOCK_SECRETS, [partnerId, id]);
      const [row] = await tx.query<{ endsAt: Date }>(END_SECRETS, [partnerId, id, graceSeconds]);
      if (!row) throw new Error('a device has a secret');
      return { clear: await this.make(tx, device), othersEndAt: row.endsAt };
    });
  }

  /** Until when an address before works, or did within the last 30 days; null: it had no other. */
  async formerUntil({ partnerId, id }: OfDevice): Promise<Date | null> {
    const [row] = await this.db.query<{ endsAt: Date | null }>(FORMER_SECRETS, [partnerId, id]);
    return row?.endsAt ?? null;
  }

  /** The present one. */
  async read(device: OfDevice): Promise<string> {
    const { partnerId, id } = device;
    const [row] = await this.db.query<{ sealed: Buffer }>(PRESENT_SECRET, [partnerId, id]);
    if (!row) throw new Error('a device has a secret');
    return this.box.openText(row.sealed, contextOf(device));
  }
}

const contextOf = ({ partnerId, id }: OfDevice): string => `${partnerId} ${id}`;

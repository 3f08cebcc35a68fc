import { performance } from 'node:perf_hooks';
import { Injectable, Logger } from '@nestjs/common';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../../platform/crypto/purposes.js';
import type { SecretBox } from '../../platform/crypto/secret-box.js';
import { Database } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import { within } from '../../platform/deadline/within.js';
import type { OfDevice } from '../device-settings/control-id-device.js';
import { KnownDevices } from '../address/known-devices.js';
import type { ControlIdDevice } from '../device-settings/control-id-device.js';
import type { DeviceMessage } from '../reading/device-message.js';
import type { ScanCall } from '../reading/scan-fields.js';
import { readUnknownCard, type UnknownCard } from '../reading/unknown-card.js';
import { KEEP_CARD, START_LEARNING, TAKE_CARD } from './card-learning.sql.js';

const LEARNED_CARDS: EncryptionPurpose = {
  name: 'control-id-learned-card',
  columns: [
    {
      table: 'control_id_card_learning',
      column: 'sealed_card',
      context: `partner_id::text || ' ' || device_id`,
    },
  ],
};

const SECONDS = 60;
/** The person at the door waits meanwhile. */
const LONGEST_MS = 200;
const SWEPT_EVERY_MS = 10_000;

export interface LearnedCard extends UnknownCard {
  readonly scannedAt: Date;
}

interface KeptCard {
  readonly sealed: Buffer;
  readonly scannedAt: Date;
}

/**
 * The last unknown card of a device for which an administrator asked, shown once (`control-id.md` 4.3). A card number that
 * is copied opens doors, so it is sealed, and stored nowhere else. The table `control_id_card_learning`.
 */
@Injectable()
export class CardLearning {
  private readonly logger = new Logger('control-id');
  private readonly box: SecretBox;

  constructor(
    private readonly db: Database,
    private readonly known: KnownDevices,
    keyring: Keyring,
    sweeps: Sweeps,
  ) {
    this.box = keyring.box(LEARNED_CARDS);
    const table = 'control_id_card_learning';
    sweeps.declare({ table, column: 'ends_at', keep: '0 seconds', everyMs: SWEPT_EVERY_MS });
  }

  /** @returns when it ends; other replicas know of it within 5 s */
  async start({ partnerId, id }: OfDevice): Promise<Date> {
    const [row] = await this.db.query<{ endsAt: Date }>(START_LEARNING, [partnerId, id, SECONDS]);
    if (!row) throw new Error('learning has an end');
    this.known.forget();
    return row.endsAt;
  }

  /** Nothing to do for most devices. A card that cannot be kept changes no answer at the door. */
  async learn(device: ControlIdDevice, call: ScanCall, fields: DeviceMessage['fields']) {
    if (performance.now() >= (device.learnsCardsUntil ?? 0)) return;
    const card = readUnknownCard(call, fields);
    if (!card) return;
    const { partnerId, id } = device;
    const sealed = this.box.seal(JSON.stringify(card), contextOf(device));
    const kept = this.db.query(KEEP_CARD, [partnerId, id, sealed]);
    await within(LONGEST_MS, kept).catch((error: unknown) => {
      this.logger.warn({ msg: 'an unknown card was not kept', deviceId: id, err: error });
    });
  }

  /** It is gone then, and the device learns no more. */
  async take(device: OfDevice): Promise<LearnedCard | undefined> {
    const [row] = await this.db.query<KeptCard & object>(TAKE_CARD, [device.partnerId, device.id]);
    if (!row) return undefined;
    const card = JSON.parse(this.box.openText(row.sealed, contextOf(device))) as UnknownCard;
    return { ...card, scannedAt: row.scannedAt };
  }
}

const contextOf = ({ partnerId, id }: OfDevice): string => `${partnerId} ${id}`;

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Passages } from '../../gate/index.js';
import { uuidOf } from '../../platform/crypto/uuid.js';
import type { DeviceOfGym } from '../contact/contacts.repository.js';
import { DeviceEventsRepository } from '../device-events/device-events.repository.js';
import { DeviceSettingsRepository } from '../device-settings/device-settings.repository.js';
import { NotificationKinds, type Notification } from '../notifications/notification-kinds.js';
import { RotationAlerts } from './rotation-alerts.js';
import { readRotation, type ReportedRotation } from './rotation-report.js';

/** Turnstiles report whether the person passed (`control-id.md` 9). */
@Injectable()
export class Rotations implements OnModuleInit {
  constructor(
    private readonly kinds: NotificationKinds,
    private readonly settings: DeviceSettingsRepository,
    private readonly passages: Passages,
    private readonly events: DeviceEventsRepository,
    private readonly alerts: RotationAlerts,
  ) {}

  onModuleInit(): void {
    const handle = (notification: Notification<ReportedRotation>) => this.take(notification);
    this.kinds.add({ topic: 'catra_event', read: readRotation, handle });
  }

  private async take({ device, facts, arrivedAt }: Notification<ReportedRotation>): Promise<void> {
    const { name, uuid } = facts;
    const ended = await this.passages.report({
      partnerId: device.partnerId,
      deviceId: device.id,
      arrivedAt,
      nonce: uuid === null ? undefined : uuidOf(uuid),
      hasPassed: name !== 'GIVE_UP',
      isEntrySide: await this.isEntrySide(device, name),
    });
    if (ended) return this.alerts.reported(ended);
    await this.events.add(device, { type: 'TURN_UNKNOWN', at: arrivedAt, detail: name });
  }

  /** Undefined while the owner has not said which side is which. */
  private async isEntrySide({ partnerId, id }: DeviceOfGym, name: ReportedRotation['name']) {
    const side = (await this.settings.of(partnerId, [id])).get(id)?.entryTurnEvent ?? null;
    return side === null || name === 'GIVE_UP' ? undefined : name === side;
  }
}

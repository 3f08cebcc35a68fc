import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Passages } from '../../gate/index.js';
import { uuidOf } from '../../platform/crypto/uuid.js';
import { DeviceEventsRepository } from '../device-events/device-events.repository.js';
import { NotificationKinds, type Notification } from '../notifications/notification-kinds.js';
import { RotationAlerts } from './rotation-alerts.js';
import { readRotation, type ReportedRotation } from './rotation-report.js';
import { RotationSides } from './rotation-sides.js';

/** Turnstiles report whether the person passed (`control-id.md` 9). */
@Injectable()
export class Rotations implements OnModuleInit {
  constructor(
    private readonly kinds: NotificationKinds,
    private readonly sides: RotationSides,
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
      isEntrySide: await this.sides.isEntry(device, name, arrivedAt),
    });
    if (ended) return this.alerts.reported(ended);
    await this.events.add(device, { type: 'TURN_UNKNOWN', at: arrivedAt, detail: name });
  }
}

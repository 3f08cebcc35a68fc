import { Injectable } from '@nestjs/common';
import { sha256 } from '../../platform/crypto/hashing.js';
import type { ControlIdDevice } from '../device-settings/control-id-device.js';
import type { DeviceMessage } from '../reading/device-message.js';
import { NotificationKinds } from './notification-kinds.js';
import { NotificationsRepository, type NewNotification } from './notifications.repository.js';
import { NotificationsWorker } from './notifications.worker.js';

/** Takes what a device tells about itself; its effect follows after the answer, from a committed row. */
@Injectable()
export class Notifications {
  constructor(
    private readonly kinds: NotificationKinds,
    private readonly rows: NotificationsRepository,
    private readonly worker: NotificationsWorker,
  ) {}

  async receive(device: ControlIdDevice, topic: string, message: DeviceMessage): Promise<void> {
    const kind = this.kinds.of(topic);
    const facts = kind && message.json && kind.read(message.json);
    if (facts === undefined) return;
    await this.store(device, { topic, facts, hash: sha256(`${topic}\n${message.text}`) });
  }

  /** A copy of the last 24 hours has no effect. */
  async store(device: ControlIdDevice, notification: NewNotification): Promise<void> {
    if (await this.rows.add(device, notification)) this.worker.wake();
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DeviceEventsRepository } from '../device-events/device-events.repository.js';
import { NotificationKinds, type Notification } from '../notifications/notification-kinds.js';
import { readDoor, readMode, type DoorReport } from './monitor-bodies.js';
import { ReportedModes } from './reported-modes.js';

/** Doors and modes of operation. */
@Injectable()
export class MonitorNotifications implements OnModuleInit {
  constructor(
    private readonly kinds: NotificationKinds,
    private readonly events: DeviceEventsRepository,
    private readonly modes: ReportedModes,
  ) {}

  onModuleInit(): void {
    for (const topic of ['door', 'secbox'])
      this.kinds.add<DoorReport>({
        topic,
        read: readDoor,
        handle: (notification) => this.door(topic, notification),
      });
    this.kinds.add({
      topic: 'operation_mode',
      read: readMode,
      handle: (notification) => this.modes.take(notification),
    });
  }

  private async door(topic: string, { device, facts, arrivedAt }: Notification<DoorReport>) {
    const type = facts.isOpen ? 'DOOR_OPEN' : 'DOOR_CLOSED';
    const detail = facts.door === null ? topic : `${topic} ${facts.door}`;
    await this.events.add(device, { type, at: arrivedAt, detail });
  }
}

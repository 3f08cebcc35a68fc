import { Injectable, type OnModuleInit } from '@nestjs/common';
import { REPORT, type ReceivedCall } from '../calls/device-route.js';
import { DeviceRoutes } from '../calls/device-routes.js';
import { Notifications } from './notifications.js';

/** Call 4 of the contract, under both names that are in use. */
@Injectable()
export class NotificationRoutes implements OnModuleInit {
  constructor(
    private readonly routes: DeviceRoutes,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    const answer = (call: ReceivedCall) => this.receive(call);
    for (const path of ['api/notifications/:topic', 'api/notification/:topic'])
      this.routes.add({ ...REPORT, path, answer });
  }

  private async receive({ device, topic, message }: ReceivedCall): Promise<undefined> {
    await this.notifications.receive(device, topic, message);
    return undefined;
  }
}

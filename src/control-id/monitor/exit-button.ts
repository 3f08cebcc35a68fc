import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { REPORT, type ReceivedCall } from '../calls/device-route.js';
import { DeviceRoutes } from '../calls/device-routes.js';
import { DeviceEventsRepository } from '../device-events/device-events.repository.js';

/** The button beside the door that lets people out. */
@Injectable()
export class ExitButton implements OnModuleInit {
  constructor(
    private readonly routes: DeviceRoutes,
    private readonly events: DeviceEventsRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const answer = (call: ReceivedCall) => this.note(call);
    this.routes.add({ ...REPORT, path: 'new_rex_log.fcgi', answer });
  }

  private async note({ device }: ReceivedCall): Promise<undefined> {
    await this.events.add(device, { type: 'BUTTON', at: this.clock.now() });
    return undefined;
  }
}

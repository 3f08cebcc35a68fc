import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotificationKinds } from '../notifications/notification-kinds.js';
import { logsOfChanges, type LogEntry } from './log-entry.js';
import { LogIntake } from './log-intake.js';

/** Logs that a device tells by itself. */
@Injectable()
export class LogNotifications implements OnModuleInit {
  constructor(
    private readonly kinds: NotificationKinds,
    private readonly logs: LogIntake,
  ) {}

  onModuleInit(): void {
    this.kinds.add<LogEntry[]>({
      topic: 'dao',
      read: (body) => {
        const logs = logsOfChanges(body);
        return logs.length > 0 ? logs : undefined;
      },
      handle: ({ device, facts: logs, arrivedAt: toldAt }) =>
        this.logs.take(device, { logs, toldAt }),
    });
  }
}

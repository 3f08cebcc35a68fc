import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sha256 } from '../../platform/crypto/hashing.js';
import type { ReceivedCall } from '../calls/device-route.js';
import { NotificationKinds, type Notification } from '../notifications/notification-kinds.js';
import { Notifications } from '../notifications/notifications.js';
import { CommandResults } from '../push/command-results.js';
import { logsOfPage, type LogEntry } from './log-entry.js';
import { LogFetches, LOGS_PER_PAGE } from './log-fetches.js';
import { LogIntake } from './log-intake.js';

/** No topic of the monitor: only a result of a command brings it. */
const TOPIC = 'load_objects';

/** Takes the pages of logs that devices send as results, and fetches the next one after a full page. */
@Injectable()
export class LogPages implements OnModuleInit {
  constructor(
    private readonly results: CommandResults,
    private readonly kinds: NotificationKinds,
    private readonly notifications: Notifications,
    private readonly logs: LogIntake,
    private readonly fetches: LogFetches,
  ) {}

  onModuleInit(): void {
    this.results.readBy('LOGS', (call) => this.receive(call));
    this.kinds.add<LogEntry[]>({
      topic: TOPIC,
      read: () => undefined,
      handle: (notification) => this.take(notification),
    });
  }

  private async receive({ device, message }: ReceivedCall): Promise<void> {
    const logs = logsOfPage(message.json);
    if (!logs || logs.length === 0) return;
    const hash = sha256(`${TOPIC}\n${message.text}`);
    await this.notifications.store(device, { topic: TOPIC, facts: logs, hash });
  }

  private async take({ device, facts: logs }: Notification<LogEntry[]>): Promise<void> {
    await this.logs.take(device, { logs });
    if (logs.length >= LOGS_PER_PAGE) await this.fetches.fetchNext(device);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { REPORT, type CallAnswer, type ReceivedCall } from '../calls/device-route.js';
import { DeviceRoutes } from '../calls/device-routes.js';
import { Contacts } from '../contact/contacts.js';
import type { ControlIdSettings } from '../device-settings/control-id-settings.js';

const MOST_LOGS = 2 ** 31 - 1;

/** Says whether this server can decide (call 3 of the contract). It costs no statement. */
@Injectable()
export class Alive implements OnModuleInit {
  constructor(
    private readonly routes: DeviceRoutes,
    private readonly contacts: Contacts,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.routes.add({
      ...REPORT,
      path: 'device_is_alive.fcgi',
      answer: (call) => this.answer(call),
    });
    for (const path of ['api/notifications/device_is_alive', 'api/notification/device_is_alive'])
      this.routes.add({ ...REPORT, path, answer: (call) => this.note(call) });
  }

  /** @throws request.unavailable while nothing can be decided: a 200 would end the device's contingency */
  private answer(call: ReceivedCall): CallAnswer {
    this.note(call);
    if (this.db.breakerState !== 0) throw new DomainError(RequestErrors.unavailable);
    return ANSWERS[call.device.settings.aliveAnswer](logsOf(call) ?? 0);
  }

  private note(call: ReceivedCall): undefined {
    this.contacts.seen(call.device, { isPoll: true, pendingAccessLogs: logsOf(call) });
  }
}

function logsOf({ message }: ReceivedCall): number | undefined {
  const text = message.fields.get('access_logs')?.trim() ?? '';
  return /^\d{1,10}$/.test(text) && Number(text) <= MOST_LOGS ? Number(text) : undefined;
}

const ANSWERS: Readonly<Record<ControlIdSettings['aliveAnswer'], (logs: number) => CallAnswer>> = {
  ECHO: (logs) => JSON.stringify({ access_logs: logs }),
  EMPTY: () => undefined,
  EVENT_200: () => JSON.stringify({ result: { event: 200 } }),
};

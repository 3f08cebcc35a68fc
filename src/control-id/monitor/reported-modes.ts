import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { ContactAlerts } from '../contact/contact-alerts.js';
import { Contacts } from '../contact/contacts.js';
import { ContactsRepository } from '../contact/contacts.repository.js';
import { DeviceEventsRepository } from '../device-events/device-events.repository.js';
import type { Notification } from '../notifications/notification-kinds.js';
import type { ModeReport } from './monitor-bodies.js';

/** What a device says of how it decides (`control-id.md` 7). */
@Injectable()
export class ReportedModes {
  constructor(
    private readonly db: Database,
    private readonly rows: ContactsRepository,
    private readonly contacts: Contacts,
    private readonly alerts: ContactAlerts,
    private readonly events: DeviceEventsRepository,
  ) {}

  async take({ device, facts, arrivedAt }: Notification<ModeReport>): Promise<void> {
    const { mode, exceptionMode } = facts;
    const before = await this.db.transaction(async (tx) => {
      const known = await this.rows.setMode(tx, device, mode, arrivedAt);
      const event = { type: 'MODE', at: arrivedAt, detail: detailOf(facts) } as const;
      await this.events.add(device, event, tx);
      if (known !== undefined && mode === 'CONTINGENCY') await this.alerts.contingency(tx, device);
      if (exceptionMode !== null) await this.alerts.exceptionMode(tx, device, exceptionMode);
      return known;
    });
    if (exceptionMode === null) await this.alerts.noExceptionMode(device);
    if (before === undefined || mode === 'CONTINGENCY') return;
    await this.alerts.online(device);
    if (before === 'CONTINGENCY') await this.contacts.expectLogs(device);
  }
}

function detailOf({ modeName, exceptionMode, lastOffline }: ModeReport): string {
  const exception = exceptionMode === null ? '' : `, exception mode ${exceptionMode}`;
  const offline =
    lastOffline === null
      ? ''
      : `, last offline ${new Date(lastOffline * 1_000).toISOString()} by its own clock`;
  return `${modeName}${exception}${offline}`;
}

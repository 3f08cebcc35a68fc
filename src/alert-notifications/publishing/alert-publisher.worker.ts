import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox, type NewEvent } from '../../event-webhooks/index.js';
import { AlertList, type UnpublishedAlert } from '../../platform/alerts/alert-list.js';
import { INSTALLATION } from '../../platform/alerts/alerts.js';
import { UNPUBLISHED_SINCE_SQL } from '../../platform/alerts/alerts.sql.js';
import { Database } from '../../platform/database/database.js';
import { Workers } from '../../platform/worker/workers.js';
import { AlertMailQueue } from '../mails/alert-mail-queue.js';

const EVERY_MS = 2_000;
const BATCH = 100;

/** Publishes once that an alert was opened or closed: as an event, and to the people who get mails about alerts. */
@Injectable()
export class AlertPublisher implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly alerts: AlertList,
    private readonly outbox: Outbox,
    private readonly mails: AlertMailQueue,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'alert-publisher',
      role: 'worker',
      queue: { waitingSinceSql: UNPUBLISHED_SINCE_SQL },
      everyMs: EVERY_MS,
      run: () => this.publish(),
    });
  }

  private publish(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const alerts = await this.alerts.takeUnpublished(tx, BATCH);
      const ofPartners = alerts.filter(({ partnerId }) => partnerId !== INSTALLATION);
      await this.outbox.add(tx, ...ofPartners.flatMap(eventsOf));
      await this.mails.add(
        tx,
        alerts.filter(({ opens }) => opens),
      );
      return alerts.length;
    });
  }
}

function eventsOf(alert: UnpublishedAlert): NewEvent[] {
  const { partnerId, id: alertId, code, gymId, openedAt, closedAt, opens, closes } = alert;
  const event = { partnerId, entityId: gymId ?? 0, gymId, content: { alertId, code } };
  return [
    ...(opens ? [{ ...event, type: 'ALERT_OPENED' as const, occurredAt: openedAt }] : []),
    ...(closes && closedAt
      ? [{ ...event, type: 'ALERT_CLOSED' as const, occurredAt: closedAt }]
      : []),
  ];
}

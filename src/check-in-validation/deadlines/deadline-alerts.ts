import { Injectable } from '@nestjs/common';
import { Outbox } from '../../event-webhooks/index.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import type { Queries } from '../../platform/database/database.js';
import { checkInEvent } from '../check-ins/check-in-events.js';
import type { CheckIn } from '../check-ins/check-in.js';
import { overdueObject, riskObject } from '../check-ins/check-in-transitions.js';

/** Alerts about check-ins that run out of time. Probes raise no alerts. */
@Injectable()
export class DeadlineAlerts {
  constructor(
    private readonly alerts: Alerts,
    private readonly outbox: Outbox,
  ) {}

  async atRisk(queries: Queries, checkIn: CheckIn, percent: 50 | 80): Promise<void> {
    if (checkIn.probe) return;
    const { partnerId, id, gymId } = checkIn;
    const detail = `${percent} % of its time are over and Wellhub has not validated it`;
    const alert = { code: 'check-in.at-risk', object: riskObject(id, percent), gymId, detail };
    await this.alerts.raise({ partnerId, ...alert }, queries);
    await this.outbox.add(queries, checkInEvent('AT_RISK', checkIn));
  }

  async overdue(queries: Queries, checkIn: CheckIn): Promise<void> {
    if (checkIn.probe) return;
    const { partnerId, id, gymId } = checkIn;
    const detail = 'Its time is over and Wellhub has not answered; calls go on';
    const alert = { code: 'check-in.overdue', object: overdueObject(id), gymId, detail };
    await this.alerts.raise({ partnerId, ...alert }, queries);
  }
}

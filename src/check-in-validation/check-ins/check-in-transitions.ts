import { Injectable } from '@nestjs/common';
import { Outbox } from '../../event-webhooks/index.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import type { Queries } from '../../platform/database/database.js';
import { CheckInCounts } from './check-in-counts.js';
import { checkInEvent } from './check-in-events.js';
import type { CheckIn } from './check-in.js';
import { CheckInsRepository } from './check-ins.repository.js';

export const riskObject = (id: string, percent: 50 | 80): string => `check-in/${id}/${percent}`;
export const overdueObject = (id: string): string => `check-in/${id}`;

/** What follows when a check-in leaves PENDING: its audit row, its event, its alerts. */
@Injectable()
export class CheckInTransitions {
  constructor(
    private readonly checkIns: CheckInsRepository,
    private readonly outbox: Outbox,
    private readonly alerts: Alerts,
    private readonly counts: CheckInCounts,
  ) {}

  /**
   * In the transaction of the change.
   * @param notify false: another check-in of the day has been published already
   */
  async publish(queries: Queries, ended: CheckIn, { notify = true } = {}): Promise<void> {
    await this.checkIns.addTransition(queries, ended, 'PENDING');
    // A probe that finds nothing was no check-in.
    if (ended.state === 'VALIDATED' || !ended.probe)
      queries.afterCommit(() => this.counts.count(ended));
    if (ended.state === 'VALIDATED') {
      if (notify) await this.send(queries, 'VALIDATED', ended);
    } else if (!ended.probe) {
      // A probe that finds nothing publishes nothing: no subscriber knows that check-in.
      await this.send(queries, 'FAILED', ended);
      if (ended.provisional) await this.alertProvisional(queries, ended);
    }
  }

  /** After the commit: its alerts are settled. */
  async closeAlerts({ partnerId, id, deadlineStep }: CheckIn): Promise<void> {
    if (deadlineStep === 0) return;
    await this.alerts.close(partnerId, 'check-in.at-risk', riskObject(id, 50));
    await this.alerts.close(partnerId, 'check-in.at-risk', riskObject(id, 80));
    await this.alerts.close(partnerId, 'check-in.overdue', overdueObject(id));
  }

  private send(
    queries: Queries,
    occurrence: 'VALIDATED' | 'FAILED',
    checkIn: CheckIn,
  ): Promise<void> {
    return this.outbox.add(queries, checkInEvent(occurrence, checkIn));
  }

  /** The customer entered before Wellhub answered, and Wellhub does not pay (O-27). */
  private alertProvisional(queries: Queries, checkIn: CheckIn): Promise<void> {
    const { partnerId, id, gymId, state } = checkIn;
    const alert = { partnerId, code: 'gate.provisional-failed', object: overdueObject(id), gymId };
    return this.alerts.raise({ ...alert, detail: `Ended as ${state}` }, queries);
  }
}

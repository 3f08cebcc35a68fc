import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import type { CheckIn } from '../check-ins/check-in.js';
import { DeadlinesRepository, type DueDeadline } from './deadlines.repository.js';
import { markAt } from '../check-ins/deadline-schedule.js';
import { DeadlineAlerts } from './deadline-alerts.js';
import { CheckInTransitions } from '../check-ins/check-in-transitions.js';

/** The clock of open check-ins: alerts at half and four fifths, the end, the end of the day (W-49). */
@Injectable()
export class Deadlines {
  constructor(
    private readonly db: Database,
    private readonly rows: DeadlinesRepository,
    private readonly transitions: CheckInTransitions,
    private readonly notices: DeadlineAlerts,
  ) {}

  /** @returns how many check-ins moved */
  async processDue(limit: number): Promise<number> {
    let moved = 0;
    for (const due of await this.rows.due(limit)) if (await this.passOne(due)) moved += 1;
    return moved;
  }

  private async passOne(due: DueDeadline): Promise<boolean> {
    const result = await this.db.transaction(async (tx) => {
      const checkIn = await this.rows.lock(tx, due);
      return checkIn && { ended: await this.step(tx, checkIn) };
    });
    if (result?.ended) await this.transitions.closeAlerts(result.ended);
    return result !== undefined;
  }

  /** @returns the check-in when this ended it */
  private async step(tx: Queries, checkIn: CheckIn): Promise<CheckIn | undefined> {
    const { deadlineStep, validationRequestedAt, eventAt, expiresAt } = checkIn;
    if (deadlineStep === 0 || deadlineStep === 1) {
      await this.notices.atRisk(tx, checkIn, deadlineStep === 0 ? 50 : 80);
      const next = deadlineStep === 0 ? 1 : 2;
      await this.rows.nextMark(tx, checkIn, next, markAt(eventAt, expiresAt, next));
      return undefined;
    }
    if (deadlineStep === 2 && validationRequestedAt !== null) {
      await this.rows.markOverdue(tx, checkIn);
      await this.notices.overdue(tx, checkIn);
      return undefined;
    }
    const ended = await this.rows.expire(tx, checkIn);
    await this.transitions.publish(tx, ended);
    return ended;
  }
}

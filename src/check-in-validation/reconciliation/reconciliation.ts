import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { readReport, rowsOf, type BadRow, type Period } from './portal-report.js';
import { reconcile, type Comparison, type ValidatedCheckIn } from './reconcile.js';
import { ReconciliationRepository } from './reconciliation.repository.js';
import type { Actor } from '../../platform/http/actor.js';

/** A month of a gym, or some days of it. */
export interface GymDays {
  readonly gymId: number;
  readonly month: string;
  readonly from?: string;
  readonly to?: string;
}

/** Compares our validated check-ins with Wellhub's list: the difference is money. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly gyms: Gyms,
    private readonly rows: ReconciliationRepository,
  ) {}

  /** @throws gym.not-found, request.invalid */
  async validated(caller: Actor, days: GymDays): Promise<ValidatedCheckIn[]> {
    return this.rows.validated(caller.partnerId, days.gymId, await this.period(caller, days));
  }

  /** @throws gym.not-found, request.invalid */
  async compare(
    caller: Actor,
    days: GymDays,
    report: Buffer,
  ): Promise<Comparison & { badRows: BadRow[] }> {
    const period = await this.period(caller, days);
    const { visits, badRows } = readReport(await rowsOf(report), period);
    const ours = await this.rows.validated(caller.partnerId, days.gymId, period);
    return { ...reconcile(ours, visits), badRows };
  }

  /** A key of one gym sees no other. */
  private async period(caller: Actor, days: GymDays): Promise<Period> {
    const { gymId } = days;
    if (caller.gymId !== undefined && caller.gymId !== gymId)
      throw new DomainError(GymErrors.notFound);
    const { timeZone } = await this.gyms.get(caller.partnerId, gymId);
    return { ...daysOf(days), timeZone };
  }
}

function daysOf({ month, from, to }: GymDays): { from: string; to: string } {
  const first = `${month}-01`;
  const next = new Date(`${first}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1, 0);
  const last = next.toISOString().slice(0, 10);
  const days = { from: from ?? first, to: to ?? last };
  for (const [path, day] of Object.entries(days))
    if (day < first || day > last) throw invalid({ path, detail: `must be a day of ${month}` });
  if (days.from > days.to) throw invalid({ path: 'to', detail: 'must not be before from' });
  return days;
}

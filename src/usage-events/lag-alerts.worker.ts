import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Alerts } from '../platform/alerts/alerts.js';
import { Workers } from '../platform/worker/workers.js';
import { isEndOfMonth } from './lag-rule.js';
import { LagAlertsRepository, type SenderLag } from './lag-alerts.repository.js';

const EVERY_MS = 2_000;
const OBJECT = 'usage-events';

/** Alerts when usage is not sent in time, and closes the alert when it is again (W-66). */
@Injectable()
export class LagAlertsWorker implements OnModuleInit {
  constructor(
    private readonly workers: Workers,
    private readonly rows: LagAlertsRepository,
    private readonly alerts: Alerts,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'usage watch',
      role: 'worker',
      queue: null,
      everyMs: EVERY_MS,
      run: () => this.run(),
    });
  }

  private async run(): Promise<number> {
    const senders = await this.rows.claimDue();
    for (const partner of senders) await this.check(partner);
    return senders.length;
  }

  private async check(partner: SenderLag): Promise<void> {
    const { partnerId, waitsOverAnHour, hasToken } = partner;
    const monthEnd = isEndOfMonth(partner);
    const why = hasToken ? '' : '; the connection has no eventsApiToken';
    if (waitsOverAnHour)
      await this.raise(partnerId, 'usage.lagging', `Usage is unsent for over an hour${why}`);
    if (monthEnd)
      await this.raise(
        partnerId,
        'usage.month-end',
        `Usage of ${partner.oldestDay} is unsent${why}`,
      );
    if (partner.lagging && !waitsOverAnHour)
      await this.alerts.close(partnerId, 'usage.lagging', OBJECT);
    if (partner.monthEnd && !monthEnd)
      await this.alerts.close(partnerId, 'usage.month-end', OBJECT);
    if (partner.lagging !== waitsOverAnHour || partner.monthEnd !== monthEnd)
      await this.rows.record(partnerId, waitsOverAnHour, monthEnd);
  }

  private raise(partnerId: string, code: string, detail: string): Promise<void> {
    return this.alerts.raise({ partnerId, code, object: OBJECT, detail });
  }
}

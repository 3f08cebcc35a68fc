import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Alerts } from '../platform/alerts/alerts.js';
import { Workers } from '../platform/worker/workers.js';
import { isMonthEnding } from './lag-rule.js';
import { WatchRepository, type Watched } from './watch.repository.js';

const LOOK_EVERY_MS = 2_000;
const OBJECT = 'usage-events';

/** Alerts when usage is not sent in time, and closes the alert when it is again (W-66). */
@Injectable()
export class LagWatch implements OnModuleInit {
  constructor(
    private readonly workers: Workers,
    private readonly rows: WatchRepository,
    private readonly alerts: Alerts,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'usage watch',
      queue: null,
      everyMs: LOOK_EVERY_MS,
      run: () => this.look(),
    });
  }

  private async look(): Promise<number> {
    const watched = await this.rows.look();
    for (const partner of watched) await this.judge(partner);
    return watched.length;
  }

  private async judge(partner: Watched): Promise<void> {
    const { partnerId, waitsOverAnHour, hasToken } = partner;
    const monthEnd = isMonthEnding(partner);
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
      await this.rows.told(partnerId, waitsOverAnHour, monthEnd);
  }

  private raise(partnerId: string, code: string, detail: string): Promise<void> {
    return this.alerts.raise({ partnerId, code, object: OBJECT, detail });
  }
}

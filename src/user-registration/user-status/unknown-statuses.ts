import { Injectable, Logger } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import { runOutsideRequests } from '../../platform/deadline/request-context.js';

/** Alerts staff to a user status that is not one of Wellhub's numbers; no registration waits for it (W-16). */
@Injectable()
export class UnknownStatuses {
  private readonly logger = new Logger('user-registration');
  private readonly pending = new Set<string>();

  constructor(private readonly alerts: Alerts) {}

  /** Returns at once. While an alert is pending, repeats of the same partner add nothing to it. */
  report(partnerId: string, status: string | null): void {
    if (this.pending.has(partnerId)) return;
    this.pending.add(partnerId);
    const detail = `user_status ${JSON.stringify(status)} is not a number`;
    const alert = { partnerId, code: 'wellhub.unknown-user-status', object: 'user-status', detail };
    runOutsideRequests(() => setImmediate(() => void this.raise(alert)));
  }

  private async raise(alert: Parameters<Alerts['raise']>[0]): Promise<void> {
    try {
      await this.alerts.raise(alert);
    } catch (error) {
      this.logger.error({ msg: 'an alert could not be raised', code: alert.code, err: error });
    } finally {
      this.pending.delete(alert.partnerId);
    }
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import { runOutsideRequests } from '../../platform/deadline/request-context.js';

/** Tells a human of a user status that is not one of Wellhub's numbers; no registration waits for it (W-16). */
@Injectable()
export class UnknownStatuses {
  private readonly logger = new Logger('user-registration');
  private readonly telling = new Set<string>();

  constructor(private readonly alerts: Alerts) {}

  /** Returns at once. While one is being told, repeats of the same partner add nothing to it. */
  tell(partnerId: string, status: string | null): void {
    if (this.telling.has(partnerId)) return;
    this.telling.add(partnerId);
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
      this.telling.delete(alert.partnerId);
    }
  }
}

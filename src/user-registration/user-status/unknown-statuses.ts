import { Injectable } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';

/** Alerts staff to a user status that is not one of Wellhub's numbers; no registration waits for it (W-16). */
@Injectable()
export class UnknownStatuses {
  constructor(private readonly alerts: Alerts) {}

  report(partnerId: string, status: string | null): void {
    const detail = `user_status ${JSON.stringify(status)} is not a number`;
    this.alerts.report({
      partnerId,
      code: 'wellhub.unknown-user-status',
      object: 'user-status',
      detail,
    });
  }
}

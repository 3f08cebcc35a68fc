import { Injectable } from '@nestjs/common';
import { Alerts, INSTALLATION } from '../../platform/alerts/alerts.js';
import type { WebhookSpool } from './webhook-spool.js';

const CODE = 'wellhub.spool-kept-aside';

/** Alerts the operator to files that could not become rows: once per file and process. */
@Injectable()
export class SpoolAlerts {
  private readonly alerted = new Set<string>();

  constructor(private readonly alerts: Alerts) {}

  async raise(status: WebhookSpool['status']): Promise<void> {
    if (status.state === 'off') return;
    for (const name of status.aside)
      await this.raiseOnce(name, 'It holds webhooks that could not be stored');
    for (const { name, keyId } of status.foreign)
      await this.raiseOnce(name, `Its key ${keyId} is not in SECRETS_KEY`);
  }

  private async raiseOnce(name: string, detail: string): Promise<void> {
    if (this.alerted.has(name)) return;
    const alert = { partnerId: INSTALLATION, code: CODE, object: `spool/${name}`, detail };
    await this.alerts.raise(alert);
    this.alerted.add(name);
  }
}

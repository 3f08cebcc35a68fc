import { Injectable } from '@nestjs/common';
import { Partners } from '../../partners/index.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import type { WebhookSpool } from './webhook-spool.js';

const CODE = 'wellhub.spool-kept-aside';
/** Whose webhooks are in a file that does not open is unknown, so all partners are alerted; of so many the first. */
const MOST_PARTNERS = 200;

/** Alerts staff to files that could not become rows: once per file and process. */
@Injectable()
export class SpoolAlerts {
  private readonly alerted = new Set<string>();

  constructor(
    private readonly alerts: Alerts,
    private readonly partners: Partners,
  ) {}

  async raise(status: WebhookSpool['status']): Promise<void> {
    if (status.state === 'off') return;
    for (const name of status.aside)
      await this.alertAll(
        name,
        `The file ${name} of the spool holds webhooks that could not be stored`,
      );
    for (const { name, keyId } of status.foreign)
      await this.alertAll(
        name,
        `The file ${name} of the spool was written under the key ${keyId}, which SECRETS_KEY does not hold`,
      );
  }

  private async alertAll(name: string, detail: string): Promise<void> {
    if (this.alerted.has(name)) return;
    for (const { id } of await this.partners.list(undefined, MOST_PARTNERS))
      await this.alerts.raise({ partnerId: id, code: CODE, object: `spool/${name}`, detail });
    this.alerted.add(name);
  }
}

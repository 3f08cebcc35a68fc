import { Injectable } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import type { AccessRule, RuleValues } from './access-rule.js';

const objectOf = (id: number) => `access-rule:${id}`;

/** The alert about a rule whose devices were all removed. */
@Injectable()
export class DoorlessRules {
  constructor(private readonly alerts: Alerts) {}

  async raise(partnerId: string, gymId: number, rule: { readonly id: number }): Promise<void> {
    const object = objectOf(rule.id);
    await this.alerts.raise({ partnerId, gymId, code: 'access.rule-without-door', object });
  }

  /** After a change: the rule has doors again, or there is no such rule any more. */
  async settle(partnerId: string, before: AccessRule, after?: RuleValues): Promise<void> {
    const wasDoorless = before.deviceIds?.length === 0;
    const isDoorless = after?.deviceIds?.length === 0;
    if (wasDoorless && !isDoorless)
      await this.alerts.close(partnerId, 'access.rule-without-door', objectOf(before.id));
  }
}

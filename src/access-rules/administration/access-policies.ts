import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gyms } from '../../partners/index.js';
import { rememberChange } from '../../platform/audit/changes.js';
import {
  DEFAULT_POLICY,
  type AccessPolicy,
  type VersionedPolicy,
} from '../policy/access-policy.js';
import { AccessPoliciesRepository } from '../policy/access-policies.repository.js';
import { DoorlessRules } from '../rules/doorless-rules.js';
import { RuleChanges, type GymRules } from '../rules/rule-changes.js';
import { warningsOf, type PolicyWarning } from './policy-warnings.js';

/** The policy of a gym with what an owner should know of it. */
export interface ShownPolicy {
  readonly policy: VersionedPolicy;
  readonly warnings: readonly PolicyWarning[];
  readonly ruleCount: number;
}

/** The settings of gyms' doors. */
@Injectable()
export class AccessPolicies implements OnModuleInit {
  constructor(
    private readonly gyms: Gyms,
    private readonly changes: RuleChanges,
    private readonly doorless: DoorlessRules,
    private readonly rows: AccessPoliciesRepository,
  ) {}

  /** The mode of a gym has a part in the warnings: who has seen others has an old version. */
  onModuleInit(): void {
    this.gyms.whenChanging(async (tx, { before, after }) => {
      if (before.validationMode !== after.validationMode)
        await this.rows.outdate(tx, after.partnerId, after.id);
    });
  }

  /** The defaults where none is set. @throws gym.not-found */
  async get(partnerId: string, gymId: number): Promise<ShownPolicy> {
    await this.gyms.get(partnerId, gymId);
    return this.shown(partnerId, gymId, await this.changes.read(partnerId, gymId));
  }

  /** @param change of the policy as it is now; what it throws is thrown @throws gym.not-found */
  async change(
    partnerId: string,
    gymId: number,
    change: (present: VersionedPolicy) => AccessPolicy,
  ): Promise<ShownPolicy> {
    await this.gyms.get(partnerId, gymId);
    const after = await this.changes.run(partnerId, gymId, async (tx, { policy }) => {
      const changed = change(policy);
      rememberChange(policy, changed);
      await this.changes.savePolicy(tx, partnerId, gymId, changed);
      return this.changes.read(partnerId, gymId, tx);
    });
    return this.shown(partnerId, gymId, after);
  }

  /** The gym has the defaults again, and no rules. @param check as above @throws gym.not-found */
  async remove(
    partnerId: string,
    gymId: number,
    check: (present: VersionedPolicy) => void,
  ): Promise<void> {
    const removed = await this.changes.run(partnerId, gymId, async (tx, { policy, rules }) => {
      check(policy);
      rememberChange({ ...policy, ids: rules.map(({ id }) => id) }, { ...DEFAULT_POLICY, ids: [] });
      await this.changes.removeAll(tx, partnerId, gymId);
      return rules;
    });
    for (const rule of removed) await this.doorless.settle(partnerId, rule);
  }

  /** The mode is read after the version: one that is older would stay behind a tag that is newer. */
  private async shown(partnerId: string, gymId: number, present: GymRules): Promise<ShownPolicy> {
    const [gym] = await this.gyms.findEvenRemoved(partnerId, [gymId]);
    return {
      policy: present.policy,
      warnings: warningsOf(present, gym?.validationMode === 'AUTOMATIC'),
      ruleCount: present.rules.length,
    };
  }
}

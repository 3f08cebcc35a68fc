import { Injectable } from '@nestjs/common';
import { AccessPolicyMarksRepository, GymErrors } from '../../partners/index.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { CompiledRulesRepository } from '../compiled/compiled-rules.repository.js';
import { AccessPoliciesRepository } from '../policy/access-policies.repository.js';
import { NO_POLICY, type AccessPolicy, type VersionedPolicy } from '../policy/access-policy.js';
import type { AccessRule } from './access-rule.js';
import { AccessRulesRepository, type LeftRule } from './access-rules.repository.js';

/** What a gym has at one moment. */
export interface GymRules {
  readonly policy: VersionedPolicy;
  /** By position. */
  readonly rules: readonly AccessRule[];
}

export interface NamedDevice {
  readonly partnerId: string;
  readonly gymId: number;
  readonly deviceId: number;
}

export interface ChangedRules<T> {
  readonly result: T;
  readonly after: GymRules;
}

/** One change of a gym's policy or rules at a time, with what follows from it for doors. */
@Injectable()
export class RuleChanges {
  constructor(
    private readonly db: Database,
    private readonly marks: AccessPolicyMarksRepository,
    private readonly policies: AccessPoliciesRepository,
    private readonly rules: AccessRulesRepository,
    private readonly compiled: CompiledRulesRepository,
  ) {}

  /** @throws gym.not-found, what `work` throws */
  run<T>(
    partnerId: string,
    gymId: number,
    work: (tx: Queries, present: GymRules) => Promise<T>,
  ): Promise<T> {
    return this.locked(partnerId, gymId, async (tx, isThere) => {
      if (!isThere) throw new DomainError(GymErrors.notFound);
      return work(tx, await this.read(partnerId, gymId, tx));
    });
  }

  /** What there was at a removed gym may still be removed. */
  runEvenRemoved<T>(
    partnerId: string,
    gymId: number,
    work: (tx: Queries, present: GymRules) => Promise<T>,
  ): Promise<T> {
    return this.locked(partnerId, gymId, async (tx) =>
      work(tx, await this.read(partnerId, gymId, tx)),
    );
  }

  private locked<T>(
    partnerId: string,
    gymId: number,
    work: (tx: Queries, isThere: boolean) => Promise<T>,
  ): Promise<T> {
    return this.db.transaction(async (tx) => work(tx, await this.marks.lock(tx, partnerId, gymId)));
  }

  async read(partnerId: string, gymId: number, queries: Queries = this.db): Promise<GymRules> {
    const policy = await this.policies.find(queries, partnerId, gymId);
    const rules = await this.rules.list(queries, partnerId, gymId);
    return { policy: policy ?? NO_POLICY, rules };
  }

  async savePolicy(
    tx: Queries,
    partnerId: string,
    gymId: number,
    policy: AccessPolicy,
  ): Promise<void> {
    await this.policies.save(tx, partnerId, gymId, policy);
    await this.marks.set(tx, partnerId, gymId, true);
  }

  /** The gym is as if it never had rules. */
  async removeAll(tx: Queries, partnerId: string, gymId: number): Promise<void> {
    await this.rules.removeAll(tx, partnerId, gymId);
    await this.policies.remove(tx, partnerId, gymId);
    await this.marks.set(tx, partnerId, gymId, false);
  }

  /** @throws gym.not-found, what `work` throws */
  changeRules<T>(
    partnerId: string,
    gymId: number,
    work: (tx: Queries, present: GymRules) => Promise<T>,
  ): Promise<ChangedRules<T>> {
    return this.run(partnerId, gymId, async (tx, present) => {
      // The policy counts the rules, and the first one makes it.
      await this.policies.touch(tx, partnerId, gymId);
      await this.marks.set(tx, partnerId, gymId, true);
      const result = await work(tx, present);
      return { result, after: await this.compile(tx, partnerId, gymId) };
    });
  }

  /** Doors read what the rules mean. */
  private async compile(tx: Queries, partnerId: string, gymId: number): Promise<GymRules> {
    const after = await this.read(partnerId, gymId, tx);
    await this.compiled.replace(tx, partnerId, gymId, after.rules);
    return after;
  }

  /** A device is removed: a gym without a policy keeps none. */
  async forgetDevice(
    tx: Queries,
    { partnerId, gymId, deviceId }: NamedDevice,
    { rules }: GymRules,
  ): Promise<readonly LeftRule[]> {
    if (!rules.some((rule) => rule.deviceIds?.includes(deviceId))) return [];
    await this.policies.touch(tx, partnerId, gymId);
    const left = await this.rules.leaveDevice(tx, partnerId, gymId, deviceId);
    await this.compile(tx, partnerId, gymId);
    return left;
  }
}

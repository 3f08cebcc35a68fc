import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms } from '../../partners/index.js';
import { rememberChange } from '../../platform/audit/changes.js';
import type { Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { AccessRuleErrors } from '../policy/access.errors.js';
import { MOST_RULES, type AccessRule, type RuleValues } from './access-rule.js';
import { AccessRulesRepository, type RulePlace } from './access-rules.repository.js';
import { DoorlessRules } from './doorless-rules.js';
import { RuleChanges, type ChangedRules, type GymRules } from './rule-changes.js';
import { ruleFaults } from './rule-faults.js';
import { RuleReferences } from './rule-references.js';

/** A rule as it shall be, and where in the list; without a position it stays, or becomes the last one. */
export interface PlacedRule {
  readonly values: RuleValues;
  readonly position: number | undefined;
}

/** The ordered rules of gyms. */
@Injectable()
export class AccessRules {
  constructor(
    private readonly gyms: Gyms,
    private readonly rows: AccessRulesRepository,
    private readonly changes: RuleChanges,
    private readonly references: RuleReferences,
    private readonly doorless: DoorlessRules,
  ) {}

  /** @throws gym.not-found */
  async list(partnerId: string, gymId: number): Promise<GymRules> {
    await this.gyms.get(partnerId, gymId);
    return this.changes.read(partnerId, gymId);
  }

  /** @param only the one gym that the caller knows @throws access.rule-not-found */
  async get(partnerId: string, id: number, only?: number): Promise<AccessRule> {
    const row = await this.rows.find(partnerId, id);
    if (!row || (only !== undefined && row.gymId !== only)) throw notFound();
    return row;
  }

  /** @throws gym.not-found, access.too-many-rules, request.invalid */
  async create(partnerId: string, gymId: number, rule: PlacedRule): Promise<AccessRule> {
    const { result: id, after } = await this.changes.changeRules(
      partnerId,
      gymId,
      async (tx, { rules }) => {
        if (rules.length >= MOST_RULES) throw new DomainError(AccessRuleErrors.tooManyRules);
        await this.check(tx, { partnerId, gymId }, rule.values);
        const position = Math.min(rule.position ?? MOST_RULES, rules.length + 1);
        const place = { partnerId, gymId, position };
        const id = await this.rows.insert(tx, place, rule.values);
        await this.move(tx, place, { id, others: rules });
        return id;
      },
    );
    return ruleOf(after, id);
  }

  /** @param change of the rule as it is now; what it throws is thrown @throws access.rule-not-found, request.invalid */
  async change(
    partnerId: string,
    id: number,
    change: (present: AccessRule) => PlacedRule,
  ): Promise<AccessRule> {
    const { result: before, after } = await this.changeOne(
      partnerId,
      id,
      async (tx, { rule, others }) => {
        const { gymId } = rule;
        const { values, position = rule.position } = change(rule);
        await this.check(tx, { partnerId, gymId }, values);
        rememberChange(rule, { ...values, position });
        await this.rows.update(tx, partnerId, id, values);
        await this.move(tx, { partnerId, gymId, position }, { id, others });
        return rule;
      },
    );
    const rule = ruleOf(after, id);
    await this.doorless.settle(partnerId, before, rule);
    return rule;
  }

  /** @param check of the rule as it is now; what it throws is thrown @throws access.rule-not-found */
  async remove(partnerId: string, id: number, check: (present: AccessRule) => void): Promise<void> {
    const { result: removed } = await this.changeOne(
      partnerId,
      id,
      async (tx, { rule, others }) => {
        check(rule);
        rememberChange(rule, GONE);
        await this.rows.remove(tx, partnerId, id);
        const left = others.map((other) => other.id);
        await this.rows.arrange(tx, partnerId, rule.gymId, left);
        return rule;
      },
    );
    await this.doorless.settle(partnerId, removed);
  }

  /** @param check of the policy's version; what it throws is thrown @throws gym.not-found, request.invalid */
  async order(
    partnerId: string,
    gymId: number,
    { ids, check }: { readonly ids: readonly number[]; check(version: number): void },
  ): Promise<GymRules> {
    const { after } = await this.changes.changeRules(
      partnerId,
      gymId,
      async (tx, { policy, rules }) => {
        check(policy.version);
        const present = rules.map(({ id }) => id);
        refuseOtherIds(ids, present);
        rememberChange({ ids: present }, { ids });
        await this.rows.arrange(tx, partnerId, gymId, ids);
      },
    );
    return after;
  }

  /** Of a removed gym there are no rules any more. */
  private async changeOne<T>(
    partnerId: string,
    id: number,
    work: (tx: Queries, one: { rule: AccessRule; others: readonly AccessRule[] }) => Promise<T>,
  ): Promise<ChangedRules<T>> {
    const { gymId } = await this.get(partnerId, id);
    try {
      return await this.changes.changeRules(partnerId, gymId, (tx, present) => {
        const others = present.rules.filter((rule) => rule.id !== id);
        return work(tx, { rule: ruleOf(present, id), others });
      });
    } catch (error) {
      if (error instanceof DomainError && error.is(GymErrors.notFound)) throw notFound();
      throw error;
    }
  }

  private async check(
    tx: Queries,
    gym: { readonly partnerId: string; readonly gymId: number },
    values: RuleValues,
  ): Promise<void> {
    const violations = [...ruleFaults(values), ...(await this.references.faults(tx, gym, values))];
    if (violations.length > 0) throw invalid(...violations);
  }

  private async move(
    tx: Queries,
    { partnerId, gymId, position }: RulePlace,
    { id, others }: { readonly id: number; readonly others: readonly AccessRule[] },
  ): Promise<void> {
    const ids = others.map((rule) => rule.id).toSpliced(position - 1, 0, id);
    await this.rows.arrange(tx, partnerId, gymId, ids);
  }
}

const GONE = { effect: null, when: null, who: null, deviceIds: null, active: null };
const notFound = () => new DomainError(AccessRuleErrors.ruleNotFound);

function ruleOf({ rules }: GymRules, id: number): AccessRule {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw notFound();
  return rule;
}

/** The order names every rule of the gym once. */
function refuseOtherIds(ids: readonly number[], present: readonly number[]): void {
  const strange = ids.flatMap((id, no) =>
    present.includes(id) ? [] : [{ path: `ids.${no}`, detail: 'is no rule of this gym' }],
  );
  const twice = ids.flatMap((id, no) =>
    ids.indexOf(id) < no ? [{ path: `ids.${no}`, detail: 'is named twice' }] : [],
  );
  const missing = present.filter((id) => !ids.includes(id));
  const lacks =
    missing.length > 0 ? [{ path: 'ids', detail: `must name ${missing.join(', ')} too` }] : [];
  const violations = [...strange, ...twice, ...lacks];
  if (violations.length > 0) throw invalid(...violations);
}

import { AccessPoliciesRepository } from '../../src/access-rules/policy/access-policies.repository.js';
import { DEFAULT_POLICY, type AccessPolicy } from '../../src/access-rules/policy/access-policy.js';
import { AccessPassesRepository } from '../../src/access-rules/passes/access-passes.repository.js';
import type { PassValues } from '../../src/access-rules/passes/access-pass.js';
import type { RuleValues } from '../../src/access-rules/rules/access-rule.js';
import { AccessRules } from '../../src/access-rules/rules/access-rules.js';
import { Database } from '../../src/platform/database/database.js';
import type { TestApp } from './test-app.js';

interface GymOfPartner {
  readonly partnerId: string;
  readonly gymId: number;
}

/** The policy of a gym, as its administration stores it; what is not named has its default. */
export async function givenAPolicy(
  { app, sql }: TestApp,
  { partnerId, gymId }: GymOfPartner,
  policy: Partial<AccessPolicy>,
): Promise<void> {
  const policies = app.get(AccessPoliciesRepository);
  await app.get(Database).transaction(async (tx) => {
    await policies.save(tx, partnerId, gymId, { ...DEFAULT_POLICY, ...policy });
  });
  await sql('update gyms set has_access_policy = true where id = $1', [gymId]);
}

/** A rule of the gym, after those that it has. @returns its id */
export async function givenARule(
  { app }: TestApp,
  { partnerId, gymId }: GymOfPartner,
  rule: Partial<RuleValues>,
): Promise<number> {
  const values = { ...ANY_RULE, ...rule };
  const made = await app.get(AccessRules).create(partnerId, gymId, { values, position: undefined });
  return made.id;
}

const ANY_RULE: RuleValues = {
  name: 'Rule',
  active: true,
  effect: 'DENY',
  when: null,
  who: null,
  deviceIds: null,
  message: null,
};

/** A pass of a person. @returns its id */
export async function givenAPass(
  { app, sql }: TestApp,
  { partnerId, customerId }: { readonly partnerId: string; readonly customerId: number },
  pass: Partial<PassValues>,
): Promise<number> {
  const values: PassValues = {
    type: 'GUEST',
    gymIds: null,
    validFrom: '2020-01-01',
    validUntil: '2099-12-31',
    entries: pass.type === 'STAFF' ? null : 1,
    note: null,
    ...pass,
  };
  const made = await app
    .get(Database)
    .transaction((tx) => app.get(AccessPassesRepository).insert(tx, partnerId, customerId, values));
  await sql('update customers set has_access_passes = true where id = $1', [customerId]);
  return typeof made === 'number' ? made : made.id;
}

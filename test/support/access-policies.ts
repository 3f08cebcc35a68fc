import type { AccessPolicy } from '../../src/access-rules/policy/access-policy.js';
import type { PassValues } from '../../src/access-rules/passes/access-pass.js';
import type { RuleValues } from '../../src/access-rules/rules/access-rule.js';
import type { Answer } from './api.js';
import type { ServedApp } from './test-app.js';

interface GymOfPartner {
  readonly partnerId: string;
  readonly gymId: number;
}

const done = ({ status, text, body }: Answer) => {
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return body;
};

/** The policy of a gym; what is not named has its default. */
export async function givenAPolicy(
  { operator }: Pick<ServedApp, 'operator'>,
  { partnerId, gymId }: GymOfPartner,
  policy: Partial<AccessPolicy>,
): Promise<void> {
  const headers = { 'If-Match': '*', 'X-Partner-Id': partnerId };
  done(await operator.put(`/admin/v1/gyms/${gymId}/access-policy`, policy, headers));
}

/** A rule of the gym, after those that it has. @returns its id */
export async function givenARule(
  { operator }: Pick<ServedApp, 'operator'>,
  { partnerId, gymId }: GymOfPartner,
  rule: Partial<RuleValues>,
): Promise<number> {
  const body = { name: 'Rule', effect: 'DENY', ...rule };
  const headers = { 'X-Partner-Id': partnerId };
  return done(await operator.post(`/admin/v1/gyms/${gymId}/access-rules`, body, headers)).id;
}

/** A pass of a person. @returns its id */
export async function givenAPass(
  { operator }: Pick<ServedApp, 'operator'>,
  { partnerId, customerId }: { readonly partnerId: string; readonly customerId: number },
  pass: Partial<PassValues>,
): Promise<number> {
  const body = {
    type: 'GUEST',
    validFrom: '2020-01-01',
    validUntil: '2099-12-31',
    ...(pass.type !== 'STAFF' && { entries: 1 }),
    ...pass,
  };
  const headers = { 'X-Partner-Id': partnerId };
  return done(await operator.post(`/admin/v1/customers/${customerId}/passes`, body, headers)).id;
}

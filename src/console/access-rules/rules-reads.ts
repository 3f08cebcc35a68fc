import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { storedForm } from '../frame/form-state.js';
import type { NamedRecord, PeopleInside, Policy, ListedRule } from './access-rule.js';
import { policyValues } from './policy-form.js';
import { ruleValues } from './rule-form.js';
import type { RuleView } from './rule-screen.js';
import type { RuleNames } from './rule-summary.js';
import type { RulesView } from './rules-screen.js';

/** @throws request.not-found for a gym at which the person does not work */
function gymAmong(gyms: readonly ListedGym[], gymId: string): ListedGym {
  const gym = gyms.find(({ id }) => String(id) === gymId);
  if (!gym) throw new DomainError(RequestErrors.notFound);
  return gym;
}

/** @throws request.not-found as above */
export const ruledGymOf = async (page: ConsolePage, gymId: string): Promise<ListedGym> =>
  gymAmong(await page.gyms(), gymId);

/** The doors and memberships that rules may name. */
export async function whereOf(page: ConsolePage, gymId: number): Promise<RuleNames> {
  const own = `partners/${page.partnerId}`;
  const [doors, memberships] = await Promise.all([
    page.may('DEVICE_READ') ? page.all<NamedRecord>(`${own}/devices`, { gymId }) : [],
    page.may('CUSTOMER_READ') ? page.findAll<NamedRecord>(`${own}/memberships`) : undefined,
  ]);
  return { doors, memberships: memberships ?? [] };
}

export async function rulesViewOf(page: ConsolePage, gymId: string): Promise<RulesView> {
  const gyms = await page.gyms();
  const gym = gymAmong(gyms, gymId);
  const path = `gyms/${gym.id}`;
  const [{ body: policy, tag }, rules, names, occupancy] = await Promise.all([
    page.getTagged<Policy>(`${path}/access-policy`),
    page.all<ListedRule>(`${path}/access-rules`),
    whereOf(page, gym.id),
    page.may('CHECKIN_READ') ? page.find<PeopleInside>(`${path}/occupancy`) : undefined,
  ]);
  const state = storedForm({ values: policyValues(page, policy), tag });
  return { gym, gyms, policy, tag, rules, names, occupancy, state };
}

/** @throws request.not-found for a rule of another gym */
export async function ruleViewOf(page: ConsolePage, gymId: string, id: string): Promise<RuleView> {
  const gym = await ruledGymOf(page, gymId);
  const [{ body: rule, tag }, names] = await Promise.all([
    page.getTagged<ListedRule>(`access-rules/${id}`),
    whereOf(page, gym.id),
  ]);
  if (rule.gymId !== gym.id) throw new DomainError(RequestErrors.notFound);
  return { gym, rule, names, state: storedForm({ values: ruleValues(rule), tag }) };
}

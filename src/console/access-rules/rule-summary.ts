import type { ConsolePage } from '../frame/console-page.js';
import type { NamedRecord, ListedRule, RulePeople, RuleTime } from './access-rule.js';
import { ACCESS_WORDS } from './access-words.js';

/** The names of what rules speak of. */
export interface RuleNames {
  readonly doors: readonly NamedRecord[];
  readonly memberships: readonly NamedRecord[];
}

const namesOf = (ids: readonly number[], named: readonly NamedRecord[]): string =>
  ids.map((id) => named.find((one) => one.id === id)?.name ?? `#${id}`).join(', ');

/** A rule in a line: when it fits, for whom, at which doors. */
export function ruleSummary(page: ConsolePage, rule: ListedRule, names: RuleNames): string {
  const words = page.textsOf(ACCESS_WORDS);
  const parts = [
    ...timeParts(page, rule.when ?? {}),
    ...peopleParts(page, rule.who ?? {}, names),
    ...(rule.deviceIds ? [namesOf(rule.deviceIds, names.doors) || words.rules.noDoor] : []),
  ];
  return parts.join(' · ') || words.rules.everything;
}

function timeParts(page: ConsolePage, when: RuleTime): string[] {
  const { days, rules } = page.textsOf(ACCESS_WORDS);
  const { from, to, dateFrom, dateTo } = when;
  const day = (text: string) => page.formats.day(text);
  return [
    ...(when.days ? [when.days.map((one) => days[one]).join(' ')] : []),
    ...(from || to ? [`${from ?? '00:00'}–${to ?? '24:00'}`] : []),
    ...(dateFrom ? [rules.since(day(dateFrom))] : []),
    ...(dateTo ? [rules.until(day(dateTo))] : []),
  ];
}

function peopleParts(page: ConsolePage, who: RulePeople, { memberships }: RuleNames): string[] {
  const { rights, rules } = page.textsOf(ACCESS_WORDS);
  const { minAge, maxAge } = who;
  const isAged = typeof minAge === 'number' || typeof maxAge === 'number';
  return [
    ...(who.rights ? [who.rights.map((right) => rights[right].label).join(', ')] : []),
    ...(who.membershipIds ? [namesOf(who.membershipIds, memberships)] : []),
    ...(who.wellhubPlans ? [`${rules.plans} ${who.wellhubPlans.join(', ')}`] : []),
    ...(who.wellhubProducts ? [`${rules.products} ${who.wellhubProducts.join(', ')}`] : []),
    ...(isAged ? [rules.ages(minAge ?? null, maxAge ?? null)] : []),
  ];
}

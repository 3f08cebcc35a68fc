import { CHECKS } from '../checks/catalogue.js';
import { groupOf, type ConformanceCheck } from '../checks/check.js';
import { WrongUse } from '../partner/wrong-use.js';

/**
 * The checks with these ids or of these groups, and those they build on. @param names empty: all
 * @throws WrongUse a name that is none
 */
export function selectedChecks(names: readonly string[]): readonly ConformanceCheck[] {
  if (names.length === 0) return CHECKS;
  const chosen = new Set<string>();
  const choose = ({ id, after = [] }: ConformanceCheck): void => {
    if (chosen.has(id)) return;
    chosen.add(id);
    for (const check of CHECKS) if (after.includes(check.id)) choose(check);
  };
  for (const name of names) {
    const found = CHECKS.filter(({ id }) => id === name || groupOf(id) === name);
    if (found.length === 0)
      throw new WrongUse(`--only ${name}: no such check or group; see --list`);
    found.forEach(choose);
  }
  return CHECKS.filter(({ id }) => chosen.has(id));
}

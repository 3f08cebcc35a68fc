import { CHECKS } from './checks/index.js';

/** Spoils a good rendering in every way that a check names. @returns how many ways, and those that nobody found */
export async function plantFaults(rendering) {
  const problems = [];
  let planted = 0;
  for (const check of CHECKS)
    for (const [fault, spoil] of Object.entries(check.faults)) {
      planted += 1;
      if (!(await isFound(check, rendering, spoil)))
        problems.push(`${check.id} does not find ${fault} (${check.says})`);
    }
  return { planted, problems };
}

async function isFound(check, rendering, spoil) {
  const spoilt = rendering.copy();
  try {
    spoil(spoilt);
  } catch {
    // Nothing is there that could be spoilt: the check has not seen what it is for.
    return false;
  }
  for await (const found of check.find(spoilt)) if (found) return true;
  return false;
}

import { pairwise } from './pairwise.js';
import { SWITCHES } from './switches.js';

/** Every choice of one switch with every choice of every other one, in few sets of values. */
export function combinations() {
  const factors = Object.fromEntries(
    Object.entries(SWITCHES).map(([name, choices]) => [name, Object.keys(choices)]),
  );
  return pairwise(factors).map((row) => ({
    name: nameOf(row),
    values: Object.entries(row).reduce(
      (values, [name, choice]) => merge(values, SWITCHES[name][choice]),
      { publicUrl: 'https://gym.example.com' },
    ),
  }));
}

/** What differs from the first choice of each switch. */
const nameOf = (row) =>
  Object.entries(row)
    .filter(([name, choice]) => choice !== Object.keys(SWITCHES[name])[0])
    .map((pair) => pair.join(' '))
    .join(', ') || 'first choices';

/** The values of both, the other's where both have one. */
export function merge(one, other) {
  const merged = { ...one };
  for (const [key, value] of Object.entries(other))
    merged[key] = isObject(value) && isObject(one[key]) ? merge(one[key], value) : value;
  return merged;
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

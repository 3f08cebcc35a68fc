import { pairwise } from './pairwise.js';

const SECRETS_KEY = Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64');

/** The switches of the chart, each with its choices and the values that make them. */
const SWITCHES = {
  migrations: {
    job: { migrations: { run: 'job' } },
    initContainer: { migrations: { run: 'initContainer' } },
    none: { migrations: { run: 'none' } },
  },
  secrets: {
    existing: { secrets: { existingSecret: 'mine' } },
    values: {
      secrets: {
        databaseUrl: { value: 'postgres://gatehouse:p@db:5432/gatehouse' },
        operatorApiKey: { value: 'operator-7d0f1c2b3a4958677685' },
        secretsKey: { value: SECRETS_KEY },
      },
    },
  },
  as: { files: { secrets: { as: 'files' } }, env: { secrets: { as: 'env' } } },
  account: {
    made: { serviceAccount: { create: true } },
    theirs: { serviceAccount: { create: false, name: 'theirs' } },
  },
};

/** Every choice of one switch with every choice of every other one, in few sets of values. */
export function combinations() {
  const factors = Object.fromEntries(
    Object.entries(SWITCHES).map(([name, choices]) => [name, Object.keys(choices)]),
  );
  return pairwise(factors).map((row) => ({
    name: Object.entries(row)
      .map((pair) => pair.join(' '))
      .join(', '),
    values: Object.entries(row).reduce(
      (values, [name, choice]) => merge(values, SWITCHES[name][choice]),
      { publicUrl: 'https://gym.example.com' },
    ),
  }));
}

export function merge(one, other) {
  const merged = { ...one };
  for (const [key, value] of Object.entries(other))
    merged[key] = isObject(value) && isObject(one[key]) ? merge(one[key], value) : value;
  return merged;
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

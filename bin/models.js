// Searches with fresh chances for an order of things in which the service answers otherwise than the model of it.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const HELP = `npm run models -- [options]
  --minutes <n>    how long each model searches (5)
  --only <model>   check-in or gate (both)
  --seed <n>       which ways (fresh ones)
  --path <path>    one way of a seed again, as a finding names it
`;

function readOptions() {
  try {
    const text = (fallback) => ({ type: 'string', ...(fallback && { default: fallback }) });
    const { values } = parseArgs({
      options: { minutes: text('5'), only: text(), seed: text(), path: text() },
    });
    const { minutes, only = '', seed } = values;
    if (!(Number(minutes) > 0)) throw new Error('--minutes must be a number above 0');
    if (seed !== undefined && !/^-?\d+$/.test(seed)) throw new Error('--seed must be a number');
    if (!['', 'check-in', 'gate'].includes(only)) throw new Error(`no model is named ${only}`);
    if (values.path !== undefined && (seed === undefined || only === ''))
      throw new Error('--path needs --seed and --only');
    return { ...values, only };
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}

const { minutes, only, seed, path } = readOptions();
const env = {
  ...process.env,
  MODEL_MINUTES: path === undefined ? minutes : '0',
  ...(seed !== undefined && { MODEL_SEED: seed }),
  ...(path !== undefined && { MODEL_PATH: path }),
};
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const pattern = `${only || '(check-in|gate)'}-model.e2e-spec`;
const args = [...jest, pattern, '--selectProjects', 'e2e'];
spawn(process.execPath, args, { env, stdio: 'inherit' }).on('exit', (code) =>
  process.exit(code ?? 1),
);

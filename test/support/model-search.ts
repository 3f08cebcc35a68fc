import fc from 'fast-check';

const { MODEL_MINUTES, MODEL_SEED, MODEL_PATH } = process.env;
const minutes = Number(MODEL_MINUTES ?? 0);

const NPM_TEST = { seed: 1, numRuns: 60, interruptAfterTimeLimit: 15_000, endOnFailure: true };
const MORE_THAN_ANY = 10_000_000;

export const MODEL_TIMEOUT_MS = 120_000 + minutes * 60_000 * 2;

/** `npm test` goes the same ways every time; `npm run models` goes fresh ones for some minutes, or one of them again. */
export function modelSearch(only: string): fc.Parameters<unknown> {
  const seed = MODEL_SEED === undefined ? Date.now() % 2 ** 31 : Number(MODEL_SEED);
  const plan =
    MODEL_PATH !== undefined
      ? { seed, path: MODEL_PATH, endOnFailure: true }
      : minutes > 0
        ? { seed, numRuns: MORE_THAN_ANY, interruptAfterTimeLimit: minutes * 60_000 }
        : NPM_TEST;
  return { ...plan, reporter: (details) => report(only, details) };
}

function report(only: string, details: fc.RunDetails<unknown>): void {
  const { failed, seed, numRuns, counterexamplePath } = details;
  if (minutes > 0) process.stdout.write(`${only}: ${numRuns} ways from seed ${seed}\n`);
  if (!failed || (details.interrupted && counterexamplePath === null)) return;
  const replay = `npm run models -- --only ${only} --seed ${seed} --path "${counterexamplePath}"`;
  throw new Error(`${fc.defaultReportMessage(details)}\nReplay: ${replay}`, {
    cause: details.errorInstance,
  });
}

import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { outcomeOf } from './ledger.js';
import { call, checkIn, visit } from './load.js';
import { underLoad } from './under-load.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);
const PER_SECOND = 20;

/**
 * A new SECRETS_KEY in the steps of docs/keys.md while people come and go, replica by replica, so that two of different
 * steps serve at every moment. No request may fail. Steps in another order must be refused before they do harm.
 */
export async function rotation(stage) {
  const { ledger, report, settings } = stage;
  const [old, young] = [settings.SECRETS_KEY, randomBytes(32).toString('base64')];
  const before = new Map(ledger.statuses);
  await underLoad(
    stage,
    PER_SECOND,
    async () => {
      await refuses(stage, young, 'is the wrong key');
      await refuses(stage, `${young},${old}`, 'does not have the key');
      await rollOut(stage, `${old},${young}`);
      await rollOut(stage, `${young},${old}`);
      await refuses(stage, young, 'which still encrypts');
      const said = await keys(stage, 'reseal');
      report.print(/\d+ rows encrypted again/.exec(said)?.[0] ?? said);
      await keys(stage, 'status');
      await rollOut(stage, young);
    },
    [checkIn, visit, visit, registerAndOpen],
  );
  for (const line of failures(before, ledger.statuses)) report.found(`not one may fail: ${line}`);
}

async function rollOut(stage, ring) {
  stage.settings.SECRETS_KEY = ring;
  for (const server of stage.replicas.all) await stage.replicas.replace(server);
}

/** A start that must not come about. */
export async function refuses({ replicas, report, settings }, ring, because) {
  const started = await replicas
    .apart({ ...settings, SECRETS_KEY: ring })
    .catch(({ message }) => message);
  if (typeof started === 'string' && started.includes(because)) return;
  report.found(
    `a start that had to say "${because}" ${started.log ? 'served' : `said ${started}`}`,
  );
  await started.stop?.();
}

/** @throws with what it said, unless everything stands under the first key afterwards */
async function keys({ settings }, command) {
  const env = { PATH: process.env.PATH, ...settings };
  const { stdout } = await run(process.execPath, ['dist/gatehouse.js', 'keys', command], {
    cwd: ROOT,
    env,
  });
  return stdout;
}

/** Wellhub fetches a token, sometimes, or goes on with the one it has; its user opens the link at once. */
async function registerAndOpen({ ledger, port, world }) {
  const fresh = await call(port(), {
    method: 'GET',
    path: '/wellhub/token',
    headers: { 'X-Api-Key': world.registrationKey },
  });
  ledger.answered('token', fresh);
  const tokens = fresh.status === 200 ? [JSON.parse(fresh.text).access_token] : [];
  for (const token of [world.registrationToken, ...tokens]) {
    const gpwId = `gpw-${randomUUID()}`;
    const answer = await call(port(), {
      path: '/wellhub/users',
      headers: { Authorization: `Bearer ${token}` },
      body: { gympass_user_id: gpwId },
    });
    ledger.answered('users', answer);
    const outcome = outcomeOf(answer);
    const link = outcome === 'promised' ? JSON.parse(answer.text).redirect_link : undefined;
    ledger.registrations.set(gpwId, { outcome, link });
    if (!link) continue;
    const { pathname, search } = new URL(link);
    ledger.answered('link', await call(port(), { method: 'GET', path: pathname + search }));
  }
}

const isGood = (key) => / 2\d\d$/.test(key);

const failures = (before, after) =>
  [...after]
    .map(([key, count]) => [key, count - (before.get(key) ?? 0)])
    .filter(([key, count]) => count > 0 && !isGood(key))
    .map(([key, count]) => `${key}: ${count}`);

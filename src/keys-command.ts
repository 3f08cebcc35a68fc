import 'reflect-metadata';
import { readEnvironment } from './platform/config/environment.js';
import { readSettings, settingProblems } from './platform/config/read-settings.js';
import type { Settings } from './platform/config/settings.js';
import { StartProblem } from './platform/config/start-problem.js';
import type { Keyring } from './platform/crypto/keyring.js';
import { forgetKey, keysStatus, resealAll } from './platform/encryption-keys/keys-commands.js';
import { openKeyring, unprovenKeyring } from './platform/encryption-keys/open-keyring.js';

const print = (line: string) => process.stdout.write(`${line}\n`);

const HELP = 'Say "status", "reseal", or "forget" with the id of a key that is lost.';

/** Not everything stands under the first key yet. */
const NOT_DONE = 2;

/**
 * `gatehouse keys [status | reseal | forget <id>]`: the steps of a rotation of `SECRETS_KEY` (docs/keys.md), while
 * replicas serve. Exit code 0: everything stands under the first key; 2: not yet; 1: it could not be done.
 */
export async function keysCommand([
  command = 'status',
  id,
  ...rest
]: readonly string[]): Promise<number> {
  const isKnown = command === 'forget' ? id !== undefined : id === undefined;
  if (!/^(status|reseal|forget)$/.test(command) || !isKnown || rest.length > 0)
    throw new StartProblem(HELP);
  const env = readEnvironment(undefined, settingProblems);
  if (!env.DATABASE_URL)
    throw new StartProblem(
      'Set DATABASE_URL, and SECRETS_KEY as the replicas have it: the embedded database runs only with its service.',
    );
  const settings = readSettings(env);
  if (command === 'forget') {
    const keyring = await filled(settings, unprovenKeyring(settings));
    await forgetKey({ settings, keyring, tell: print }, id ?? '');
    return 0;
  }
  const keyring = await filled(settings, await openKeyring(settings));
  const work = command === 'reseal' ? resealAll : keysStatus;
  return (await work({ settings, keyring, tell: print })) === 0 ? 0 : NOT_DONE;
}

/** Every room registers what it uses keys for when it is constructed. */
async function filled(settings: Settings, keyring: Keyring): Promise<Keyring> {
  const { makeIdleApp } = await import('./idle-app.js');
  const app = await makeIdleApp(settings, keyring);
  await app.close();
  return keyring;
}

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fromRoot } from '../../platform/config/from-root.js';
import { cliEnvironment } from '../terminal/cli-environment.js';
import { wrongUse } from '../terminal/cli-problem.js';
import { readPrivate } from './private-file.js';
import { isProfile, type CliProfile } from './profile.js';

const FOLDER = '.gatehouse';

/** What a running sandbox keeps beside its data: the demo partner's key, and where it listens. */
export function sandboxOf({ url, dataDir }: { url?: string; dataDir?: string }): CliProfile {
  const folder = folderOf(dataDir);
  const text = readPrivate(join(folder, 'secrets.json'));
  const { serviceUrl, adminKey, partnerId, simulatorUrl, deviceToken, gymId } = parsed(text);
  const sandbox = { simulatorUrl, deviceToken, gymId };
  const profile = { url: url ?? serviceUrl, apiKey: adminKey, partnerId, sandbox };
  if (isProfile(profile)) return profile;
  throw wrongUse(
    `There is no sandbox in ${folder}.`,
    'Start one with npm start, or name its data folder with --data-dir (its DATA_DIR).',
  );
}

/** Of this folder first, so that several sandboxes can be beside each other. */
function folderOf(dataDir: string | undefined): string {
  const given = dataDir ?? cliEnvironment().dataDir;
  if (given !== undefined) return resolve(given);
  return existsSync(FOLDER) ? resolve(FOLDER) : fromRoot(FOLDER);
}

function parsed(text: string | undefined): Partial<Record<string, string>> {
  try {
    const { sandbox } = JSON.parse(text ?? '{}') as { sandbox?: Record<string, string> };
    return sandbox ?? {};
  } catch {
    return {};
  }
}

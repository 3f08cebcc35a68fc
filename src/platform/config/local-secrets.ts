import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './start-problem.js';

/** Secrets of the embedded mode and of the sandbox: made once, kept beside the data, mode 0600. */
export interface LocalSecrets {
  /** Absent when the environment sets it: a key that is kept elsewhere is not stored here. */
  operatorApiKey?: string;
  secretsKey: string;
  /** Clear credentials of the demo partner, by name; shown at each start. */
  sandbox?: Record<string, string>;
}

const file = (dataDir: string) => join(dataDir, 'secrets.json');

/** @param makeOperatorKey kept out of here, because the form of a key belongs to partner-auth */
export function localSecrets(
  dataDir: string,
  makeOperatorKey: () => string | undefined,
): LocalSecrets {
  const kept = existsSync(file(dataDir))
    ? parse(dataDir, readFileSync(file(dataDir), 'utf8'))
    : undefined;
  if (kept?.operatorApiKey !== undefined) return kept;
  const operatorApiKey = makeOperatorKey();
  if (kept && operatorApiKey === undefined) return kept;
  // Also for a folder whose first start had a key in its environment and this start has none.
  const made = {
    ...(operatorApiKey !== undefined && { operatorApiKey }),
    ...(kept ?? { secretsKey: randomBytes(32).toString('base64') }),
  };
  saveLocalSecrets(dataDir, made);
  return made;
}

function parse(dataDir: string, text: string): LocalSecrets {
  try {
    return JSON.parse(text) as LocalSecrets;
  } catch {
    throw new StartProblem(
      `${file(dataDir)} is damaged: put a copy of it back, or set DATA_DIR to a new folder to begin anew.`,
    );
  }
}

/** Replaces the file as a whole, so that a crash leaves the old or the new one. */
export function saveLocalSecrets(dataDir: string, secrets: LocalSecrets): void {
  mkdirSync(dataDir, { recursive: true });
  const fresh = `${file(dataDir)}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, file(dataDir));
}

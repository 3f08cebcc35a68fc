import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The environment of a program that a test starts: no settings of this machine, and a data directory in the folder of
 * the run. By that folder `left-behind.js` recognises the processes of the run.
 */
export const programEnvironment = (env: Record<string, string> = {}): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  TMPDIR: tmpdir(),
  ENV_FILE: 'none',
  DATA_DIR: mkdtempSync(join(tmpdir(), 'gatehouse-program-')),
  ...env,
});

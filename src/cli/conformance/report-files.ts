import { closeSync, openSync, writeFileSync } from 'node:fs';
import { codeOf } from '../../platform/config/start-problem.js';
import { wrongUse } from '../terminal/cli-problem.js';

/** Looks before a long run whether its report can be saved. @throws CliProblem */
export function assertWritable(path: string | undefined): void {
  if (path === undefined) return;
  try {
    closeSync(openSync(path, 'a'));
  } catch (error) {
    throw wrongUse(`${path} cannot be written (${codeOf(error)}).`, 'Name another file.');
  }
}

/** Only its owner reads it: it shows what a system answers. */
export function saveReport(path: string | undefined, text: () => string): void {
  if (path !== undefined) writeFileSync(path, text(), { mode: 0o600 });
}

// What every command does before its program: the build is brought up to date, then `.env` is read.
import { buildIfNeeded } from './build.js';
import { followNpm } from './follow-npm.js';
import { report } from './report.js';

const OLDEST_SUPPORTED = 22;

/**
 * @param program path below dist/
 * @param words what it is to do, before the words of whoever called
 */
export async function launch(program, ...words) {
  process.argv.splice(2, 0, ...words);
  followNpm();
  await buildIfNeeded();
  if (await needsSettings(program)) await readSettings();
  await import(`../dist/${program}`);
}

/** Commands of those who use a service have a profile instead of settings. */
async function needsSettings(program) {
  if (program !== 'gatehouse.js') return true;
  const { isOfService } = await import('../dist/commands.js');
  return isOfService(process.argv[2]);
}

async function readSettings() {
  const { addEnvFile } = await import('../dist/platform/config/env-file.js');
  const { lastWords } = await import('../dist/platform/config/start-problem.js');
  try {
    const line = addEnvFile(process.env);
    reportOldNode();
    if (line) report(line);
  } catch (error) {
    report(lastWords(error), 'CRITICAL');
    process.exit(1);
  }
}

function reportOldNode() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major >= OLDEST_SUPPORTED) return;
  const text = `Node ${major} has reached its end of life. Gatehouse still works on it; supported are 22 and 24.`;
  report(text, 'WARNING');
}

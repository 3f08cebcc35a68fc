// What every command does before its program: the build is brought up to date, then `.env` is read.
import { buildIfNeeded } from './build.js';
import { followNpm } from './follow-npm.js';

/** @param program path below dist/ */
export async function launch(program) {
  followNpm();
  await buildIfNeeded();
  const { addEnvFile } = await import('../dist/platform/config/env-file.js');
  const { lastWords } = await import('../dist/platform/config/start-problem.js');
  try {
    const line = addEnvFile(process.env);
    if (line) console.error(line);
  } catch (error) {
    console.error(lastWords(error));
    process.exit(1);
  }
  await import(`../dist/${program}`);
}

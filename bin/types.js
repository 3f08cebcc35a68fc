// `npm run types`: TypeScript 7 by its path, since `tsc` is the name of TypeScript 5 as well, with which the client is tried.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const COMPILER = 'node_modules/@typescript/native/bin/tsc';

for (const project of ['.', 'web', 'clients/typescript']) {
  const args = [COMPILER, '--noEmit', '-p', project];
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

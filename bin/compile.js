// Makes a JavaScript file of every TypeScript file below src/ (in dist/) and of the client's (in its own dist/), with the options of
// .swcrc, and removes what no source makes any more. Types are checked by `npm run types`.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = /(?<!\.(?:spec|integration-spec)|\.d)\.tsx?$/;

const OURS = /^(?!web\/|bundle\/).*\.js(\.map)?$/;

const outcomes = await Promise.allSettled(
  ['.', 'clients/typescript'].flatMap((folder) => compileFolder(join(root, folder))),
);
for (const { reason } of outcomes.filter(({ status }) => status === 'rejected')) {
  console.error(String(reason));
  process.exitCode = 1;
}

function compileFolder(folder) {
  const [from, to] = [join(folder, 'src'), join(folder, 'dist')];
  const sources = readdirSync(from, { recursive: true }).filter((file) => SOURCE.test(file));
  const made = new Set(sources.map((file) => file.replace(SOURCE, '.js')));
  for (const file of existsSync(to) ? readdirSync(to, { recursive: true }) : [])
    if (OURS.test(file) && !made.has(file.replace(/\.map$/, ''))) rmSync(join(to, file));
  return sources.map((file) => compile(join(from, file), join(to, file.replace(SOURCE, '.js'))));
}

async function compile(source, target) {
  const { code, map } = await transformFile(source, {
    cwd: root,
    sourceFileName: relative(dirname(target), source),
  });
  const name = relative(dirname(target), `${target}.map`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, map ? `${code}\n//# sourceMappingURL=${name}` : code);
  if (map) writeFileSync(`${target}.map`, map);
}

// Makes a dist/**/*.js of every TypeScript file below src/, with the options of .swcrc, and removes what no source makes any more.
// Types are checked by `npm run types`.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = /(?<!\.(?:spec|integration-spec)|\.d)\.tsx?$/;

const OURS = /^(?!web\/|bundle\/).*\.js(\.map)?$/;

const sources = readdirSync(join(root, 'src'), { recursive: true }).filter((file) =>
  SOURCE.test(file),
);
const made = new Set(sources.map((file) => file.replace(SOURCE, '.js')));
for (const file of readdirSync(join(root, 'dist'), { recursive: true }))
  if (OURS.test(file) && !made.has(file.replace(/\.map$/, ''))) rmSync(join(root, 'dist', file));

const outcomes = await Promise.allSettled(sources.map(compile));
for (const { reason } of outcomes.filter(({ status }) => status === 'rejected')) {
  console.error(String(reason));
  process.exitCode = 1;
}

async function compile(file) {
  const source = join(root, 'src', file);
  const target = join(root, 'dist', file.replace(SOURCE, '.js'));
  const { code, map } = await transformFile(source, {
    cwd: root,
    sourceFileName: relative(dirname(target), source),
  });
  const name = relative(dirname(target), `${target}.map`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, map ? `${code}\n//# sourceMappingURL=${name}` : code);
  if (map) writeFileSync(`${target}.map`, map);
}

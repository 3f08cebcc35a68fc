// `npm run image` assembles what the image holds, without a container engine, measures it and calls every command.
// A builder that has the base image then builds it; BUILDER=docker fetches that. `-- --tree FOLDER` only assembles it there, as the Dockerfile does; `-- --size` only measures.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildIfNeeded } from './build.js';
import { buildImage } from './image/build.js';
import { checkTree } from './image/check.js';
import { assemble } from './image/tree.js';

const MOST_MB = 90;
const [option, folder] = process.argv.slice(2);
const tree = folder ?? join(mkdtempSync(join(tmpdir(), 'gatehouse-image-')), 'app');

await buildIfNeeded();
assemble(tree);
if (option !== '--tree') {
  const [kilobytes] = execFileSync('du', ['-sk', tree], { encoding: 'utf8' }).split('\t');
  const megabytes = Number(kilobytes) / 1024;
  console.log(`${megabytes.toFixed(1)} MB above the base (at most ${MOST_MB})`);
  if (megabytes > MOST_MB) process.exitCode = 1;
  if (option !== '--size') checkTree(tree);
  if (option === undefined) buildImage(release());
  if (!folder) rmSync(dirname(tree), { recursive: true });
}

function release() {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' });
  return { version, revision: stdout?.trim() || 'unknown' };
}

// Makes dist/bundle/main.js of dist/main.js, the command line, and nearly all that its commands import: two dozen files to open instead of three
// thousand, which halves the time and the memory of a start (docs/decisions/0013). Line comments in it name the file that each part came from.
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  bundleWhatIsRequired,
  dropComments,
  leaveOutWhatIsMissing,
  leaveOutWhatIsUnused,
  takeSwaggerApart,
} from './bundling/plugins.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const OUT = 'dist/bundle';
const KEPT_MS = 7 * 86_400_000;

/** What CommonJS modules expect to find around them, and a function for nameNoClosures. */
const SURROUNDINGS = `
import { createRequire as $requireFrom } from 'node:module';
import { dirname as $folderOf } from 'node:path';
import { fileURLToPath as $pathOf } from 'node:url';
const require = $requireFrom(import.meta.url);
const __filename = $pathOf(import.meta.url);
const __dirname = $folderOf(__filename);
function __unnamed(target) {
  return target;
}
`;

/** A native module is a file of its own. */
const NATIVE = '@node-rs/argon2';

const NAMING =
  'var __name = (target, value) => __defProp(target, "name", { value, configurable: true });';
const NAMING_ONCE =
  'var __name = (target, value) => target.name === value ? target : __defProp(target, "name", { value, configurable: true });';

/**
 * `keepNames` also renames every closure each time that it is made, which was a seventh of the CPU of a token.
 * Classes and functions keep their names; closures need none.
 */
const nameNoClosures = (code) =>
  code
    .replace(NAMING, NAMING_ONCE)
    .replaceAll('/* @__PURE__ */ __name(', '/* @__PURE__ */ __unnamed(');

/** One character beyond ASCII, in a template say, doubles what the whole text takes in memory. */
const inAscii = (code) =>
  code.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const { outputFiles } = await build({
  entryPoints: [at('dist/main.js')],
  outdir: at(OUT),
  // What is imported late is a file of its own.
  splitting: true,
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // The framework and the logs know classes by their names.
  keepNames: true,
  banner: { js: SURROUNDINGS },
  external: [NATIVE],
  // What Node would be given is one piece; of this one only what is used is taken.
  alias: {
    'class-validator': at('node_modules/class-validator/esm2015/index.js'),
    rxjs: at('node_modules/rxjs/dist/esm/index.js'),
    'rxjs/operators': at('node_modules/rxjs/dist/esm/operators/index.js'),
  },
  plugins: [
    leaveOutWhatIsUnused,
    takeSwaggerApart,
    leaveOutWhatIsMissing,
    bundleWhatIsRequired,
    dropComments,
  ],
  legalComments: 'none',
  logLevel: 'warning',
});

if (!outputFiles.some(({ text }) => text.includes(NAMING)))
  throw new Error('esbuild names functions in another way now');
await mkdir(at(OUT), { recursive: true });
for (const { path, text } of outputFiles) await writeFile(path, inAscii(nameNoClosures(text)));
await removeOld();
await rm(at('dist/.compile-cache'), { recursive: true, force: true });

/** A server that was started from an earlier build still imports its own files late. */
async function removeOld() {
  const made = outputFiles.map(({ path }) => basename(path));
  for (const name of await readdir(at(OUT))) {
    const path = join(at(OUT), name);
    if (!made.includes(name) && Date.now() - (await stat(path)).mtimeMs > KEPT_MS) await rm(path);
  }
}

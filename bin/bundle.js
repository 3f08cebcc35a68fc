// Makes dist/gatehouse.js of dist/main.js and nearly all that it imports: a few hundred files to open instead of three
// thousand, which nearly halves the time of a start (docs/decisions/0013). Line comments in it name the file that each part came from.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  bundleWhatIsRequired,
  dropComments,
  leaveOutWhatIsMissing,
  leaveOutWhatIsUnused,
} from './bundling/plugins.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What CommonJS modules expect to find around them. */
const SURROUNDINGS = `
import { createRequire as $requireFrom } from 'node:module';
import { dirname as $folderOf } from 'node:path';
import { fileURLToPath as $pathOf } from 'node:url';
const require = $requireFrom(import.meta.url);
const __filename = $pathOf(import.meta.url);
const __dirname = $folderOf(__filename);
`;

/** A native module is a file of its own. */
const NATIVE = '@node-rs/argon2';

const NAMING =
  'var __name = (target, value) => __defProp(target, "name", { value, configurable: true });';
const NAMING_ONCE = `var __name = (target, value) => target.name === value ? target : __defProp(target, "name", { value, configurable: true });
var __unnamed = (target) => target;`;

/**
 * `keepNames` also renames every closure each time that it is made, which was a seventh of the CPU of a token.
 * Classes and functions keep their names; closures need none.
 */
function nameNoClosures(code) {
  if (!code.includes(NAMING)) throw new Error('esbuild names functions in another way now');
  return code
    .replace(NAMING, NAMING_ONCE)
    .replaceAll('/* @__PURE__ */ __name(', '/* @__PURE__ */ __unnamed(');
}

/** One character beyond ASCII, in a template say, doubles what the whole text takes in memory. */
const inAscii = (code) =>
  code.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const { outputFiles } = await build({
  entryPoints: [at('dist/main.js')],
  outfile: at('dist/gatehouse.js'),
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // The framework and the logs know classes by their names.
  keepNames: true,
  banner: { js: SURROUNDINGS },
  external: [NATIVE],
  plugins: [leaveOutWhatIsMissing, leaveOutWhatIsUnused, bundleWhatIsRequired, dropComments],
  legalComments: 'none',
  logLevel: 'warning',
});

for (const { path, text } of outputFiles) await writeFile(path, inAscii(nameNoClosures(text)));

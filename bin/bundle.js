// Makes dist/gatehouse.js of dist/main.js and nearly all that it imports: a few hundred files to open instead of three
// thousand, which nearly halves the time of a start (docs/decisions/0013). Line comments in it name the file that each part came from.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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

/** What the framework also looks up by name while it runs: bundled, there would be two of each (test/bundle.e2e-spec.ts). */
const FOUND_BY_NAME = ['class-transformer', 'class-validator', 'pg', 'reflect-metadata', 'typeorm'];

/** What those load too, and what is bundled as well: the one that is loaded serves both. */
const SHARED = ['debug'];

const SECOND_LOOK = 'second look';

/** Packages that libraries ask for only when they are there stay imports, so that asking goes on to fail politely. */
const leaveOutWhatIsMissing = {
  name: 'leave out what is missing',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === SECOND_LOOK) return undefined;
      const options = { kind, importer, resolveDir, pluginData: SECOND_LOOK };
      const found = await resolve(path, options);
      return found.errors.length > 0 ? { path, external: true } : found;
    });
  },
};

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
  external: [NATIVE, ...FOUND_BY_NAME, ...SHARED],
  plugins: [leaveOutWhatIsMissing],
  legalComments: 'none',
  logLevel: 'warning',
});

for (const { path, text } of outputFiles) await writeFile(path, nameNoClosures(text));

import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

const SECOND_LOOK = 'second look';

/** Packages that libraries ask for only when they are there stay imports, so that asking goes on to fail politely. */
export const leaveOutWhatIsMissing = {
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

/** Other databases than PostgreSQL, and the telephone numbers of all countries: two megabytes that nothing of ours calls. */
const DRIVERS = /\/node_modules\/typeorm\/driver\/[^/]+\/.*\.js$/;
const NEEDED = /\/typeorm\/driver\/(postgres|types)\//;
const PHONE_NUMBERS = /\/node_modules\/libphonenumber-js\//;

export const leaveOutWhatIsUnused = {
  name: 'leave out what is unused',
  setup({ onLoad }) {
    const nothing = { contents: 'module.exports = {};', loader: 'js' };
    onLoad({ filter: PHONE_NUMBERS }, () => nothing);
    onLoad({ filter: DRIVERS }, ({ path }) => (NEEDED.test(path) ? undefined : nothing));
  },
};

const OWN_REQUIRE = 'const require = createRequire(import.meta.url);\n';
const ASKS_ITSELF =
  /\/@nestjs\/(mapped-types\/dist\/type-helpers\.utils|typeorm\/dist\/common\/typeorm-compat)\.js$/;

/** Two modules make a `require` of their own, behind which nobody sees what they load: it would be loaded twice. */
export const bundleWhatIsRequired = {
  name: 'bundle what is required',
  setup({ onLoad }) {
    onLoad({ filter: ASKS_ITSELF }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes(OWN_REQUIRE)) throw new Error(`${path} asks in another way now`);
      return { contents: text.replace(OWN_REQUIRE, ''), loader: 'js' };
    });
  },
};

/** They are a fifth of it all. */
export const dropComments = {
  name: 'drop comments',
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const { code } = await transform(text, { minifyWhitespace: true, legalComments: 'none' });
      return { contents: code, loader: 'js' };
    });
  },
};

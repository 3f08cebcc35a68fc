import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

const RESOLVED_ONCE = 'second look';

/** Packages that libraries ask for only when they are there stay imports, so that asking goes on to fail politely. */
export const leaveOutWhatIsMissing = {
  name: 'leave out what is missing',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === RESOLVED_ONCE) return undefined;
      const options = { kind, importer, resolveDir, pluginData: RESOLVED_ONCE };
      const found = await resolve(path, options);
      return found.errors.length > 0 ? { path, external: true } : found;
    });
  },
};

/** Telephone numbers of all countries, forms with files, compilers of schemas, patterns of file names: nothing of ours calls them. */
const PACKAGES =
  /\/node_modules\/(libphonenumber-js|form-data|@fastify\/ajv-compiler|@fastify\/fast-json-stringify-compiler|tinyglobby|@sqltools\/formatter|sql-highlight)\//;
const DRIVERS = /\/node_modules\/typeorm\/driver\/[^/]+\/.*\.js$/;
const NEEDED = /\/typeorm\/driver\/(postgres|types)\//;

/** Fastify makes its compilers at a start, for schemas that no route has; whoever came to use one would learn it at once. */
const LEFT_OUT = `
const used = () => { throw new Error('this is left out of the bundle (bin/bundling/plugins.js)'); };
module.exports = function leftOut() { return used; };`;

export const leaveOutWhatIsUnused = {
  name: 'leave out what is unused',
  setup({ onLoad, onResolve }) {
    const nothing = { contents: LEFT_OUT, loader: 'js' };
    onResolve({ filter: /^class-(validator|transformer)$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
    onLoad({ filter: PACKAGES }, () => nothing);
    onLoad({ filter: DRIVERS }, ({ path }) => (NEEDED.test(path) ? undefined : nothing));
  },
};

const OWN_REQUIRE = 'const require = createRequire(import.meta.url);\n';
const WITH_OWN_REQUIRE =
  /\/@nestjs\/(mapped-types\/dist\/type-helpers\.utils|typeorm\/dist\/common\/typeorm-compat)\.js$/;
/** Named, what is not used of it can be left out. */
const OF_VALIDATOR = '{ IsOptional, ValidateIf, getMetadataStorage }';
const VALIDATOR = "require('class-validator')";
const NAMED = `import ${OF_VALIDATOR} from 'class-validator';\n`;

/** Two modules make a `require` of their own, behind which nobody sees what they load: it would be loaded twice. */
export const bundleWhatIsRequired = {
  name: 'bundle what is required',
  setup({ onLoad }) {
    onLoad({ filter: WITH_OWN_REQUIRE }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes(OWN_REQUIRE)) throw new Error(`${path} asks in another way now`);
      const contents = text
        .replace(OWN_REQUIRE, text.includes(VALIDATOR) ? NAMED : '')
        .replaceAll(VALIDATOR, OF_VALIDATOR);
      return { contents, loader: 'js' };
    });
  },
};

const WITHIN_SWAGGER = /\/node_modules\/@nestjs\/(swagger|core|common)\//;

/** Of Swagger only its decorators are needed at a start; its package does not say that its files may be left out. */
export const takeSwaggerApart = {
  name: 'take Swagger apart',
  setup({ onResolve, resolve }) {
    onResolve(
      { filter: /^(@nestjs\/(swagger|core|common)$|\.)/ },
      async ({ path, pluginData, ...from }) => {
        const isOurs = path.startsWith('@') || WITHIN_SWAGGER.test(from.importer);
        if (!isOurs || pluginData === RESOLVED_ONCE) return undefined;
        const { kind, importer, resolveDir } = from;
        const options = { kind, importer, resolveDir, pluginData: RESOLVED_ONCE };
        return { ...(await resolve(path, options)), sideEffects: false };
      },
    );
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

// Plain JavaScript: Jest loads this file itself, without our transform.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Folders of sources, and where the build puts what it makes of them. */
const BUILT = { [`${ROOT}src/`]: `${ROOT}dist/` };
const CLIENT = `${ROOT}clients/typescript/`;
BUILT[`${CLIENT}src/`] = `${CLIENT}dist/`;

const sourcesOf = (path) => Object.keys(BUILT).find((folder) => path.startsWith(folder));

/** The file that Node loads in the place of `path`: of a source what the build made of it. */
const loaded = (path) => {
  const folder = sourcesOf(path);
  return folder === undefined
    ? path
    : BUILT[folder] + path.slice(folder.length).replace(/\.tsx?$/, '.js');
};

const keyOf = (source, path) =>
  createHash('sha256')
    .update(readFileSync(new URL(import.meta.url)))
    .update(sourcesOf(path) ? readFileSync(`${ROOT}dist/.stamp`) : '')
    .update(`${path}\0${source}`)
    .digest('hex');

const NAME = /^[A-Za-z_$][\w$]*$/;

/** Replaces the text of a module by one that hands on what Node loaded already (`built-environment.js`). */
export default {
  getCacheKeyAsync: async (source, path) => keyOf(source, path),
  async processAsync(_source, path) {
    const file = loaded(path);
    const names = Object.keys(await import(pathToFileURL(file).href)).filter((name) =>
      NAME.test(name),
    );
    const lines = names.map((name) =>
      name === 'default' ? 'export default it.default;' : `export const ${name} = it.${name};`,
    );
    return {
      code: [`const it = await loadOnce(${JSON.stringify(file)});`, ...lines].join('\n'),
    };
  },
};

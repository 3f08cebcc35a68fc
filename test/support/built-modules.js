// Plain JavaScript: Jest loads this file itself, without our transform.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = `${ROOT}src/`;

/** The file that Node loads in the place of `path`: of a source what the build made of it. */
const loaded = (path) =>
  path.startsWith(SOURCES)
    ? `${ROOT}dist/${path.slice(SOURCES.length).replace(/\.tsx?$/, '.js')}`
    : path;

const keyOf = (source, path) =>
  createHash('sha256')
    .update(readFileSync(new URL(import.meta.url)))
    .update(path.startsWith(SOURCES) ? readFileSync(`${ROOT}dist/.stamp`) : '')
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

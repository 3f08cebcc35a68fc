// The files of the image, assembled in a folder: the Dockerfile copies them, tests and `npm run image` look at them.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSbom } from './sbom.js';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A native module, with its package for this platform, and the list of common passwords: found by name while it runs. */
const NATIVE = '@node-rs';
const PASSWORDS = '@zxcvbn-ts/language-common';
const NO_PART = /\.(map|ts|mjs|md)$|zxcvbn-ts\.js$|browser\.js$/;

/** Names in the text of a file of the bundle. */
const IMPORTED = /(?:from |import\(|import )"\.\/([\w-]+\.js)"/g;

/** @param folder is emptied */
export function assemble(folder) {
  rmSync(folder, { recursive: true, force: true });
  const copy = (path) =>
    cpSync(at(path), join(folder, path), {
      recursive: true,
      filter: (source) => !NO_PART.test(source),
    });
  for (const file of bundleFiles()) copy(`dist/bundle/${file}`);
  for (const path of ['dist/gatehouse.js', 'dist/platform/config/from-root.js', 'dist/web'])
    copy(path);
  rmSync(join(folder, 'dist/web/inputs.json'));
  for (const path of ['migrations', 'LICENSE', ...packages()]) copy(path);
  write(folder, 'package.json', namesItself());
  write(folder, 'sbom.cdx.json', makeSbom(bundleFiles().map((file) => at(`dist/bundle/${file}`))));
}

/** What `main.js` leads to: of earlier builds files may lie beside it. */
export function bundleFiles() {
  const found = new Set(['main.js']);
  for (const file of found)
    for (const [, other] of readFileSync(at(`dist/bundle/${file}`), 'utf8').matchAll(IMPORTED))
      found.add(other);
  return [...found];
}

const packages = () => [
  ...readdirSync(at(`node_modules/${NATIVE}`)).map((name) => `node_modules/${NATIVE}/${name}`),
  `node_modules/${PASSWORDS}`,
];

/** By it the program finds its folder and its version. */
function namesItself() {
  const { name, version, license, type } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  return { name, version, license, type, private: true };
}

function write(folder, path, content) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${JSON.stringify(content, null, 1)}\n`);
}

// Plain JavaScript: Jest loads this file itself, without our transform.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { TestEnvironment } = require('jest-environment-node');

/**
 * Lets a test file reach modules that Node itself loaded, once per worker: the built service and the packages.
 * Jest would load all of them again for every file, which took 2.8 s of CPU each. `built-modules.js` writes the imports.
 */
export default class BuiltEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    // What the service makes and a test recognises is of one kind; so are the metadata of decorators.
    Object.assign(this.global, { Date, Error, Map, Reflect, Set });
    this.global.loadOnce = (path) => import(pathToFileURL(path).href);
  }
}

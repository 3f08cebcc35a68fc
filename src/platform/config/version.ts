import { readFileSync } from 'node:fs';
import { fromRoot } from './from-root.js';

/** Of this program, as package.json has it. */
export const VERSION = (
  JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string }
).version;

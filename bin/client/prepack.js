// Before `npm pack` of clients/typescript: its dist/ with JavaScript and types, and the licence.
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from '../build.js';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

await buildIfNeeded();
const compiler = at('node_modules/@typescript/native/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', at('clients/typescript')], { stdio: 'inherit' });
copyFileSync(at('LICENSE'), at('clients/typescript/LICENSE'));

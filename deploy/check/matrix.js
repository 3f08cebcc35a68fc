import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { combinations } from './combinations.js';
import { documentedValues } from './documents.js';

const VALUES = fileURLToPath(new URL('values/', import.meta.url));
const EXAMPLES = fileURLToPath(new URL('../chart/gatehouse/examples/', import.meta.url));

const filesOf = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ name: file.replace('.yaml', ''), values: read(`${folder}${file}`) }));

const read = (path) => parse(readFileSync(path, 'utf8'), { version: '1.1' });

/** Every set of values that is rendered, by the name of what it shows. */
export const matrix = () => [
  ...filesOf(VALUES),
  ...filesOf(EXAMPLES),
  ...documentedValues(),
  ...combinations(),
];

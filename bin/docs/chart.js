import { readFileSync } from 'node:fs';
import { configSchema } from './chart-settings.js';
import { valueTables } from './chart-values.js';

const TABLES = '## Values';

/** The chart's README: what comes after its last heading is written from the comments of values.yaml. */
export function chartReadme(chart) {
  const readme = readFileSync(`${chart}/README.md`, 'utf8');
  const [text] = readme.split(`\n${TABLES}\n`, 1);
  const tables = valueTables(readFileSync(`${chart}/values.yaml`, 'utf8'));
  return `${text}\n${TABLES}\n\nFrom [values.yaml](values.yaml), by \`npm run docs\`.\n\n${tables}`;
}

/** The chart's schema, with the settings of the program as they are now. */
export function chartSchema(chart) {
  const schema = JSON.parse(readFileSync(`${chart}/values.schema.json`, 'utf8'));
  schema.definitions.config = configSchema();
  return JSON.stringify(schema, null, 2);
}

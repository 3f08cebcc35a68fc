// `npm run docs` writes the documents that are told by the code; `--check` only says which of them are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { behaviours } from './docs/behaviours.js';
import { chartReadme, chartSchema } from './docs/chart.js';
import { configuration, envExample } from './docs/configuration.js';
import { errors } from './docs/errors.js';
import { alertRules, dashboards } from './docs/monitoring.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const markdown = (path, text) => formatted(path, text, 'markdown');

async function formatted(path, text, parser) {
  const config = await resolveConfig(at(path));
  return format(text, { ...config, parser });
}

const CHART = 'deploy/chart/gatehouse';

const MONITORING = 'deploy/monitoring';
const json = (path, text) => formatted(path, text, 'json');

/** Each stands beside its source, and in the chart, which reads its own folder only. */
const monitoring = { [`${CHART}/files/rules.yaml`]: alertRules() };
for (const [name, text] of Object.entries(await dashboards()))
  for (const folder of [`${MONITORING}/dashboards`, `${CHART}/files/dashboards`])
    monitoring[`${folder}/${name}.json`] = await json(`${folder}/${name}.json`, text);

const documents = {
  ...monitoring,
  '.env.example': envExample(),
  [`${CHART}/README.md`]: await markdown(`${CHART}/README.md`, chartReadme(at(CHART))),
  [`${CHART}/values.schema.json`]: await formatted(
    `${CHART}/values.schema.json`,
    chartSchema(at(CHART)),
    'json',
  ),
  'docs/behaviours.md': await markdown('docs/behaviours.md', behaviours()),
  'docs/configuration.md': await markdown('docs/configuration.md', configuration()),
  'docs/errors.md': await markdown('docs/errors.md', errors()),
};

const current = (path) => {
  try {
    return readFileSync(at(path), 'utf8');
  } catch {
    return '';
  }
};

const stale = Object.keys(documents).filter((path) => current(path) !== documents[path]);
if (process.argv.includes('--check')) {
  for (const path of stale) console.log(`${path} is stale: run npm run docs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else for (const path of stale) writeFileSync(at(path), documents[path]);

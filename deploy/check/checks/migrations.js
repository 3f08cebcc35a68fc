import { nameOf, problem } from '../rendering.js';
import { running } from './like-serving.js';
import { jobPod } from './plant.js';

export const migrations = [
  {
    id: 'K-28',
    says: 'migrations are run in one way: by the job, by the pod before it serves, or by its start',
    *find(rendering) {
      const asked = rendering.values.config?.MIGRATE === 'off' ? 0 : 1;
      const migrating = running(rendering, 'migrate');
      for (const { object, container } of running(rendering, 'serve')) {
        const byJob = migrating.some((other) => other.object.kind === 'Job');
        const before = migrating.some((other) => other.object === object);
        const byStart = container.env.find(({ name }) => name === 'MIGRATE')?.value !== 'off';
        const ways = [byJob, before, byStart].filter(Boolean).length;
        if (ways !== asked) yield problem(object, 'migrations', `are run in ${ways} ways`);
      }
    },
    faults: {
      'a start that migrates beside the job': (rendering) => {
        const [{ container }] = running(rendering, 'serve');
        container.env = container.env.filter(({ name }) => name !== 'MIGRATE');
      },
    },
  },
  {
    id: 'K-28',
    says: 'a hook needs nothing that comes after it',
    *find(rendering) {
      for (const pod of rendering.pods().filter(({ object }) => weightOf(object) !== undefined))
        for (const { kind, name } of needsOf(pod)) {
          const needed = rendering.of(kind).find(({ metadata }) => metadata.name === name);
          if (needed && !isBefore(needed, pod.object))
            yield problem(pod.object, pod.place, `needs ${nameOf(needed)}, which comes later`);
        }
    },
    faults: {
      'an account that comes later': (rendering) => {
        jobPod(rendering).spec.serviceAccountName = rendering
          .of('ServiceAccount')
          .find((account) => weightOf(account) === undefined).metadata.name;
      },
      'a Secret that comes later': (rendering) => {
        for (const secret of rendering.of('Secret')) delete secret.metadata.annotations;
      },
    },
  },
];

/** The weight of a hook that comes before the release itself; undefined: no such hook. */
function weightOf({ metadata: { annotations = {} } }) {
  const isBeforeAll = /pre-(install|upgrade)/.test(annotations['helm.sh/hook'] ?? '');
  return isBeforeAll ? Number(annotations['helm.sh/hook-weight'] ?? 0) : undefined;
}

function isBefore(needed, hook) {
  const weight = weightOf(needed);
  if (weight === undefined || weight >= weightOf(hook)) return false;
  const hooksOf = ({ metadata }) => metadata.annotations['helm.sh/hook'].split(',');
  return hooksOf(hook).every((event) => hooksOf(needed).includes(event));
}

/** What a pod cannot start without, by kind and name. */
function needsOf({ spec }) {
  const variables = [...(spec.initContainers ?? []), ...spec.containers].flatMap(
    ({ env = [], envFrom = [] }) => [
      ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef && secret(valueFrom.secretKeyRef.name)),
      ...env.map(
        ({ valueFrom }) => valueFrom?.configMapKeyRef && configMap(valueFrom.configMapKeyRef.name),
      ),
      ...envFrom.map(({ secretRef }) => secretRef && secret(secretRef.name)),
      ...envFrom.map(({ configMapRef }) => configMapRef && configMap(configMapRef.name)),
    ],
  );
  const volumes = (spec.volumes ?? []).flatMap((volume) => [
    volume.secret && secret(volume.secret.secretName),
    volume.configMap && configMap(volume.configMap.name),
    volume.persistentVolumeClaim && {
      kind: 'PersistentVolumeClaim',
      name: volume.persistentVolumeClaim.claimName,
    },
    ...(volume.projected?.sources ?? []).flatMap((source) => [
      source.secret && secret(source.secret.name),
      source.configMap && configMap(source.configMap.name),
    ]),
  ]);
  const account = { kind: 'ServiceAccount', name: spec.serviceAccountName };
  return [account, ...variables, ...volumes].filter(Boolean);
}

const secret = (name) => ({ kind: 'Secret', name });
const configMap = (name) => ({ kind: 'ConfigMap', name });

import { isDeepStrictEqual } from 'node:util';
import { containersOf, nameOf, problem } from '../rendering.js';
import { jobPod } from './plant.js';

const migrates = ({ args = [] }) => args[0] === 'migrate';
const serves = ({ args = [] }) => args[0] === 'serve';

/** What a pod that migrates has like the one that serves. */
const POD = [
  'securityContext',
  'imagePullSecrets',
  'tolerations',
  'nodeSelector',
  'affinity',
  'priorityClassName',
  'hostAliases',
  'dnsConfig',
  'dnsPolicy',
  'runtimeClassName',
  'enableServiceLinks',
];
const CONTAINER = ['image', 'imagePullPolicy', 'securityContext', 'envFrom'];
/** Only for those who serve, or told otherwise to who migrates: as owner of the tables. */
const OF_SERVING = ['PORT', 'METRICS_PORT', 'ROLE', 'MIGRATE', 'TRUST_PROXY', 'KEEP_ALIVE_SECONDS'];

const migrating = (rendering) =>
  rendering.pods().flatMap((pod) =>
    containersOf(pod)
      .filter(({ container }) => migrates(container))
      .map((each) => ({ ...pod, ...each, podPlace: pod.place })),
  );

const server = (rendering) => {
  const pod = rendering.stayingPods()[0];
  return {
    spec: pod.spec,
    container: containersOf(pod).find((each) => serves(each.container)).container,
  };
};

export const migrations = [
  {
    id: 'K-15',
    says: 'the pod that migrates has what the serving one has',
    *find(rendering) {
      const { spec, container } = server(rendering);
      for (const own of migrating(rendering)) {
        for (const field of POD)
          if (!isDeepStrictEqual(own.spec[field], spec[field]))
            yield problem(
              own.object,
              `${own.podPlace}spec.${field}`,
              'differs from the serving pod',
            );
        for (const field of CONTAINER)
          if (!isDeepStrictEqual(own.container[field], container[field]))
            yield problem(own.object, `${own.place}.${field}`, 'differs from the serving pod');
      }
    },
    faults: Object.fromEntries(
      ['securityContext', 'imagePullSecrets', 'tolerations', 'nodeSelector', 'affinity'].map(
        (field) => [`a job without ${field}`, (rendering) => delete jobPod(rendering).spec[field]],
      ),
    ),
  },
  {
    id: 'K-15',
    says: 'the pod that migrates has the settings, secrets and volumes of the serving one',
    *find(rendering) {
      const { container } = server(rendering);
      for (const own of migrating(rendering)) {
        for (const name of namesOf(container.env))
          if (!OF_SERVING.includes(name) && !namesOf(own.container.env).includes(name))
            yield problem(
              own.object,
              `${own.place}.env ${name}`,
              'is missing, and the serving pod has it',
            );
        for (const { name, mountPath } of container.volumeMounts ?? []) {
          if (!namesOf(own.container.volumeMounts).includes(name))
            yield problem(own.object, `${own.place}.volumeMounts ${mountPath}`, 'is missing');
          if (!namesOf(own.spec.volumes).includes(name))
            yield problem(own.object, `${own.podPlace}spec.volumes ${name}`, 'is missing');
        }
      }
    },
    faults: {
      'a job without a setting': (rendering) => jobContainer(rendering).env.pop(),
      'a job without the volume of a CA': (rendering) => {
        const container = jobContainer(rendering);
        container.volumeMounts = container.volumeMounts.slice(0, 1);
      },
    },
  },
  {
    id: 'K-28',
    says: 'migrations are run in one way: by the job, by the pod before it serves, or by its start',
    *find(rendering) {
      const jobs = migrating(rendering).filter(({ object }) => object.kind === 'Job');
      for (const pod of rendering.stayingPods()) {
        const before = containersOf(pod).filter(({ container }) => migrates(container));
        const { container } = containersOf(pod).find((each) => serves(each.container));
        const byStart = container.env.find(({ name }) => name === 'MIGRATE')?.value !== 'off';
        const ways = [jobs.length > 0, before.length > 0, byStart].filter(Boolean).length;
        if (ways !== 1) yield problem(pod.object, 'migrations', `are run in ${ways} ways`);
      }
    },
    faults: {
      'a start that migrates beside the job': (rendering) => {
        const { container } = server(rendering);
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

const namesOf = (list = []) => list.map(({ name }) => name);

const jobContainer = (rendering) => jobPod(rendering).spec.containers[0];

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

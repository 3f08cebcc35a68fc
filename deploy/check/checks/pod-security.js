import { containersOf, problem } from '../rendering.js';

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];
const SECCOMP = ['RuntimeDefault', 'Localhost'];

/** Kubernetes' Pod Security Standard "restricted", field by field, and a root file system that nobody writes. */
export const podSecurity = [
  {
    id: 'K-14',
    says: 'every pod is restricted',
    *find(rendering) {
      for (const pod of rendering.pods()) {
        yield* ofPod(pod);
        for (const each of containersOf(pod)) yield* ofContainer(pod, each);
      }
    },
    faults: {
      'a pod on the network of its node': podWith({ hostNetwork: true }),
      'a volume of the node': podWith({ volumes: [{ name: 'node', hostPath: { path: '/' } }] }),
      'a pod without seccomp': podWith({ securityContext: { runAsNonRoot: true } }),
      'a pod that may be root': podWith({
        securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
      }),
      'a container as root': containerWith({ runAsUser: 0 }),
      'a container that gains privileges': containerWith({ allowPrivilegeEscalation: true }),
      'a container that keeps capabilities': containerWith({ capabilities: {} }),
      'a container with a capability': containerWith({
        capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] },
      }),
      'a privileged container': containerWith({ privileged: true }),
      'a root file system that can be written': containerWith({ readOnlyRootFilesystem: false }),
      'a port of the node': (rendering) => {
        containersOf(rendering.pods()[0]).at(-1).container.ports = [
          { containerPort: 1, hostPort: 1 },
        ];
      },
      'a job without a security context': (rendering) => {
        const job = rendering.pods().find(({ object }) => object.kind === 'Job');
        for (const { container } of containersOf(job)) delete container.securityContext;
      },
    },
  },
  {
    id: 'K-14',
    says: 'no pod gets a token for the API of Kubernetes',
    *find(rendering) {
      for (const { object, place, spec } of rendering.pods())
        if (spec.automountServiceAccountToken !== false)
          yield problem(object, `${place}spec.automountServiceAccountToken`, 'must be false');
    },
    faults: { 'a pod with a token': podWith({ automountServiceAccountToken: true }) },
  },
];

function* ofPod({ object, place, spec }) {
  const { securityContext = {} } = spec;
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'])
    if (spec[field]) yield problem(object, `${place}spec.${field}`, 'must not be set');
  for (const volume of spec.volumes ?? [])
    for (const type of Object.keys(volume).filter((key) => key !== 'name'))
      if (!VOLUMES.includes(type))
        yield problem(object, `${place}spec.volumes ${volume.name}`, `must not be a ${type}`);
  for (const field of ['sysctls', 'windowsOptions', 'seLinuxOptions'])
    if (securityContext[field])
      yield problem(object, `${place}spec.securityContext.${field}`, 'must not be set');
}

function* ofContainer({ object, spec }, { container, place }) {
  const own = container.securityContext ?? {};
  const must = {
    ...identity({ ...spec.securityContext, ...own }),
    ...privileges(own),
    readOnlyRootFilesystem: own.readOnlyRootFilesystem === true,
  };
  for (const [field, holds] of Object.entries(must))
    if (!holds) yield problem(object, `${place}.securityContext.${field}`, 'is not restricted');
  if (container.ports?.some(({ hostPort }) => hostPort))
    yield problem(object, `${place}.ports`, 'must not take a port of the node');
}

/** What a container may say itself, or leave to its pod. */
const identity = ({ runAsNonRoot, runAsUser, seccompProfile }) => ({
  runAsNonRoot: runAsNonRoot === true,
  runAsUser: runAsUser !== 0,
  seccompProfile: SECCOMP.includes(seccompProfile?.type),
});

const privileges = ({ allowPrivilegeEscalation, privileged, procMount, capabilities = {} }) => ({
  allowPrivilegeEscalation: allowPrivilegeEscalation === false,
  privileged: !privileged,
  procMount: [undefined, 'Default'].includes(procMount),
  'capabilities.drop': capabilities.drop?.includes('ALL') === true,
  'capabilities.add': (capabilities.add ?? []).every((name) => name === 'NET_BIND_SERVICE'),
});

function podWith(fields) {
  return (rendering) => Object.assign(rendering.pods()[0].spec, fields);
}

function containerWith(fields) {
  return (rendering) => {
    const { container } = containersOf(rendering.pods()[0]).at(-1);
    container.securityContext = { ...container.securityContext, ...fields };
  };
}

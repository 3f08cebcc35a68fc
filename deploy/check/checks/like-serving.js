import { isDeepStrictEqual } from 'node:util';
import { containersOf, problem } from '../rendering.js';

/** What every pod of ours has like the ones that serve. */
const POD = [
  'securityContext',
  'imagePullSecrets',
  'tolerations',
  'nodeSelector',
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

/** Every container that runs `gatehouse <program>`, with its pod. */
export const running = (rendering, program) =>
  rendering.pods().flatMap((pod) =>
    containersOf(pod)
      .filter(({ container }) => container.args?.[0] === program)
      .map((each) => ({ ...pod, ...each, podPlace: pod.place })),
  );

const PROGRAMS = [
  { id: 'K-15', program: 'migrate', who: 'what migrates' },
  { id: 'K-29', program: 'doctor', who: 'helm test' },
];

export const likeServing = PROGRAMS.flatMap((one) => [samePlace(one), sameSettings(one)]);

function samePlace({ id, program, who }) {
  return {
    id,
    says: `${who} runs where the serving pods run, as whom, and from the same image`,
    *find(rendering) {
      const [server] = running(rendering, 'serve');
      for (const { object, podPlace, place, spec, container } of running(rendering, program)) {
        for (const field of POD)
          if (!isDeepStrictEqual(spec[field], server.spec[field]))
            yield problem(object, `${podPlace}spec.${field}`, 'differs from the serving pod');
        for (const field of CONTAINER)
          if (!isDeepStrictEqual(container[field], server.container[field]))
            yield problem(object, `${place}.${field}`, 'differs from the serving pod');
      }
    },
    faults: Object.fromEntries(
      POD.slice(0, 4).map((field) => [
        `${program} without ${field}`,
        (rendering) => delete running(rendering, program)[0].spec[field],
      ]),
    ),
  };
}

function sameSettings({ id, program, who }) {
  return {
    id,
    says: `${who} has the settings, secrets and volumes of the serving pods`,
    *find(rendering) {
      const [server] = running(rendering, 'serve');
      for (const { object, place, spec, container } of running(rendering, program)) {
        for (const name of namesOf(server.container.env))
          if (!OF_SERVING.includes(name) && !namesOf(container.env).includes(name))
            yield problem(object, `${place}.env ${name}`, 'is missing');
        for (const { mountPath } of server.container.volumeMounts ?? []) {
          const mount = container.volumeMounts?.find((other) => other.mountPath === mountPath);
          const volumes = [...namesOf(spec.volumes), ...claimsOf(object)];
          if (!volumes.includes(mount?.name))
            yield problem(object, `${place}.volumeMounts ${mountPath}`, 'is missing');
        }
      }
    },
    faults: {
      [`${program} without a setting`]: (rendering) =>
        running(rendering, program)[0].container.env.pop(),
      [`${program} without the volume of a CA`]: (rendering) =>
        running(rendering, program)[0].container.volumeMounts.splice(1),
    },
  };
}

const namesOf = (list = []) => list.map(({ name }) => name);

/** The volumes that a StatefulSet brings. */
const claimsOf = ({ spec }) =>
  (spec.volumeClaimTemplates ?? []).map(({ metadata }) => metadata.name);

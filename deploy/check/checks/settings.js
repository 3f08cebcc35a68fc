import {
  environmentSchema,
  FILE_VARIABLES,
  readEnvironment,
} from '../../../dist/platform/config/environment.js';
import { settingProblems } from '../../../dist/platform/config/read-settings.js';
import { containersOf, problem } from '../rendering.js';
import { containerOf } from './plant.js';

/** Read by Node itself, not by us. */
const OF_NODE = ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'UV_THREADPOOL_SIZE'];
const KNOWN = new Set([
  ...Object.keys(environmentSchema.shape),
  ...FILE_VARIABLES.map((name) => `${name}_FILE`),
  ...OF_NODE,
]);
/** A password in an address, wherever it stands. */
const PASSWORD = /:\/\/[^/\s:@]*:[^/\s@]+@/;

const SAMPLES = {
  DATABASE_URL: 'postgres://gatehouse:sample@database:5432/gatehouse',
  OPERATOR_API_KEY: 'sample-7d0f1c2b3a49586776859403',
  SECRETS_KEY: Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64'),
  SMTP_URL: 'smtp://user:sample@mail:587',
  FACEBOOK_APP_SECRET: 'sample-of-a-secret',
  OTEL_EXPORTER_OTLP_HEADERS: 'authorization=sample',
};

export const isOurs = (container) => container.env?.some(({ name }) => name === 'DATA_DIR');

export function* ourContainers(rendering) {
  for (const pod of rendering.pods())
    for (const each of containersOf(pod)) if (isOurs(each.container)) yield { ...pod, ...each };
}

export const settings = [
  {
    id: 'K-16',
    says: 'every variable of a pod is one that the program reads, and stands there once',
    *find(rendering) {
      for (const { object, container, place } of ourContainers(rendering)) {
        const names = container.env.map(({ name }) => name);
        for (const name of new Set(names)) {
          if (!KNOWN.has(name) && !rendering.isExtra(name))
            yield problem(object, `${place}.env ${name}`, 'is no setting of Gatehouse');
          if (names.filter((other) => other === name).length > 1)
            yield problem(object, `${place}.env ${name}`, 'stands twice');
        }
      }
    },
    faults: {
      'a misspelt setting': envWith({ name: 'LOG_LEVLE', value: 'debug' }),
      'a setting twice': envWith({ name: 'DATA_DIR', value: '/other' }),
    },
  },
  {
    id: 'K-16',
    says: 'the program accepts the settings of every pod',
    *find(rendering) {
      for (const { object, container, place } of ourContainers(rendering)) {
        const missing = refusalOf(container);
        if (missing) yield problem(object, `${place}.env`, `is refused: ${missing}`);
      }
    },
    faults: {
      'a value that is refused': envWith({ name: 'DATABASE_POOL_SIZE', value: 'many' }),
      'no database': (rendering) => {
        const container = containerOf(rendering, isOurs);
        container.env = container.env.filter(({ name }) => !name.startsWith('SECRETS_KEY'));
      },
    },
  },
  {
    id: 'K-17',
    says: 'no secret stands in a pod, in a ConfigMap or in an annotation',
    *find(rendering) {
      for (const { object, container, place } of ourContainers(rendering))
        for (const { name, value } of container.env)
          if (FILE_VARIABLES.includes(name) && value !== undefined)
            yield problem(object, `${place}.env ${name}`, 'must come from a Secret');
      for (const object of rendering.objects)
        if (object.kind !== 'Secret' && PASSWORD.test(JSON.stringify(object)))
          yield problem(object, 'text', 'holds a password');
    },
    faults: {
      'an inline secret': (rendering) => {
        const container = containerOf(rendering, isOurs);
        container.env.push({ name: 'OPERATOR_API_KEY', value: SAMPLES.OPERATOR_API_KEY });
      },
      'a password in a ConfigMap': (rendering) =>
        rendering.objects.push({
          kind: 'ConfigMap',
          metadata: { name: 'x' },
          data: { x: SAMPLES.SMTP_URL },
        }),
    },
  },
  {
    id: 'K-17',
    says: 'a secret that is a file is mounted where its variable says',
    *find(rendering) {
      for (const { object, container, place, spec } of ourContainers(rendering))
        for (const { name, value } of container.env.filter((one) => one.name.endsWith('_FILE')))
          if (!filesOf(spec, container).includes(value))
            yield problem(object, `${place}.env ${name}`, `no volume holds ${value}`);
    },
    faults: {
      'a file that is not mounted': (rendering) => {
        for (const { container } of ourContainers(rendering)) container.volumeMounts = [];
      },
    },
  },
];

function refusalOf({ env }) {
  const given = {};
  for (const { name, value } of env) {
    const variable = name.replace(/_FILE$/, '');
    if (FILE_VARIABLES.includes(variable)) given[variable] = SAMPLES[variable];
    else given[name] = value ?? '';
  }
  try {
    readEnvironment(given, settingProblems);
    return undefined;
  } catch (error) {
    return error.problems?.join('; ') ?? error.message;
  }
}

/** Every path of a file of a Secret that the container sees. */
function filesOf(spec, container) {
  return (container.volumeMounts ?? []).flatMap(({ name, mountPath }) => {
    const volume = spec.volumes.find((one) => one.name === name);
    const sources =
      volume?.projected?.sources ?? (volume?.secret ? [{ secret: volume.secret }] : []);
    return sources.flatMap(({ secret }) =>
      (secret?.items ?? []).map(({ path }) => `${mountPath}/${path}`),
    );
  });
}

function envWith(variable) {
  return (rendering) => containerOf(rendering, isOurs).env.push(variable);
}

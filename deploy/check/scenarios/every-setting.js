import { environmentSchema } from '../../../dist/platform/config/environment.js';
import { ourContainers } from '../checks/settings.js';
import { merge } from '../combinations.js';
import { render } from '../render.js';

/** Set by the chart itself, from values of their own or because a pod has it so. */
const BY_THE_CHART = {
  PORT: { values: {} },
  METRICS_PORT: { values: {} },
  ROLE: { values: {} },
  DATA_DIR: { values: {} },
  MIGRATE: { values: {} },
  PUBLIC_URL: { values: {} },
  SPOOL_DIR: { values: { spool: { volume: 'off' } } },
  WELLHUB_PUBLIC_URL: { values: { surfaces: { wellhub: { host: 'wellhub.example.com' } } } },
  TRUST_PROXY: { values: { trustProxy: '10.0.0.0/8' } },
  KEEP_ALIVE_SECONDS: { values: { keepAliveSeconds: 620 } },
  DATABASE_URL: { values: {} },
  OPERATOR_API_KEY: { values: {} },
  SECRETS_KEY: { values: {} },
  SMTP_URL: {
    values: { secrets: { smtpUrl: { key: 'smtp' } }, config: { MAIL_FROM: 'a@b.example' } },
  },
  FACEBOOK_APP_ID: {
    values: {
      secrets: { facebookAppSecret: { key: 'facebook' } },
      config: { FACEBOOK_APP_ID: '1' },
    },
  },
  FACEBOOK_APP_SECRET: { values: { secrets: { facebookAppSecret: { key: 'facebook' } } } },
  OTEL_EXPORTER_OTLP_HEADERS: { values: { secrets: { otlpHeaders: { key: 'otlp' } } } },
};
/** Means nothing in a pod: there is no file to read, and which address a pod listens on is no choice. */
const NOT_IN_A_POD = ['ENV_FILE', 'HOST'];

const GOOD = {
  publicUrl: 'https://gym.example.com',
  secrets: { existingSecret: 'mine', as: 'env' },
};

export const everySetting = [
  {
    id: 'K-16',
    says: 'every variable of docs/configuration.md can be set by values, in every program',
    async *find({ helms: [helm] }) {
      const names = Object.keys(environmentSchema.shape).filter(
        (name) => !NOT_IN_A_POD.includes(name),
      );
      for (const name of names) {
        const own = BY_THE_CHART[name]?.values ?? { config: { [name]: sampleOf(name) } };
        const { rendering, refusal } = await render(helm, { values: merge(GOOD, own) });
        if (!rendering) yield `${name} cannot be set: ${refusal}`;
        else if (!isSet(rendering, name)) yield `${name} cannot be set`;
      }
    },
  },
];

const isSet = (rendering, name) =>
  [...ourContainers(rendering)].some(({ container }) =>
    container.env.some((one) => one.name === name),
  );

/** A value that the schema of the values takes: the first one of these that the program takes. */
function sampleOf(name) {
  const samples = [
    'https://example.com',
    'text',
    'on',
    'any',
    'info',
    'all',
    'api',
    'all',
    '5',
    '8',
    '1000',
    '10000',
    '0.5',
    'http/json',
    'always_on',
    'team=doors',
  ];
  const sample = samples.find((one) => environmentSchema.shape[name].safeParse(one).success);
  return /^[\d.]+$/.test(sample) ? Number(sample) : sample;
}

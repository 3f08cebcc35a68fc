const SECRETS_KEY = Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64');

const namespace = (name) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
});
const enabled = { enabled: true };
const remote = (property) => ({ remote: { key: 'gym', property } });

/** The switches of the chart, each with its choices and the values that make them. */
export const SWITCHES = {
  migrations: {
    job: { migrations: { run: 'job' } },
    initContainer: { migrations: { run: 'initContainer' } },
    none: { migrations: { run: 'none' } },
  },
  owner: {
    same: {},
    other: { migrations: { databaseUrl: { existingSecret: 'owner', key: 'uri' } } },
  },
  secrets: {
    existing: { secrets: { existingSecret: 'mine' } },
    each: {
      secrets: {
        databaseUrl: { existingSecret: 'db', key: 'uri' },
        operatorApiKey: { existingSecret: 'operator', key: 'key' },
        secretsKey: { existingSecret: 'keys', key: 'key' },
      },
    },
    store: {
      secrets: {
        external: { store: 'vault' },
        databaseUrl: remote('database'),
        operatorApiKey: remote('operator'),
        secretsKey: remote('keys'),
      },
    },
    values: {
      secrets: {
        databaseUrl: { value: 'postgres://gatehouse:p@db:5432/gatehouse' },
        operatorApiKey: { value: 'operator-7d0f1c2b3a4958677685' },
        secretsKey: { value: SECRETS_KEY },
      },
    },
  },
  as: { files: { secrets: { as: 'files' } }, env: { secrets: { as: 'env' } } },
  account: { made: {}, theirs: { serviceAccount: { create: false, name: 'theirs' } } },
  work: { together: {}, apart: { background: enabled } },
  scaling: { fixed: {}, automatic: { autoscaling: enabled }, single: { replicas: 1 } },
  spool: {
    emptyDir: {},
    ephemeral: { spool: { volume: 'ephemeral' } },
    claims: { spool: { volume: 'claims' } },
    shared: { spool: { volume: 'shared', existingClaim: 'spool' } },
    off: { spool: { volume: 'off' } },
  },
  entrance: {
    none: {},
    ingress: { ingress: { public: enabled } },
    route: { httpRoute: { public: { enabled: true, parentRefs: [{ name: 'edge' }] } } },
    gym: {
      ingress: { public: enabled },
      surfaces: { members: { slugs: ['a-gym'] }, console: { via: 'none' } },
    },
  },
  network: {
    open: {},
    closed: { networkPolicy: { enabled: true, httpFrom: [namespace('ingress')] } },
  },
  watching: {
    nobody: {},
    operator: {
      metrics: { serviceMonitor: enabled, rules: enabled, dashboards: enabled },
    },
  },
  authority: { public: {}, own: { ca: { certificates: 'PEM' } } },
};

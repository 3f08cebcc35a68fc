/**
 * Values that cannot work, over good ones, and what is said of them. Where the schema of the values refuses, helm 3 and
 * helm 4 say it in their own words.
 */
export const REFUSED = [
  {
    values: { secrets: { existingSecret: '' } },
    says: [
      'DATABASE_URL is missing: set secrets.existingSecret to a Secret with the key DATABASE_URL, or one of secrets.databaseUrl.existingSecret, .remote and .value.',
    ],
  },
  {
    values: {
      secrets: {
        existingSecret: '',
        databaseUrl: { existingSecret: 'db' },
        operatorApiKey: { existingSecret: 'key' },
      },
    },
    says: [
      'SECRETS_KEY is missing: set secrets.existingSecret to a Secret with the key SECRETS_KEY, or one of secrets.secretsKey.existingSecret, .remote and .value.',
    ],
  },
  {
    values: { secrets: { databaseUrl: { value: 'postgres://db/g', existingSecret: 'db' } } },
    says: ['secrets.databaseUrl is given twice: keep one of value, existingSecret and remote.'],
  },
  {
    values: { secrets: { databaseUrl: { remote: { key: 'db' } } } },
    says: ['secrets.databaseUrl.remote needs secrets.external.store: the name of a SecretStore.'],
  },
  {
    values: {
      secrets: { existingSecret: '', generate: true, databaseUrl: { existingSecret: 'db' } },
    },
    says: [
      'secrets.generate cannot see the cluster (helm template, a dry run without --dry-run=server, Argo CD), so it would make another SECRETS_KEY each time. Make the keys yourself and set secrets.existingSecret.',
    ],
  },
  {
    values: { secrets: { smtpUrl: { existingSecret: 'mail' } } },
    says: [
      'secrets.smtpUrl needs a sender: set config.MAIL_FROM, such as "Gym <no-reply@example.com>".',
    ],
  },
  {
    values: { config: { FACEBOOK_APP_ID: '1' } },
    says: ['config.FACEBOOK_APP_ID needs secrets.facebookAppSecret.'],
  },
  {
    values: { spool: { volume: 'shared' } },
    says: [
      'spool.volume shared needs spool.existingClaim: a PersistentVolumeClaim with ReadWriteMany.',
    ],
  },
  {
    values: { ca: { existingConfigMap: 'ca', existingSecret: 'ca' } },
    says: ['ca is given twice: keep one of existingConfigMap, existingSecret and certificates.'],
  },
  {
    values: { surfaces: { console: { host: 'other.example.com' } } },
    says: [
      'surfaces.console.host must be that of publicUrl (gym.example.com), or empty: the links in mails, log-ins and passkeys are made for it.',
    ],
  },
  {
    values: { httpRoute: { public: { enabled: true } } },
    says: [
      'httpRoute.public.enabled needs httpRoute.public.parentRefs: the Gateway that it belongs to.',
    ],
  },
  {
    values: { networkPolicy: { enabled: true } },
    says: [
      'networkPolicy.enabled would shut everybody out: set networkPolicy.httpFrom to the pods of the ingress controller.',
    ],
  },
  {
    values: { autoscaling: { enabled: true, minReplicas: 4, maxReplicas: 3 } },
    says: ['autoscaling.minReplicas (4) is more than autoscaling.maxReplicas (3).'],
  },
  {
    values: { autoscaling: { enabled: true, cpuUtilization: 0 } },
    says: [
      'autoscaling.enabled needs something to go by: set autoscaling.cpuUtilization or autoscaling.requests.perPod.',
    ],
  },
  {
    values: { autoscaling: { enabled: true, maxReplicas: 10 }, databaseMaxConnections: 100 },
    says: [
      'Up to 113 connections to the database, and databaseMaxConnections is 100: lower config.DATABASE_POOL_SIZE or the number of pods, or put a pooler between.',
    ],
  },
  {
    values: { replcas: 3 },
    says: [
      'Additional property replcas is not allowed',
      "additional properties 'replcas' not allowed",
    ],
  },
  {
    values: { config: { LOG_LEVLE: 'debug' } },
    says: [
      'Additional property LOG_LEVLE is not allowed',
      "additional properties 'LOG_LEVLE' not allowed",
    ],
  },
  {
    values: { config: { DATABASE_URL: 'postgres://db/gatehouse' } },
    says: [
      'Additional property DATABASE_URL is not allowed',
      "additional properties 'DATABASE_URL' not allowed",
    ],
  },
  {
    values: { replicas: 'two' },
    says: ['replicas: Invalid type. Expected: integer, given: string', 'got string, want integer'],
  },
  {
    values: { replicas: 0 },
    says: ['replicas: Must be greater than or equal to 1', 'minimum: got 0, want 1'],
  },
  {
    values: { config: { DATABASE_POOL_SIZE: 1000 } },
    says: ['DATABASE_POOL_SIZE: Must be less than or equal to 200', 'maximum: got 1,000, want 200'],
  },
  {
    values: { migrations: { run: 'sometimes' } },
    says: [
      'migrations.run must be one of the following',
      "at '/migrations/run': value must be one of",
    ],
  },
  {
    values: { image: { digest: 'latest' } },
    says: ['image.digest: Does not match pattern', "'latest' does not match pattern"],
  },
];

import { Cluster } from '../cluster.js';
import { CHART, NAMESPACE, run, valuesFile } from '../helm.js';

const VALUES = {
  publicUrl: 'https://gym.example.com',
  secrets: { generate: true, databaseUrl: { existingSecret: 'database' } },
};
const SECRET = `/api/v1/namespaces/${NAMESPACE}/secrets/gatehouse`;
const LOST =
  'The Secret gatehouse lacks keys that running pods have. New ones would not open what is stored: restore it, or set secrets.secretsKey.value and secrets.operatorApiKey.value to the old ones.';

export const keys = [
  {
    id: 'K-18',
    says: 'keys that the chart makes are made once: upgrades keep them, an uninstall leaves them, a new install takes them up',
    async *find({ helms }) {
      for (const helm of helms) {
        const cluster = await new Cluster().start();
        try {
          const installation = new Installation(helm, cluster);
          for await (const text of installation.problems()) yield `${helm.name}: ${text}`;
        } finally {
          cluster.stop();
        }
      }
    },
  },
];

/** A release in a cluster of its own, through its life. */
class Installation {
  constructor(helm, cluster) {
    Object.assign(this, { helm, cluster });
  }

  get data() {
    return this.cluster.at(SECRET)?.data ?? {};
  }

  async *problems() {
    const { ok, stderr } = await this.change('install');
    if (!ok) return void (yield `the install fails: ${stderr}`);
    yield* this.badKeys();
    yield* this.changedKeys();
    yield* this.keysMadeAnew();
  }

  *badKeys() {
    const plain = (text = '') => Buffer.from(text, 'base64').toString();
    if (Buffer.from(plain(this.data.SECRETS_KEY), 'base64').length !== 32)
      yield 'SECRETS_KEY is not 32 bytes';
    if (plain(this.data.OPERATOR_API_KEY).length < 24) yield 'OPERATOR_API_KEY is too short';
  }

  async *changedKeys() {
    const made = JSON.stringify(this.data);
    for (const [step, values] of [
      ['upgrade', VALUES],
      ['upgrade', { ...VALUES, replicas: 3 }],
      ['uninstall', VALUES],
      ['install', VALUES],
    ]) {
      const { ok, stderr } = await this.change(step, values);
      if (!ok) yield `${step} fails: ${stderr}`;
      if (JSON.stringify(this.data) !== made) yield `${step} changes the keys`;
    }
  }

  async *keysMadeAnew() {
    this.cluster.remove(SECRET);
    const { ok, stderr } = await this.change('upgrade');
    if (ok || !stderr.includes(LOST)) yield `lost keys are made anew: ${stderr}`;
  }

  change(step, values = VALUES) {
    const made = ['install', 'upgrade'].includes(step)
      ? [CHART, '--values', valuesFile(values), '--disable-openapi-validation']
      : [];
    const where = ['--namespace', NAMESPACE, '--kube-apiserver', this.cluster.url];
    return run(this.helm.path, [step, 'gatehouse', ...made, '--no-hooks', ...where]);
  }
}

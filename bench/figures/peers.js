import { measurePath } from '../measure/series.js';
import { PATHS } from '../paths.js';
import { randomSecret, startPeer, versionOf } from '../peers/peers.js';
import { table } from '../report/table.js';
import { makeAccounts } from '../stage/accounts.js';
import { Stage } from '../stage/stage.js';

const ACCOUNTS = 500;
const CLIENT = { CLIENT_ID: 'bench', CLIENT_SECRET: randomSecret() };

const [TOKEN] = PATHS;

/** What is measured beside a package that others would use for it. */
const COMPARISONS = [
  {
    ...TOKEN,
    peer: 'oidc-provider',
    title: 'a signed token for a machine, beside oidc-provider',
    targets: { crowd: 10 },
    requests: { 'oidc-provider': 'oidc-token' },
    orders: (round) =>
      round.side.role === 'ours'
        ? TOKEN.orders(round)
        : { clientId: CLIENT.CLIENT_ID, clientSecret: CLIENT.CLIENT_SECRET },
    start: () => ({ env: CLIENT, readyAt: '/.well-known/openid-configuration' }),
  },
  {
    name: 'log-in',
    peer: 'better-auth',
    title: 'e-mail and password for a session, beside better-auth',
    targets: { crowd: 4 },
    clients: 16,
    rows: {},
    requests: { 'better-auth': 'better-auth-log-in' },
    orders: async ({ world: { slug, accounts }, used }) => ({
      slug,
      ...accounts,
      from: used.logIns,
    }),
    after: ({ used, result }) => (used.logIns += result.sent),
    start: ({ accounts }) => ({
      env: {
        SECRET: randomSecret(),
        EMAILS: accounts.emails.join(','),
        PASSWORD: accounts.password,
      },
    }),
  },
];

/** Ours beside the packages that `performance.md` names, where they are installed. */
export const peers = {
  name: 'peers',
  paths: COMPARISONS.map(({ name }) => name),
  defaults: { customers: 1_000 },
  run: async (run) => {
    const present = COMPARISONS.filter(({ name, peer }) => isWanted(run, name, peer));
    if (present.length === 0) throw new Error('no peer is installed: see bench/README.md');
    const stage = await Stage.open(run);
    await stage.prepare(async (ours) => ({
      accounts: await makeAccounts(ours, stage.world, Math.min(ACCOUNTS, run.options.customers)),
    }));
    const ours = await stage.ours();
    const paths = [];
    for (const path of present) paths.push(await beside(path, stage, ours, run));
    const postgres = await stage.postgres.facts();
    const versions = present.map(({ peer }) => `${peer} ${versionOf(peer)}`);
    const text = table({ postgres, options: run.options, paths, names: 'ours / peer' });
    return { text: `${versions.join(', ')}\n\n${text}`, postgres, versions, paths };
  },
};

function isWanted({ options, print }, name, peer) {
  if (!options.paths.includes(name)) return false;
  if (versionOf(peer) !== undefined) return true;
  print(`${name} is left out: ${peer} is not installed`);
  return false;
}

async function beside(path, stage, ours, run) {
  const databaseUrl = await stage.postgres.createDatabase();
  const peer = await stage.added(startPeer(path.peer, { databaseUrl, ...path.start(stage.world) }));
  const measured = await measurePath(path, await stage.forSeries([ours, peer]), run);
  await peer.stop();
  return measured;
}

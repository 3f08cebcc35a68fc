/**
 * What is measured. `orders` says what a run's requests need, and prepares it outside the measured time; `rows` are
 * the rows that every 200 must have left, counted before and after; `warmUp` goes before a run
 * that is compared, `leave` after it puts back what the next one would meet; `targets` are those of `performance.md`.
 * @typedef {{ world: object, side: object, load: object, used: object, seconds: number, clients: number,
 *   expected: number }} Round — `requests` names a side's requests where they are not the path's own
 */
const ON_DATABASE = { crowd: 1.5, aloneTimes: 1.25 };

export const PATHS = [
  {
    name: 'token',
    title: 'GET /wellhub/token',
    targets: { crowd: 0.95, aloneExtraMs: 0.15 },
    rows: {},
    orders: async ({ world }) => ({ apiKey: world.registrationKey }),
  },
  {
    name: 'users',
    title: 'POST /wellhub/users',
    targets: { crowd: 1.5, lowerP99: true, aloneTimes: 1.25 },
    rows: {
      users: 'select count(*) as n from wellhub_users',
      prefills: 'select count(*) as n from link_tokens where prefill is not null',
    },
    orders: async ({ world, side }) => ({ accessToken: await accessToken(side, world) }),
  },
  {
    name: 'access-code',
    title: 'GET /v1/customers/{id}/access-code',
    targets: ON_DATABASE,
    rows: { codes: 'select count(*) as n from access_codes' },
    orders: async ({ world, used }) => ({
      apiKey: world.codeKey,
      customerIds: world.customerIds,
      from: used.codes,
    }),
    after: ({ used, result }) => (used.codes += result.sent),
  },
  {
    name: 'gate',
    title: 'gate scan, no live call',
    targets: ON_DATABASE,
    rows: {
      visits: 'select count(*) as n from visits where left_at is null',
      entries: `select count(*) as n from events where type = 'CUSTOMER_CHECKIN'`,
      decisions: `select count(*) as n from gate_decisions where result = 'OPEN' and visit_id is not null`,
      nonces: 'select count(*) as n from gate_nonces',
      'codes used up': `select count(*) as n from presence p
        where exists (select from visits v where v.id = p.visit_id and p.codes_used_until >= v.entered_at)`,
    },
    orders: async (round) => ({
      deviceTokens: round.world.deviceTokens,
      codes: await freshCodes(round),
    }),
    warmUp: scanFirst,
    leave: sendHome,
  },
  {
    name: 'webhook',
    title: 'POST /wellhub/{hook}/webhooks, check-ins (our worker handles them meanwhile)',
    targets: ON_DATABASE,
    rows: eventRows('checkin'),
    orders: async ({ world, used }) => ({
      ...webhookParams(world),
      wellhubIds: world.wellhubIds,
      from: used.checkIns,
      since: used.since,
    }),
    after: ({ used, result }) => (used.checkIns += result.sent),
  },
  {
    name: 'webhook-ignored',
    title: 'the same, reception alone (a type without a handler)',
    targets: ON_DATABASE,
    rows: eventRows('unknown'),
    orders: async ({ world }) => webhookParams(world),
  },
];

export const webhookParams = ({ hookPath, webhookSecret, wellhubGymId }) => ({
  hookPath,
  secret: webhookSecret,
  wellhubGymId,
});

function eventRows(type) {
  return {
    events: `select count(*) as n from wellhub_events where type = '${type}'`,
    keys: 'select count(*) as n from wellhub_event_keys',
  };
}

/** The two phases of a registration: its token is fetched once, as Wellhub does. */
export async function accessToken({ server }, { registrationKey }) {
  const headers = { 'X-Api-Key': registrationKey };
  const answer = await fetch(`${server.origin}/wellhub/token`, { headers });
  return (await answer.json()).access_token;
}

const SENT_HOME = [
  'update visits set left_at = clock_timestamp() where left_at is null',
  `update presence set visit_id = null, visit_gym_id = null, visit_source = null, entered_at = null
   where visit_id is not null`,
  'update gym_occupancy set inside = 0',
];
/** So many that every connection has planned its statements anew, as it does after a `vacuum`. */
const FIRST_SCANS = 1_000;

/** Everybody leaves the gym. */
async function sendHome({ sql }) {
  for (const statement of SENT_HOME) await sql(statement);
}

/** Everybody has gone home; then each of as many members as will be needed fetches one code. */
async function freshCodes({ world, side, load, expected }) {
  await sendHome(side);
  return fetchCodes({ world, side, load, from: 0, wanted: expected });
}

/** Some people enter whom nobody counts. */
async function scanFirst({ world, side, load }) {
  const codes = await fetchCodes({ world, side, load, from: 0, wanted: FIRST_SCANS });
  await load.run({
    port: side.server.port,
    path: 'gate',
    params: { deviceTokens: world.deviceTokens, codes },
    clients: 64,
    seconds: 60,
    limit: FIRST_SCANS,
  });
}

/** One new code for each of as many members, but for nobody a second one: the first scan would use up both. */
export async function fetchCodes({ world, side, load, from, wanted }) {
  const { bodies } = await load.run({
    port: side.server.port,
    path: 'access-code',
    params: { apiKey: world.codeKey, customerIds: world.customerIds, from },
    clients: 64,
    seconds: 60,
    limit: Math.min(world.customerIds.length, wanted),
    keepBodies: true,
  });
  return bodies.map((body) => JSON.parse(body).content);
}

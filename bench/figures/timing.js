import { Connection } from '../load/connection.js';
import { get, logIn, post, postForm } from '../load/requests.js';
import { grid, verdict, VERDICT_HEAD } from '../report/grid.js';
import { median } from '../report/summary.js';
import { employeeToken, makeAccounts } from '../stage/accounts.js';
import { Stage } from '../stage/stage.js';
import { caller } from '../stage/world.js';

const WARM_UP_PAIRS = 10;
const SHUFFLES = 400;
/** Each known name is tried only so often: more failures of one would close it. */
const MOST_PAIRS = 1_900;
const NAMES = 400;

/** U-10, U-24, U-26 and O-4: the time of an answer does not tell whether a name is known. */
export const timing = {
  name: 'timing',
  defaults: { pairs: 250, customers: 2_000 },
  run: async (run) => {
    const pairs = Math.min(run.options.pairs, MOST_PAIRS);
    const stage = await Stage.open(run, Math.max(run.options.customers, NAMES));
    await stage.prepare(async (ours) => ({
      accounts: await makeAccounts(ours, stage.world, NAMES),
      foreignId: await foreignCustomer(ours, stage),
    }));
    const side = await stage.ours();
    const token = await employeeToken(side.server, stage.world);
    const found = [];
    for (const question of questions(stage.world, token)) {
      found.push({
        title: question.title,
        ...(await measureQuestion(question, side.server.port, pairs)),
      });
      run.print(inWords(found.at(-1)));
    }
    if (found.some(({ statuses }) => statuses.length > 1)) process.exitCode = 1;
    return { text: report(found, pairs), found };
  },
};

/** A customer of another partner on the same server. */
async function foreignCustomer({ server }, stage) {
  const operator = caller(server.origin, stage.operatorKey);
  const { id } = await operator('POST', '/admin/v1/partners', {
    name: 'Other Bench',
    slug: `other-${stage.world.slug}`,
    timeZone: 'America/Sao_Paulo',
  });
  const names = { firstName: 'Ana', lastName: 'Prado' };
  return (await operator('POST', `/admin/v1/partners/${id}/customers`, names)).id;
}

/** Each makes the n-th request of either kind. */
function questions({ slug, accounts, codeKey, foreignId }, token) {
  const { emails } = accounts;
  const name = (isKnown, n) =>
    isKnown ? emails[n % emails.length] : `unknown${n % NAMES}@${slug}.example`;
  const password = 'not the right one';
  const bearer = { Authorization: `Bearer ${token}` };
  const withKey = { 'X-Api-Key': codeKey };
  return [
    {
      title: 'U-10 token endpoint: wrong password, unknown user',
      request: (isKnown, n) => logIn({ slug, email: name(isKnown, n), password }),
    },
    {
      title: 'U-26 ValidateCredentials: wrong password, unknown user',
      request: (isKnown, n) => {
        const body = JSON.stringify({ userName: name(isKnown, n), password });
        return post('/Api/Users/ValidateCredentials', bearer, body);
      },
    },
    {
      title: 'U-24 "forgot password" page: known, unknown address',
      request: (isKnown, n) => postForm(`/${slug}/password`, {}, { email: name(isKnown, n) }),
    },
    {
      title: 'O-4 access code: foreign, unknown customer',
      request: (isKnown, n) =>
        get(`/v1/customers/${isKnown ? foreignId : 900_000_000 + n}/access-code`, withKey),
    },
  ];
}

/** Pairs, one after the other on one connection; within a pair by chance which comes first. */
async function measureQuestion({ request }, port, pairs) {
  const connection = await Connection.open(port);
  const times = { known: [], unknown: [] };
  const statuses = new Set();
  for (let pair = -WARM_UP_PAIRS; pair < pairs; pair += 1)
    for (const isKnown of Math.random() < 0.5 ? [true, false] : [false, true]) {
      const bytes = request(isKnown, pair + WARM_UP_PAIRS);
      const sentAt = performance.now();
      const { status } = await connection.send(bytes);
      const took = performance.now() - sentAt;
      statuses.add(status);
      if (pair >= 0) times[isKnown ? 'known' : 'unknown'].push(took);
    }
  connection.close();
  return { ...judge(times), statuses: [...statuses] };
}

/**
 * Noise: in how far the medians differ when the names within each pair are swapped by chance; 95 of 100 swaps stay below
 * it. A difference below it tells nothing that chance does not tell as well.
 */
function judge({ known, unknown }) {
  const difference = median(known) - median(unknown);
  const shuffled = Array.from({ length: SHUFFLES }, () => {
    const isSwapped = known.map(() => Math.random() < 0.5);
    const pick = (one, other) => median(one.map((time, n) => (isSwapped[n] ? other[n] : time)));
    return Math.abs(pick(known, unknown) - pick(unknown, known));
  }).sort((a, b) => a - b);
  const noise = shuffled[Math.floor(SHUFFLES * 0.95)];
  return { known: median(known), unknown: median(unknown), difference, noise };
}

const signed = (value, digits) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;

const inWords = ({ title, known, unknown, difference, noise, statuses }) =>
  `${title}: ${known.toFixed(2)} and ${unknown.toFixed(2)} ms, ${signed(difference, 3)} ms ` +
  `(noise ${noise.toFixed(3)} ms), status ${statuses.join(' or ')}`;

function report(found, pairs) {
  const rows = found.map(({ title, unknown, difference, noise }) =>
    verdict(
      title,
      `within ± ${noise.toFixed(3)} ms`,
      `${signed(difference, 3)} ms (${signed((difference / unknown) * 100, 1)} % of ${unknown.toFixed(1)} ms)`,
      Math.abs(difference) <= noise,
    ),
  );
  return [
    `${pairs} pairs each: how much longer the first takes than the second, medians`,
    '',
    grid(VERDICT_HEAD, rows),
  ].join('\n');
}

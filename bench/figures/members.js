import { grid, ms, verdict, VERDICT_HEAD } from '../report/grid.js';
import { median } from '../report/summary.js';
import { growTo } from '../stage/crowd.js';
import { Stage } from '../stage/stage.js';

const TARGET_MS = 150;
/** Of a report over a year: it is read now and then. */
const REPORT_MS = 1_500;

/** Lists, searches, profiles, timelines and statistics of a partner with many members, over the API and on screens, one after another. */
export const members = {
  name: 'members',
  defaults: { customers: 1_000, large: 100_000, visits: 1_000_000, reps: 20 },
  run: async (run) => {
    const { options, print } = run;
    const stage = await Stage.open(run);
    const { partnerId, adminKey } = stage.world;
    const ours = await stage.ours();
    const wanted = { customers: options.large, visits: options.visits };
    await growTo(ours.sql, stage.world, wanted, print);
    print('names');
    await ours.sql(NAMES, [partnerId]);
    await ours.sql('vacuum (analyze) customers');
    const { id } = (await ours.sql(ONE_MEMBER, [partnerId]))[0];
    const { origin } = ours.server;
    const cookie = await logIn(origin, adminKey);
    const [byKey, byCookie] = [{ 'X-Api-Key': adminKey }, { ...FROM_PAGE, Cookie: cookie }];
    const reads = [
      ...readsOf(stage.world, id).map((read) => ({ ...read, headers: byKey })),
      ...screensOf(id).map((read) => ({ ...read, headers: byCookie })),
      ...statisticsOf(stage.world).map((read) => ({ ...read, headers: byKey })),
    ];
    const found = [];
    for (const { title, target = TARGET_MS, ...read } of reads) {
      const times = await timesOf(origin, read, options.reps);
      found.push({ title, target, median: median(times), longest: Math.max(...times) });
      print(`${title}: median ${ms(found.at(-1).median)}`);
    }
    return { text: report(found, options), found };
  },
};

const FIRST = `array['Ana','Maria','João','José','Francisca','Antônio','Juliana','Carlos','Fernanda','Paulo','Adriana',
  'Marcos','Camila','Rafael','Beatriz','Gabriel','Larissa','Lucas','Renata','Thiago','Vanessa','Gustavo','Patrícia',
  'Rodrigo','Letícia','Felipe','Aline','Bruno','Isabela','Eduardo']`;
const LAST = `array['Silva','Santos','Oliveira','Souza','Rodrigues','Ferreira','Alves','Pereira','Lima','Gomes','Costa',
  'Ribeiro','Martins','Carvalho','Almeida','Lopes','Soares','Fernandes','Vieira','Barbosa','Rocha','Dias','Nascimento',
  'Andrade','Moreira','Nunes','Marques','Machado','Mendes','Freitas','Cardoso','Ramos','Gonçalves','Santana','Teixeira']`;
const NAMES = `update customers set first_name = (${FIRST})[1 + id % 30], last_name = (${LAST})[1 + (id / 30) % 35],
    phone_number = '+5511' || (900000000 + id), email = 'p' || id || '@example.com', email_key = 'p' || id || '@example.com'
  where partner_id = $1`;
const ONE_MEMBER = `select max(customer_id) as id from visits where partner_id = $1`;

function readsOf({ partnerId }, id) {
  const base = `/admin/v1/partners/${partnerId}`;
  const customers = `${base}/customers`;
  const search = (title, q) => ({
    title: `search: ${title}`,
    path: `${customers}?q=${encodeURIComponent(q)}`,
  });
  return [
    { title: 'list', path: customers },
    search('a name of 3 % of all', 'fernanda'),
    search('two names', 'maria goncalves'),
    search('a name with an error', 'gonsalves'),
    search('two letters', 'ma'),
    search('e-mail', `p${id}@example.com`),
    search('phone number', String(900_000_000 + Number(id))),
    { title: 'profile', path: `/admin/v1/customers/${id}` },
    { title: 'timeline', path: `${customers}/${id}/timeline` },
  ];
}

function statisticsOf({ partnerId, gymId }) {
  const year = 'from=2025-01-01&to=2025-12-31';
  return ['day', 'hour', 'weekday', 'month'].map((by) => ({
    title: `statistics of a year by ${by}`,
    path: `/admin/v1/partners/${partnerId}/statistics?${year}&gymId=${gymId}&by=${by}`,
    target: REPORT_MS,
  }));
}

/** What a browser sends along with a form of ours. */
const FROM_PAGE = { 'Sec-Fetch-Site': 'same-origin' };

/** Stands on a screen that lists somebody. */
const A_MEMBER = 'rowheader';

/** The screens of the console over the same members: each calls the administration API. */
function screensOf(id) {
  const search = (title, q) => ({
    title: `screen: search, ${title}`,
    path: '/console/members/search',
    method: 'POST',
    body: new URLSearchParams({ q }),
    shows: A_MEMBER,
  });
  return [
    { title: 'screen: members', path: '/console/members', shows: A_MEMBER },
    search('a name of 3 % of all', 'fernanda'),
    search('two names', 'maria goncalves'),
    search('a name with an error', 'gonsalves'),
    search('e-mail', `p${id}@example.com`),
    { title: 'screen: profile with timeline', path: `/console/members/${id}` },
  ];
}

/** @returns the cookie of a session in the console */
async function logIn(origin, key) {
  const answer = await fetch(`${origin}/console/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ key, name: 'Bench' }),
  });
  if (!answer.ok) throw new Error(`log-in: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0].split(';', 1)[0];
}

async function timesOf(origin, { path, shows = '', ...request }, reps) {
  const url = `${origin}${path}`;
  const times = [];
  for (let no = 0; no <= reps; no += 1) {
    const started = performance.now();
    const answer = await fetch(url, { ...request, redirect: 'manual' });
    const text = await answer.text();
    if (answer.status !== 200 || !text.includes(shows))
      throw new Error(`${url}: ${answer.status} ${text}`);
    // The first one plans its statements.
    if (no > 0) times.push(performance.now() - started);
  }
  return times;
}

const report = (found, { large, visits, reps }) =>
  `${large} customers, ${visits} visits; median and longest of ${reps}\n\n${grid(
    VERDICT_HEAD,
    found.map(({ title, target, median: middle, longest }) =>
      verdict(
        title,
        `median < ${ms(target)}`,
        `${ms(middle)}, longest ${ms(longest)}`,
        middle < target,
      ),
    ),
  )}`;

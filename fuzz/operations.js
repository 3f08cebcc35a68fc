import { fromSchema } from './from-schema.js';
import { encoded, mutated, nastyText, nastyWord } from './nasty.js';
import { surfaceOf } from './rules.js';

const READS = new Set(['get', 'head']);
const TYPES = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/json; charset=utf-16',
  '',
  '💪',
];
/** Which resource a path parameter names. */
const RESOURCE = {
  partnerId: 'partners',
  gymId: 'gyms',
  customerId: 'customers',
  deviceId: 'devices',
  contractId: 'contracts',
};

/** Every operation of the OpenAPI document as `{ method, template, parameters, schema, mediaType }`. */
export function readOperations(document) {
  return Object.entries(document.paths).flatMap(([template, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.responses)
      .map(([method, { parameters = [], requestBody }]) => {
        const [mediaType, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
        const examples = Object.values(content?.examples ?? {}).map(({ value }) => value);
        return { method, template, parameters, schema: content?.schema, mediaType, examples };
      }),
  );
}

/** One request of an operation: as documented, with something wrong in it more often than not. */
export function operationRequest(random, operation, { document, world }) {
  const { method, template, mediaType } = operation;
  const settings = surfaceOf(template) === 'admin' && (!READS.has(method) || random.chance(0.5));
  const partner = settings ? world.second : world.first;
  const other = settings ? world.first : world.second;
  const path = pathOf(random, operation, { partner, other }) + queryOf(random, operation);
  const headers = { ...credentialOf(random, template, { world, partner, other }) };
  if (random.chance(0.05))
    headers['Idempotency-Key'] = random.pick(['same', random.uuid(), 'x'.repeat(300)]);
  if (random.chance(0.1))
    headers['Accept-Language'] = random.pick(['de', 'pt-BR;q=0.5, *', 'x'.repeat(500), ';;;q=']);
  if (!operation.schema && !random.chance(0.05))
    return { method: method.toUpperCase(), path, headers };
  headers['Content-Type'] = random.chance(0.05)
    ? random.pick(TYPES)
    : (mediaType ?? 'application/json');
  return { method: method.toUpperCase(), path, headers, body: bodyOf(random, operation, document) };
}

function pathOf(random, { template, method }, { partner, other }) {
  return template.replace(/\{(\w+)\}/g, (_, name) => {
    if (random.chance(0.12)) return encoded(nastyWord(random), 2_000).replace(/^$/, '%20');
    const before = template.split(`/{${name}}`)[0].split('/').at(-1);
    const kind = RESOURCE[name] ?? before;
    // The partner itself stays; everything else of the second one may go.
    if (kind === 'partners') return method === 'delete' ? random.uuid() : partner.id;
    if (name === 'hook') return partner.hook;
    if (name === 'slug') return partner.slug;
    const ids = (random.chance(0.1) ? other : partner).ids[kind] ?? [];
    return ids.length > 0 && random.chance(0.9)
      ? ids.at(-1 - random.below(ids.length))
      : random.pick([random.uuid(), random.below(100_000)]);
  });
}

function queryOf(random, { parameters }) {
  const named = parameters.filter(
    (one) => one.in === 'query' && (one.required || random.chance(0.4)),
  );
  const pairs = named.map(({ name, schema = {} }) => {
    const value = random.chance(0.4)
      ? nastyWord(random)
      : (schema.enum?.[0] ?? random.pick(['10', '2026-11', '2026-11-01', 'true', 'a+b@x.pl']));
    const pair = `${name}=${random.chance(0.9) ? encoded(value, 4_000) : '%zz'}`;
    return random.chance(0.05)
      ? `${pair}&${pair}`
      : random.chance(0.03)
        ? pair.replace('=', '[]=')
        : pair;
  });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function bodyOf(random, { schema, mediaType, examples = [] }, document) {
  if (mediaType && !/json|x-www-form/.test(mediaType))
    return Buffer.from(random.hex(2 * random.below(3_000)), 'hex');
  if (random.chance(0.08)) return nastyText(random);
  const sound =
    examples.length > 0 && random.chance(0.5)
      ? random.pick(examples)
      : fromSchema(random, schema ?? {}, document);
  const body = random.chance(0.7) ? mutated(random, sound) : sound;
  return mediaType?.includes('x-www-form') ? formOf(body) : JSON.stringify(body);
}

const formOf = (body) =>
  Object.entries(body ?? {})
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name)}=${encoded(JSON.stringify(value) ?? '', 80_000)}`,
    )
    .join('&');

const bearer = (token) => ({ Authorization: `Bearer ${token}` });

/** Three in four times the right one for the surface, else any other. */
function credentialOf(random, template, { world, partner, other }) {
  const right = {
    wellhub: template.endsWith('/token')
      ? { 'X-Api-Key': partner.keys.registration }
      : bearer(partner.registrationToken),
    'open-api': template.startsWith('/open-api')
      ? bearer(partner.deviceToken)
      : { 'X-Api-Key': partner.keys.app },
    'users-api': bearer(partner.usersApiToken),
    admin: random.chance(0.2)
      ? { 'X-Api-Key': world.operatorKey, 'X-Partner-Id': partner.id }
      : { 'X-Api-Key': partner.keys.admin },
    pages: {},
  }[surfaceOf(template)];
  if (random.chance(0.75)) return right;
  return random.pick([
    {},
    { 'X-Api-Key': '' },
    { 'X-Api-Key': nastyHeader(random) },
    bearer(nastyHeader(random)),
    { Authorization: nastyHeader(random) },
    { Cookie: `__Host-session=${nastyHeader(random)}` },
    { 'X-Api-Key': other.keys.admin },
    { 'X-Api-Key': world.operatorKey, 'X-Partner-Id': nastyHeader(random) },
    ...Object.values(partner.keys).map((key) => ({ 'X-Api-Key': key })),
    ...[
      partner.adminToken,
      partner.registrationToken,
      partner.deviceToken,
      partner.usersApiToken,
    ].map(bearer),
  ]);
}

/** What an HTTP client can send at all in a header field. */
export const nastyHeader = (random) =>
  nastyWord(random)
    .replaceAll(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '')
    .slice(0, 4_000);

import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { hmacSha256, seal, sha256 } from './keys.js';

const SIGNATURE = /^(?:0x)?([0-9a-f]{40})$/i;
const FRESH_MS = 4_000;

const HOOK = {
  name: 'raw.hook',
  text: `select p.id as partner_id from partners p join wellhub_connections c on c.partner_id = p.id
    where p.hook_test = $1 and p.deleted_at is null`,
};

const storeBy = (input) => `with input as (${input}), fresh as (
      insert into wellhub_event_keys (partner_id, key, event_id) select partner_id, key, id from input
      on conflict do nothing returning event_id)
    insert into wellhub_events (partner_id, id, environment, hook_gym_id, type, wellhub_gym_id, person, payload, state)
    select partner_id, id, 'test', null, type, wellhub_gym_id, person, payload, state
    from input join fresh on event_id = id`;

const COLUMNS = 'partner_id, key, id, type, wellhub_gym_id, person, payload, state';

const STORE = {
  name: 'raw.store-event',
  text: storeBy(
    `select * from (values ($1::uuid, $2::bytea, $3::uuid, $4::text, $5::text, $6::bytea, $7::bytea, $8::text))
      as i (${COLUMNS})`,
  ),
  batch: {
    text: storeBy(
      `select * from unnest($1::uuid[], $2::bytea[], $3::uuid[], $4::text[], $5::text[], $6::bytea[], $7::bytea[], $8::text[])
        as i (${COLUMNS})`,
    ),
  },
};

const known = new Map();

async function hookOf({ query }, name) {
  const hook = known.get(name);
  if (hook && performance.now() - hook.readAt < FRESH_MS) return hook;
  const [row] = await query(HOOK, [name]);
  if (row) known.set(name, { ...row, readAt: performance.now() });
  return row;
}

export async function receive(context, headers, { hook: name, body }) {
  const hook = await hookOf(context, name);
  if (!hook || !isSigned(context.webhookSecret, headers['x-gympass-signature'], body))
    return { status: 401, body: { code: 'invalid_signature' } };
  const event = read(JSON.parse(body.toString()), body);
  if (!event) return { status: 422, body: { code: 'invalid_event' } };
  const { keys, query } = context;
  const id = randomUUID();
  await query(STORE, [
    hook.partner_id,
    event.key,
    id,
    event.type,
    event.wellhubGymId,
    event.person === null ? null : hmacSha256(keys.persons, event.person),
    seal(keys.events, body, `${hook.partner_id}/${id}`),
    event.type === 'unknown' ? 'IGNORED' : 'RECEIVED',
  ]);
  return { status: 200, body: { received: true } };
}

function isSigned(secret, header, body) {
  const digits = SIGNATURE.exec(header ?? '')?.[1];
  if (digits === undefined) return false;
  const expected = createHmac('sha1', secret).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(digits, 'hex'));
}

/** What an event is, whom it names, and the key by which a repeat of it is known. */
function read(parsed, body) {
  if (parsed.event_type !== 'checkin')
    return { type: 'unknown', wellhubGymId: null, person: null, key: sha256(sha256(body)) };
  const { user, gym, timestamp } = parsed.event_data ?? {};
  const person = user?.unique_token;
  if (typeof person !== 'string' || gym?.id === undefined) return undefined;
  const wellhubGymId = String(gym.id);
  const parts = ['checkin', wellhubGymId, person, gym.product?.id ?? null, timestamp];
  return { type: 'checkin', wellhubGymId, person, key: sha256(JSON.stringify(parts)) };
}

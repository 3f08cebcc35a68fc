import { createHmac } from 'node:crypto';
import { encoded, mutated, nastyText, nastyWord } from './nasty.js';
import { nastyHeader } from './operations.js';

const NOW = () => Math.floor(Date.now() / 1000);

const EVENTS = [
  (random, { wellhubGymId }) => checkIn(random, wellhubGymId, 'checkin'),
  (random, { wellhubGymId }) => ({
    ...checkIn(random, wellhubGymId, 'checkin-booking-occurred'),
    booking: { booking_number: `BK_${random.digits(4)}` },
  }),
  ...['booking-requested', 'booking-canceled', 'booking-late-canceled'].map(
    (type) =>
      (random, { wellhubGymId }) => ({
        event_type: type,
        event_data: {
          user: { unique_token: random.digits(13), name: 'Ana Prado' },
          timestamp: NOW() * 1000,
          event_id: random.uuid(),
          slot: {
            id: random.below(9),
            gym_id: Number(wellhubGymId),
            class_id: 5,
            booking_number: `BK_${random.digits(4)}`,
          },
        },
      }),
  ),
  (random) => ({
    event_type: 'system-integration-requested',
    event_data: {
      gym_id: random.below(2_000),
      gym_name: 'Centro',
      partner_id: random.uuid(),
      custom_fields: [{ key: 'a', value: 'b' }],
      event_id: random.uuid(),
      timestamp: NOW() * 1000,
    },
  }),
];

function checkIn(random, gymId, type) {
  const user = {
    unique_token: String(1_000 + random.below(2_000)).padStart(13, '0'),
    first_name: 'Ana',
    last_name: 'Prado',
    email: `a${random.digits(3)}@example.com`,
  };
  return {
    event_type: type,
    event_data: {
      user,
      location: { lat: -23.5, lon: -46.6 },
      timestamp: NOW() + random.below(600),
      gym: { id: Number(gymId), title: 'Centro', product: { id: 31, description: 'Gym floor' } },
    },
  };
}

/** A webhook of Wellhub, odd-shaped more often than not, but signed as it should be, mostly. */
export function webhookRequest(random, { first }) {
  const status = random.chance(0.2);
  const sound = status
    ? {
        user_id: `gpw-${random.uuid()}`,
        plan_id: random.pick(['0', '2']),
        event_time: NOW() * 1000,
        event_id: random.uuid(),
        event_type: 'wellness-user-plan-canceled',
      }
    : random.pick(EVENTS)(random, first);
  const body = random.chance(0.08)
    ? nastyText(random)
    : JSON.stringify(random.chance(0.75) ? mutated(random, sound) : sound);
  const tail = status
    ? random.pick(['users/cancel', 'users/change'])
    : random.pick(['webhooks', 'webhooks/checkin', 'webhooks/']);
  const digest = createHmac('sha1', first.webhookSecret).update(body).digest('hex').toUpperCase();
  const signature = random.chance(0.9)
    ? digest
    : random.pick([nastyHeader(random), `0x${digest}`, digest.slice(1)]);
  return {
    method: 'POST',
    path: `/wellhub/${first.hook}/${tail}`,
    headers: { 'Content-Type': 'application/json', 'X-Gympass-Signature': signature },
    body,
  };
}

const PAGES = [
  'join',
  'login',
  'password',
  'confirm',
  'code',
  'code/current',
  'link',
  'wellhub-id',
  'logout',
  'kiosk',
];
const FIELDS = ['token', 'email', 'password', 'firstName', 'lastName', 'wellhubId', 'csrf'];

/** A page or a form of a page; passwords stay too short to be hashed, for hashing is slow on purpose. */
export function pageRequest(random, { first }, port) {
  const place = random.chance(0.8)
    ? `/${first.slug}/${random.pick(PAGES)}`
    : random.pick([
        '/console',
        '/console/desk',
        '/console/desk/log-in',
        '/docs',
        '/health/ready',
        '/metrics',
      ]);
  const headers = { Accept: 'text/html', Cookie: random.chance(0.3) ? nastyHeader(random) : '' };
  const pair = () => `${random.pick(FIELDS)}=${encoded(nastyWord(random), 3_000)}`;
  if (random.chance(0.5)) return { method: 'GET', path: `${place}?${pair()}`, headers };
  Object.assign(headers, {
    Origin: `http://localhost:${port}`,
    'Content-Type': 'application/x-www-form-urlencoded',
  });
  const fields = Array.from({ length: random.below(5) }, pair).filter(
    (one) => !one.startsWith('password='),
  );
  return { method: 'POST', path: place, headers, body: fields.join('&') };
}

const ROOTS = ['/v1', '/admin/v1', '/wellhub', '/Api', '/open-api', '/aggregator', '', '/assets'];

/** A path that hardly exists, with any verb. */
export function strayRequest(random) {
  const tail = encoded(nastyWord(random), 1_000);
  const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];
  return { method: random.pick(verbs), path: `${random.pick(ROOTS)}/${tail}`, headers: {} };
}

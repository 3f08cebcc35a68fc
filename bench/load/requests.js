import { createHmac, randomUUID } from 'node:crypto';

/**
 * The requests of each path. A maker gets what the run was given and returns `next(n)`: the bytes of the run's n-th
 * request, or undefined when there is none left. No request is ever sent twice, except where that is the normal case.
 */
export const REQUESTS = {
  token: ({ apiKey }) => {
    const request = get('/wellhub/token', { 'X-Api-Key': apiKey });
    return () => request;
  },

  users: ({ accessToken }) => {
    const head = { Authorization: `Bearer ${accessToken}` };
    return () => post('/wellhub/users', head, JSON.stringify(registration()));
  },

  'access-code': ({ apiKey, customerIds, from }) => {
    const head = { 'X-Api-Key': apiKey };
    return (n) =>
      get(`/v1/customers/${customerIds[(from + n) % customerIds.length]}/access-code`, head);
  },

  gate: ({ deviceTokens, codes }) => {
    const heads = deviceTokens.map((token) => ({ Authorization: `Bearer ${token}` }));
    return (n) => {
      if (n >= codes.length) return undefined;
      const identification = { type: 'QR_CODE', value: codes[n] };
      const body = JSON.stringify({ identification, nonce: randomUUID() });
      return post('/open-api/device/cardreader/identification', heads[n % heads.length], body);
    };
  },

  /** Form fields as the firmware sends them; numeric mode has lost the leading zeros. */
  'control-id':
    ({ address, codes }) =>
    (n) => {
      if (n >= codes.length) return undefined;
      const fields = {
        device_id: '478435',
        card_value: String(BigInt(codes[n])),
        portal_id: '1',
        identifier_id: '0',
        uuid: randomUUID(),
        time: String(Math.floor(Date.now() / 1000)),
      };
      return postForm(`${address}/new_card.fcgi`, {}, fields);
    },

  webhook: ({ hookPath, secret, wellhubIds, wellhubGymId, from, since }) => {
    const event = (n) => {
      const turn = Math.floor((from + n) / wellhubIds.length);
      const wellhubId = wellhubIds[(from + n) % wellhubIds.length];
      return JSON.stringify(checkIn(wellhubId, wellhubGymId, since + turn));
    };
    return (n) => signed(hookPath, secret, event(n));
  },

  /** Signed, but of a type that nobody handles: stored, and no worker has anything to do. */
  'webhook-ignored': ({ hookPath, secret, wellhubGymId }) => {
    const event = () => ({
      ...checkIn('0000000000000', wellhubGymId, 0),
      event_type: 'bench',
      event_id: randomUUID(),
    });
    return () => signed(hookPath, secret, JSON.stringify(event()));
  },

  /** The token endpoint of `/Api`, end-user mode. */
  'log-in': ({ slug, emails, password, from, networks }) => {
    return (n) => {
      const source = networks && networks[n % networks.length];
      return logIn({ slug, email: emails[(from + n) % emails.length], password, source });
    };
  },

  /** What nobody with a credential sends (`figures/floods.js`). */
  'flood-photos': () => {
    const body = `["\\u0041"${',[]'.repeat((5 * 1024 * 1024 - 20) / 3)}]`;
    const request = Buffer.from(
      post('/admin/v1/customers/1/%70hoto', {}, body).replace('POST', 'PUT'),
    );
    return () => request;
  },
  'flood-arrays': () => {
    const request = Buffer.from(post('/admin/v1/partners', {}, manyArrays()));
    return () => request;
  },
  'flood-door': () => {
    const path = '/open-api/device/cardreader/identification';
    const head = { Authorization: `Bearer ${randomUUID()}` };
    const request = Buffer.from(post(path, head, manyArrays()));
    return () => request;
  },

  'oidc-token': ({ clientId, clientSecret }) => {
    const credentials = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const head = { Authorization: `Basic ${credentials}` };
    const request = postForm('/token', head, { grant_type: 'client_credentials' });
    return () => request;
  },

  'better-auth-log-in': ({ emails, password, from }) => {
    const body = (n) => JSON.stringify({ email: emails[(from + n) % emails.length], password });
    return (n) => post('/api/auth/sign-in/email', {}, body(n));
  },
};

const manyArrays = () => `["\\u0041"${',[]'.repeat(21_000)}]`;

/** @param source the client's address, as a trusted proxy names it */
export const logIn = ({ slug, email, password, source }) =>
  postForm('/Api/oauth/authorize', source ? { 'X-Forwarded-For': source } : {}, {
    grant_type: 'password',
    partner: slug,
    username: email,
    password,
  });

/** Like the example of `wellhub.md` 2.2, with the optional fields that make us keep a prefill. */
function registration() {
  const id = randomUUID();
  return {
    gympass_user_id: `gpw-${id}`,
    email: `${id}@example.com`,
    first_name: 'Ana',
    last_name: 'Prado',
    origin: 'ios',
    user_status: '1',
    country_code: 'BR',
  };
}

/** Like the example of `wellhub.md` 4.4. */
const checkIn = (wellhubId, wellhubGymId, timestamp) => ({
  event_type: 'checkin',
  event_data: {
    user: {
      unique_token: wellhubId,
      first_name: 'Ana',
      last_name: 'Prado',
      email: `${wellhubId}@example.com`,
      phone_number: '+5511999990000',
    },
    location: { lat: -23.5505, lon: -46.6333 },
    timestamp,
    gym: {
      id: Number(wellhubGymId),
      title: 'Fit Centro',
      product: { id: 31, description: 'Gym floor' },
    },
  },
});

function signed(path, secret, body) {
  const signature = createHmac('sha1', secret).update(body).digest('hex').toUpperCase();
  return post(path, { 'X-Gympass-Signature': signature }, body);
}

const lines = (headers) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');

export const get = (path, headers) =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${lines(headers)}\r\n`;

export const post = (path, headers, body, type = 'application/json') =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\n` +
  `Content-Length: ${Buffer.byteLength(body)}\r\n${lines(headers)}\r\n${body}`;

export const postForm = (path, headers, fields) =>
  post(path, headers, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');

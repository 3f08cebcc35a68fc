import { randomBytes } from 'node:crypto';

/**
 * Two partners, made through the admin API: requests that only read or that hit the hot paths go to the first, what may
 * change settings or end keys goes to the second, so that the first stays as deep as it was.
 */
export async function makeWorld(origin, operatorKey) {
  const first = await makePartner(origin, operatorKey, '1042');
  const second = await makePartner(origin, operatorKey, '1043');
  return { operatorKey, first, second };
}

async function makePartner(origin, operatorKey, wellhubGymId) {
  const operator = caller(origin, operatorKey);
  const slug = `fuzz-${randomBytes(4).toString('hex')}`;
  const { id } = await operator('POST', '/admin/v1/partners', {
    name: slug,
    slug,
    timeZone: 'America/Sao_Paulo',
  });
  const base = `/admin/v1/partners/${id}`;
  const webhookSecret = randomBytes(24).toString('base64url');
  const connection = { environment: 'simulator', accessToken: 'fuzz-token', webhookSecret };
  await operator('PUT', `${base}/wellhub`, connection);
  const { urls } = await operator('GET', `${base}/wellhub`);
  const made = (...scopes) =>
    operator('POST', `${base}/api-keys`, { name: scopes.join('+'), scopes });
  const key = async (...scopes) => (await made(...scopes)).key;
  const usersApi = await made('USERS_API');
  const keys = {
    admin: await key('PARTNER_ADMIN'),
    app: await key(
      'CUSTOMER_READ',
      'CHECKIN_READ',
      'CHECKIN_WRITE',
      'STUDIO_READ',
      'DEVICE_READ',
      'DEVICE_WRITE',
    ),
    registration: await key('WELLHUB_REGISTRATION'),
    usersApi: usersApi.key,
  };
  const admin = caller(origin, keys.admin);
  const people = await makePeople(admin, base, wellhubGymId);
  return {
    id,
    slug,
    webhookSecret,
    wellhubGymId,
    keys,
    hook: new URL(urls.test.webhooks).pathname.split('/')[2],
    registrationToken: (await caller(origin, keys.registration)('GET', '/wellhub/token'))
      .access_token,
    adminToken: (await admin('POST', '/admin/v1/token')).access_token,
    usersApiToken: await usersApiToken(origin, usersApi),
    ...people,
  };
}

async function makePeople(admin, base, wellhubGymId) {
  const gym = await admin('POST', `${base}/gyms`, {
    name: 'Centro',
    wellhubGymId,
    validationMode: 'GATE',
  });
  const ids = { partners: [base.split('/').at(-1)], gyms: [gym.id] };
  const keep = async (kind, path, body) => {
    const made = await admin('POST', path, body);
    (ids[kind] ??= []).push(made.id);
    return made;
  };
  const membership = await keep('memberships', `${base}/memberships`, { name: 'Open' });
  const plan = await keep('payment-plans', `${base}/payment-plans`, { name: 'Open 24m' });
  for (let no = 0; no < 5; no += 1) {
    const gympassId = String(1_000 + no).padStart(13, '0');
    const { id } = await keep('customers', `${base}/customers`, {
      firstName: 'Ana',
      gympassId,
      homeGymId: gym.id,
    });
    const contract = {
      membershipId: membership.id,
      paymentPlanId: plan.id,
      signUpDate: '2020-01-01',
      startDate: '2020-01-01',
    };
    await keep('contracts', `/admin/v1/customers/${id}/contracts`, contract);
  }
  const door = await keep('devices', `/admin/v1/gyms/${gym.id}/devices`, {
    name: 'Door',
    direction: 'IN',
  });
  const { token } = await admin('POST', `/admin/v1/devices/${door.id}/token`);
  await keep('webhook-subscriptions', `${base}/webhook-subscriptions`, {
    url: 'https://example.com/events',
  });
  return { ids, deviceToken: token };
}

/** A token of the Users API in employee mode: name = the key's prefix, password = the key. */
async function usersApiToken(origin, { prefix, key }) {
  const body = new URLSearchParams({ grant_type: 'password', username: prefix, password: key });
  const answer = await fetch(`${origin}/Api/oauth/authorize`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`no token of the Users API: ${await answer.text()}`);
  return (await answer.json()).access_token;
}

function caller(origin, key) {
  return async (method, path, body) => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { 'X-Api-Key': key, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
}

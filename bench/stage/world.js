import { randomBytes } from 'node:crypto';

const DOORS = 8;
/** Long enough for codes that are fetched before a measurement and scanned during it. */
const CODE_SECONDS = 300;

/**
 * A partner with a gym, doors, keys and one member of each kind, made through the admin API as an operator would;
 * the crowd is copied from those two members by SQL, because twenty thousand calls prove nothing more.
 */
export async function makeWorld(ours, operatorKey, people) {
  const operator = caller(ours.server.origin, operatorKey);
  const slug = `fit-${randomBytes(4).toString('hex')}`;
  const partner = await operator('POST', '/admin/v1/partners', {
    name: 'Fit Bench',
    slug,
    timeZone: 'America/Sao_Paulo',
  });
  const base = `/admin/v1/partners/${partner.id}`;
  const webhookSecret = randomBytes(24).toString('base64url');
  const connection = await operator('PUT', `${base}/wellhub`, {
    environment: 'simulator',
    accessToken: 'bench-token',
    webhookSecret,
  });
  const key = async (...scopes) =>
    (await operator('POST', `${base}/api-keys`, { name: scopes.join('+'), scopes })).key;
  const adminKey = await key('PARTNER_ADMIN');
  const admin = caller(ours.server.origin, adminKey);
  const gym = await makeGym(admin, base);
  return {
    partnerId: partner.id,
    slug,
    gymId: gym.id,
    wellhubGymId: gym.wellhubGymId,
    webhookSecret,
    hookPath: await hookPath(operator, base, connection),
    registrationKey: await key('WELLHUB_REGISTRATION'),
    codeKey: await key('CUSTOMER_READ'),
    adminKey,
    usersApiKey: await key('USERS_API'),
    deviceTokens: await makeDoors(admin, gym.id),
    ...(await makePeople(admin, base, { gymId: gym.id, people, sql: ours.sql })),
  };
}

/** ATTENDANCE: a check-in waits for the person, so that no worker calls Wellhub in a measurement. */
async function makeGym(admin, base) {
  const wellhubGymId = '1042';
  const { id } = await admin('POST', `${base}/gyms`, { name: 'Centro', wellhubGymId });
  await admin('PATCH', `/admin/v1/gyms/${id}`, {
    validationMode: 'ATTENDANCE',
    checkInWindowMinutes: 1_440,
    accessCodes: { ttlSeconds: CODE_SECONDS },
  });
  return { id, wellhubGymId };
}

async function hookPath(operator, base, connection) {
  const { urls } = connection?.urls ? connection : await operator('GET', `${base}/wellhub`);
  return new URL(urls.test.webhooks).pathname;
}

async function makeDoors(admin, gymId) {
  const tokens = [];
  for (let no = 1; no <= DOORS; no += 1) {
    const door = { name: `Door ${no}`, direction: 'IN' };
    const { id } = await admin('POST', `/admin/v1/gyms/${gymId}/devices`, door);
    tokens.push((await admin('POST', `/admin/v1/devices/${id}/token`)).token);
  }
  return tokens;
}

async function makePeople(admin, base, { gymId, people, sql }) {
  const membership = await admin('POST', `${base}/memberships`, { name: 'Open' });
  const plan = await admin('POST', `${base}/payment-plans`, { name: 'Open 24m' });
  const names = { firstName: 'Ana', lastName: 'Prado', homeGymId: gymId };
  const member = await admin('POST', `${base}/customers`, names);
  await admin('POST', `/admin/v1/customers/${member.id}/contracts`, {
    membershipId: membership.id,
    paymentPlanId: plan.id,
    signUpDate: '2020-01-01',
    startDate: '2020-01-01',
  });
  const guest = await admin('POST', `${base}/customers`, { ...names, gympassId: '0000000000001' });
  const customerIds = (await sql(COPY_MEMBERS, [member.id, people])).map(({ id }) => id);
  const guests = await sql(COPY_GUESTS, [guest.id, people]);
  // What was filled by hand, as autovacuum would: a whole `analyze` would note for every partition still to be filled
  // that it is empty, and plans made on that day read it from end to end.
  for (const table of ['customers', 'contracts', 'presence']) await sql(`analyze ${table}`);
  return { customerIds, wellhubIds: guests.map(({ wellhub_id: id }) => id) };
}

const COPIED = 'partner_id, status, origin, home_gym_id, first_name, last_name';

/** With a contract and, as after their first visit, a presence row. */
const COPY_MEMBERS = `
  with people as (
    insert into customers (${COPIED}) select ${COPIED} from customers, generate_series(1, $2::int) where id = $1
    returning partner_id, id
  ), contracted as (
    insert into contracts (partner_id, customer_id, membership_id, payment_plan_id, sign_up_date, start_date)
    select p.partner_id, p.id, k.membership_id, k.payment_plan_id, k.sign_up_date, k.start_date
    from people p join contracts k on k.partner_id = p.partner_id and k.customer_id = $1
  ), present as (
    insert into presence (partner_id, customer_id) select partner_id, id from people
  ) select id from people`;

const COPY_GUESTS = `
  insert into customers (${COPIED}, wellhub_id)
  select ${COPIED}, lpad((n + 1000000)::text, 13, '0') from customers, generate_series(1, $2::int) n where id = $1
  returning wellhub_id`;

/** Calls of the admin API with a key. */
export function caller(origin, key, more = {}) {
  return async (method, path, body) => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { 'X-Api-Key': key, ...(body && { 'Content-Type': 'application/json' }), ...more },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
}

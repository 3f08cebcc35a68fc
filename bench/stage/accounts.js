const PASSWORD = 'a bench rests on four legs';

/**
 * Accounts of members that all have one password: the first is made by calls of the Users API, as an app would, and
 * copied to the others by SQL.
 * @returns {{ password: string, emails: string[] }}
 */
export async function makeAccounts({ server, sql }, world, count) {
  const token = await employeeToken(server, world);
  const call = apiCaller(server.origin, token);
  const email = `first@${world.slug}.example`;
  const [{ resetPasswordToken }] = await call(
    'POST',
    `/Api/Users/SignUp?email=${encodeURIComponent(email)}`,
  );
  await call('POST', '/Api/Users/ResetPassword', { resetPasswordToken, password: PASSWORD });
  const copied = await sql(COPY, [
    world.partnerId,
    email,
    world.customerIds.slice(0, count),
    `@${world.slug}.example`,
  ]);
  if (copied.length < count)
    throw new Error(`only ${copied.length} of ${count} accounts were made`);
  await sql('analyze accounts');
  return { password: PASSWORD, emails: copied.map((row) => row.email) };
}

const COPY = `
  insert into accounts (partner_id, id, customer_id, email, email_key, password_hash)
  select a.partner_id, gen_random_uuid(), m.id, 'm' || m.id || $4, 'm' || m.id || $4, a.password_hash
  from accounts a, unnest($3::bigint[]) as m(id) where a.partner_id = $1 and a.email_key = $2
  returning email`;

/** How much of a key is its public prefix. */
const PREFIX = 'ghk_live_'.length + 8;

/** Employee mode: what the partner's software has. */
export async function employeeToken({ origin }, { usersApiKey }) {
  const answer = await fetch(`${origin}/Api/oauth/authorize`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      username: usersApiKey.slice(0, PREFIX),
      password: usersApiKey,
    }),
  });
  const body = await answer.json();
  if (!answer.ok) throw new Error(`no employee token: ${JSON.stringify(body)}`);
  return body.access_token;
}

function apiCaller(origin, token) {
  return async (method, path, body) => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text).elements;
  };
}

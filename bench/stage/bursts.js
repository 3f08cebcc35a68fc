import { randomUUID } from 'node:crypto';
import { accessToken } from '../paths.js';

/**
 * Writers that need a gym's day inside their transaction (`figures/link-flood.js`). Each prepares as many requests as
 * are wanted and returns what sends them all at once and counts the answers by status.
 */
export const BURSTS = {
  /** A member, logged in by the page, presses the button of one link again and again. */
  presses: async (side, world, count) => {
    const email = next(world.accounts.emails);
    await withoutContract(side, [/^m(\d+)@/.exec(email)[1]]);
    const page = (path, fields, headers) =>
      send(side, 'POST', `/${world.slug}/${path}`, { headers, body: new URLSearchParams(fields) });
    const { headers } = await page('login', { email, password: world.accounts.password });
    const Cookie = headers.getSetCookie().map((line) => line.split(';', 1)[0]);
    const token = await linkToken(side, world);
    return () =>
      all(count, () => page('link', { token, answer: 'yes' }, { Cookie: Cookie.join('; ') }));
  },

  /** The partner completes as many registration links, each for a member without one. */
  completes: async (side, world, count) => {
    const links = [];
    while (links.length < count)
      links.push({ token: await linkToken(side, world), customerId: next(world.customerIds) });
    await withoutContract(
      side,
      links.map(({ customerId }) => customerId),
    );
    return () =>
      all(count, (no) => {
        const { token, customerId } = links[no];
        const path = `/admin/v1/registration-links/${token}/complete`;
        return asAdmin(side, world, 'POST', path, { customerId: Number(customerId) });
      });
  },

  /** The partner changes one contract as often. */
  contracts: async (side, world, count) => {
    const path = `/admin/v1/customers/${next(world.customerIds)}/contracts`;
    const { items } = await (await asAdmin(side, world, 'GET', path)).json();
    return () =>
      all(count, (no) => {
        const signUpDate = `2019-01-${String(no + 1).padStart(2, '0')}`;
        return asAdmin(side, world, 'PATCH', `${path}/${items[0].id}`, { signUpDate });
      });
  },
};

/** Members from the end of the list; the scans and codes take theirs from its beginning. */
const taken = new WeakMap();
function next(list) {
  taken.set(list, (taken.get(list) ?? 0) + 1);
  return list.at(-taken.get(list));
}

/** Who has a current contract is no Wellhub member. */
const withoutContract = ({ sql }, ids) =>
  sql('delete from contracts where customer_id = any($1::bigint[])', [ids]);

async function linkToken(side, world) {
  const headers = { Authorization: `Bearer ${await accessToken(side, world)}` };
  const body = { gympass_user_id: `gpw-${randomUUID()}` };
  const answer = await send(side, 'POST', '/wellhub/users', { headers, json: body });
  return new URL((await answer.json()).redirect_link).searchParams.get('token');
}

const asAdmin = (side, { adminKey }, method, path, json) =>
  send(side, method, path, { headers: { 'X-Api-Key': adminKey }, json });

const send = ({ server }, method, path, { headers, json, body = JSON.stringify(json) }) => {
  const type = json && { 'Content-Type': 'application/json' };
  const init = { method, redirect: 'manual', headers: { ...headers, ...type }, body };
  return fetch(`${server.origin}${path}`, init);
};

/** @returns how many answers had which status; 0 stands for none */
async function all(count, request) {
  const answers = await Promise.all(
    Array.from({ length: count }, (_, no) => request(no).catch(() => ({ status: 0 }))),
  );
  const statuses = {};
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  return statuses;
}

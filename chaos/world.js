import { randomInt } from 'node:crypto';
import { makeWorld } from '../bench/stage/world.js';
import { call } from './load.js';

const DOORS = 50;

/** The bench's partner with its members, turned into a gym that pays for every check-in, with many doors and a subscriber. */
export async function prepareWorld(port, { operatorKey, sql, people, receiverUrl }) {
  const origin = `http://127.0.0.1:${port}`;
  const made = await makeWorld({ server: { origin }, sql }, operatorKey, people);
  const admin = async (method, path, body) => {
    const headers = { 'X-Api-Key': operatorKey, 'X-Partner-Id': made.partnerId };
    const answer = await call(port, { method, path: `/admin/v1${path}`, headers, body });
    if (!(answer.status < 300))
      throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    return answer.text === '' ? undefined : JSON.parse(answer.text);
  };
  await admin('PATCH', `/gyms/${made.gymId}`, { validationMode: 'AUTOMATIC' });
  const doors = [];
  for (let no = 1; no <= DOORS; no += 1) {
    const { id } = await admin('POST', `/gyms/${made.gymId}/devices`, {
      name: `Gate ${no}`,
      direction: 'IN',
    });
    doors.push((await admin('POST', `/devices/${id}/token`)).token);
  }
  const subscribe = (url) =>
    admin('POST', `/partners/${made.partnerId}/webhook-subscriptions`, {
      url,
      eventTypes: ['CUSTOMER_CHECKIN'],
    });
  const { access_token: registrationToken } = JSON.parse(
    (
      await call(port, {
        method: 'GET',
        path: '/wellhub/token',
        headers: { 'X-Api-Key': made.registrationKey },
      })
    ).text,
  );
  return {
    ...doorRounds(made, doors),
    ...made,
    doors,
    appKey: made.codeKey,
    registrationToken,
    subscribe,
    subscription: await subscribe(receiverUrl),
  };
}

/** A member for one visit only, so that every visit is one scan's. */
function doorRounds({ customerIds }, doors) {
  const first = randomInt(10 ** 6) * 10 ** 6;
  let member = 0;
  let door = 0;
  let person = 0;
  return {
    nextMember: () => {
      if (member === customerIds.length)
        throw new Error('no members left: raise the number of people');
      return customerIds[member++];
    },
    nextDoor: () => doors[door++ % doors.length],
    nextWellhubId: () => String(first + person++).padStart(13, '0'),
  };
}

import { randomBytes, randomInt } from 'node:crypto';
import { Gatehouse } from '@gatehouse/client';
import { beginStep, expectThat, printedFetch } from './demo-http.js';
import type { Receiver } from './demo-receiver.js';
import type { Stage } from './demo-stage.js';

/** The running sandbox, and the key that may make a partner in it. */
export interface Sandboxed {
  readonly service: string;
  readonly operatorKey: string;
  readonly simulatorUrl: string;
  readonly simulatorToken: string;
}

/** A partner for this run only, so that changes to the sandbox's own partner do not affect it. */
export async function openStage(sandboxed: Sandboxed, receiver: Receiver): Promise<Stage> {
  beginStep(
    'A gym comes to Gatehouse: a partner for this run, with its gym, its door and its keys',
  );
  const { service, operatorKey: apiKey, simulatorUrl: simulator } = sandboxed;
  const slug = `demo-${randomBytes(4).toString('hex')}`;
  const options = { baseUrl: service, fetch: printedFetch };
  const operator = new Gatehouse({ ...options, apiKey });
  const partner = { name: 'Demo of one run', slug, timeZone: 'America/Sao_Paulo' };
  const { id } = await operator.partners.create(partner);
  const ofPartner = { ...options, partnerId: id };
  const adminKey = await makeKey(new Gatehouse({ ...ofPartner, apiKey }), 'PARTNER_ADMIN');
  const gatehouse = new Gatehouse({ ...ofPartner, apiKey: adminKey });
  const credentials = await furnish(gatehouse, sandboxed);
  const app = new Gatehouse({ ...options, apiKey: await makeKey(gatehouse, 'CUSTOMER_READ') });
  const { token } = await gatehouse.devices.createToken(await makeDoor(gatehouse, credentials));
  const door = new Gatehouse({ ...options, token: token ?? '' });
  expectThat(true, `it is there, as /${slug}; it goes again at the end`);
  const parties = { gatehouse, app, door, receiver };
  return { service, simulator, slug, ...parties, credentials: { ...credentials, partnerId: id } };
}

/** Removes the rows of the run, so that lists do not show them. */
export async function closeStage({ service, credentials }: Stage, apiKey: string): Promise<void> {
  const { partnerId } = credentials;
  const operator = new Gatehouse({ baseUrl: service, apiKey, partnerId, fetch: printedFetch });
  await operator.partners.delete();
}

/** What the partner sets up itself. */
async function furnish(gatehouse: Gatehouse, { simulatorToken: token }: Sandboxed) {
  const wellhubGymId = String(randomInt(10 ** 6, 10 ** 9));
  const gym = await gatehouse.gyms.create({ name: 'Fit Norte', wellhubGymId });
  const webhookSecret = randomBytes(24).toString('base64url');
  const { urls } = await gatehouse.partners.replaceWellhubConnection({
    environment: 'simulator',
    accessToken: token,
    eventsApiToken: token,
    webhookSecret,
  });
  return {
    gymId: gym.id,
    wellhubGymId,
    webhookSecret,
    hook: urls.test.webhooks.split('/').at(-2) ?? '',
    wellhubKey: await makeKey(gatehouse, 'WELLHUB_REGISTRATION'),
  };
}

async function makeDoor(gatehouse: Gatehouse, { gymId }: { gymId: number }): Promise<number> {
  return (await gatehouse.devices.create(gymId, { name: 'Main door', direction: 'IN' })).id;
}

async function makeKey(
  gatehouse: Gatehouse,
  scope: 'PARTNER_ADMIN' | 'CUSTOMER_READ' | 'WELLHUB_REGISTRATION',
): Promise<string> {
  const { key } = await gatehouse.apiKeys.create({ name: `Demo ${scope}`, scopes: [scope] });
  return key ?? '';
}

import { randomBytes, randomInt } from 'node:crypto';
import { beginStep, expectThat, send, StepFailed, type DemoRequest } from './demo-http.js';
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
  const { service, operatorKey, simulatorUrl: simulator } = sandboxed;
  const slug = `demo-${randomBytes(4).toString('hex')}`;
  const asOperator = orders(service, operatorKey);
  const partner = { name: 'Demo of one run', slug, timeZone: 'America/Sao_Paulo' };
  const partnerId = idOf(await asOperator('POST', '/partners', partner));
  const adminKey = await makeKey(asOperator, partnerId, 'PARTNER_ADMIN');
  const credentials = await furnish(orders(service, adminKey), sandboxed, partnerId);
  expectThat(true, `it is there, as /${slug}; it goes again at the end`);
  return { service, simulator, slug, receiver, credentials: { ...credentials, adminKey } };
}

/** Removes the rows of the run, so that lists do not show them. */
export async function closeStage(stage: Stage, operatorKey: string): Promise<void> {
  await orders(stage.service, operatorKey)('DELETE', `/partners/${stage.credentials.partnerId}`);
}

/** What the partner sets up itself. */
async function furnish(order: Order, { simulatorToken: token }: Sandboxed, partnerId: string) {
  const own = `/partners/${partnerId}`;
  const wellhubGymId = String(randomInt(10 ** 6, 10 ** 9));
  const gymId = idOf(await order('POST', `${own}/gyms`, { name: 'Fit Norte', wellhubGymId }));
  const webhookSecret = randomBytes(24).toString('base64url');
  const connection = { environment: 'simulator', accessToken: token, eventsApiToken: token };
  const connected = await order('PUT', `${own}/wellhub`, { ...connection, webhookSecret });
  const { test } = connected['urls'] as { test: { webhooks: string } };
  const door = { name: 'Main door', direction: 'IN' };
  const device = idOf(await order('POST', `/gyms/${gymId}/devices`, door));
  return {
    partnerId,
    gymId,
    wellhubGymId,
    webhookSecret,
    hook: test.webhooks.split('/').at(-2) ?? '',
    appKey: await makeKey(order, partnerId, 'CUSTOMER_READ'),
    wellhubKey: await makeKey(order, partnerId, 'WELLHUB_REGISTRATION'),
    deviceToken: String((await order('POST', `/devices/${device}/token`))['token']),
  };
}

type Answer = Record<string, unknown>;
type Order = (method: string, path: string, body?: object) => Promise<Answer>;

const idOf = ({ id }: Answer) => String(id);

async function makeKey(order: Order, partnerId: string, scope: string): Promise<string> {
  const wanted = { name: `Demo ${scope}`, scopes: [scope] };
  return String((await order('POST', `/partners/${partnerId}/api-keys`, wanted))['key']);
}

/** Calls of the admin API that must succeed. */
const orders =
  (service: string, key: string): Order =>
  async (method, path, body) => {
    const headers = { 'X-Api-Key': key };
    const request: DemoRequest = { method, url: `${service}/admin/v1${path}`, headers };
    const answer = await send(body === undefined ? request : { ...request, body });
    if (answer.status < 300) return answer.body;
    throw new StepFailed(`${method} ${path} was answered ${answer.status} ${answer.text}`);
  };

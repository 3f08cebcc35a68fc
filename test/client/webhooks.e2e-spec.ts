import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { verifyWebhook, WebhookError, type WebhookToVerify } from '@gatehouse/client';
import { Receiver, type Received } from '../support/receiver.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner } from '../support/world.js';

const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;
const SECRET = newSecret();
const ENVELOPE = {
  entityId: 4711,
  uuid: 'e3a4d1f6-2b7c-4c58-9d0e-51b8a7c6f290',
  payload: [{ timestamp: 1795280650000, type: 'CUSTOMER_CHECKIN' }],
};
const BODY = JSON.stringify(ENVELOPE);

/** As a stock library of Standard Webhooks signs it. */
function signed(body = BODY, at = new Date(), secret = SECRET) {
  return {
    'webhook-id': ENVELOPE.uuid,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(ENVELOPE.uuid, at, body),
  };
}

const codeOf = (webhook: WebhookToVerify): Promise<string> =>
  verifyWebhook(webhook).then(
    () => 'verified',
    (error: WebhookError) => {
      expect(error.message).not.toContain(SECRET.slice(8));
      return error.code ?? error.name;
    },
  );

describe('a webhook that the client verifies', () => {
  let app: TestApp;
  let receiver: Receiver;
  beforeAll(async () => {
    [app, receiver] = await Promise.all([startApp(), Receiver.start()]);
  });
  afterAll(async () => {
    await receiver.stop();
    await app.close();
  });

  it('J-13 is what the service sends, with its type and content', async () => {
    const world = await givenAPartner(app);
    const subscription = await world.admin.post(
      `/admin/v1/partners/${world.partnerId}/webhook-subscriptions`,
      { url: receiver.url, eventTypes: ['CUSTOMER_CREATED'] },
    );
    const made = await world.admin.post(`/admin/v1/partners/${world.partnerId}/customers`, {
      firstName: 'Ana',
      lastName: 'Prado',
    });
    const [{ headers, body }] = (await receiver.next()) as [Received];
    const { secret } = subscription.body;
    const event = await verifyWebhook({ secret, headers, body });
    expect(event).toMatchObject({ type: 'CUSTOMER_CREATED', entityId: made.body.id, content: {} });
    expect(event.id).toBe(headers['webhook-id']);
    expect(Number.isNaN(event.occurredAt.getTime())).toBe(false);
    expect(await codeOf({ secret: SECRET, headers, body })).toBe('webhook.signature-invalid');
  });

  it('J-13 may come as bytes with the Headers of fetch, and be signed with one of several secrets', async () => {
    const headers = new Headers(signed());
    const body = new TextEncoder().encode(BODY);
    const event = await verifyWebhook({ secret: [newSecret(), SECRET], headers, body });
    expect(event.occurredAt).toEqual(new Date(1795280650000));
    const both = `v1a,abc v1,%%% ${signed(BODY, new Date(), newSecret())['webhook-signature']}`;
    const rotated = {
      ...signed(),
      'webhook-signature': `${both} ${signed()['webhook-signature']}`,
    };
    expect(await codeOf({ secret: SECRET, headers: rotated, body: BODY })).toBe('verified');
  });

  it.each<[string, Partial<WebhookToVerify>, string]>([
    ['another secret', { secret: newSecret() }, 'webhook.signature-invalid'],
    ['another body', { body: `${BODY} ` }, 'webhook.signature-invalid'],
    ['another id', { headers: { ...signed(), 'webhook-id': 'x' } }, 'webhook.signature-invalid'],
    [
      'another version of signatures',
      {
        headers: {
          ...signed(),
          'webhook-signature': signed()['webhook-signature'].replace('1', '2'),
        },
      },
      'webhook.signature-invalid',
    ],
    [
      'no signature',
      { headers: { ...signed(), 'webhook-signature': '' } },
      'webhook.header-missing',
    ],
    ['no headers', { headers: {} }, 'webhook.header-missing'],
    ['no time', { headers: { ...signed(), 'webhook-timestamp': 'now' } }, 'webhook.too-old'],
    [
      'a time of yesterday',
      { headers: signed(BODY, new Date(Date.now() - 86_400_000)) },
      'webhook.too-old',
    ],
    [
      'a time of tomorrow',
      { headers: signed(BODY, new Date(Date.now() + 86_400_000)) },
      'webhook.too-old',
    ],
    ['a body that is no event', { body: '[]', headers: signed('[]') }, 'webhook.body-unreadable'],
    ['a secret that is none', { secret: 'whsec_%' }, 'TypeError'],
  ])('J-14 is refused with %s', async (_, changed, code) => {
    expect(await codeOf({ secret: SECRET, headers: signed(), body: BODY, ...changed })).toBe(code);
  });

  it('J-14 may be as old as the receiver says', async () => {
    const headers = signed(BODY, new Date(Date.now() - 86_400_000));
    const webhook = { secret: SECRET, headers, body: BODY, toleranceSeconds: 90_000 };
    expect(await codeOf(webhook)).toBe('verified');
  });
});

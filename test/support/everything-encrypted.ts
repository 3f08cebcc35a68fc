import { randomUUID } from 'node:crypto';
import { givenAControlIdDevice } from './control-id-stage.js';
import { givenADoor, type GateWorld } from './gate-world.js';
import { JoinWorld, newEmail } from './joining.js';
import { until } from './eventually.js';
import { answering, Receiver } from './receiver.js';
import type { TestApp } from './test-app.js';
import { Mailbox } from '../../src/mail/index.js';
import { Visitor } from './visitor.js';
import { newWellhubId, WellhubPosts } from './wellhub-posts.js';

/** What people and software hold in their hands while keys are rotated. */
export interface Held {
  readonly world: GateWorld;
  /** In a redirect link. */
  readonly linkToken: string;
  readonly linkEmail: string;
  /** In a mail, before anybody opened it. */
  readonly mailedToken: string;
  readonly accessToken: string;
  readonly code: string;
  readonly idempotencyKey: string;
}

/** Leaves something in every encrypted column, by the routes that write them. */
export async function givenEverythingEncrypted(app: TestApp): Promise<Held> {
  const world = await givenADoor(app);
  const base = `/admin/v1/partners/${world.partnerId}`;
  const connection = { environment: 'simulator', webhookSecret: world.webhookSecret };
  for (let twice = 0; twice < 2; twice += 1) {
    await app.operator.put(`${base}/wellhub`, { ...connection, eventsApiToken: 'events-token' });
    const own = { wellhubAccessToken: 'token-of-the-gym', webhookSecret: randomUUID() };
    await world.admin.patch(`/admin/v1/gyms/${await world.gym()}`, own);
    await world.admin.patch(`/admin/v1/gyms/${world.gymId}`, own);
  }
  const receiver = await Receiver.start(answering(200));
  const { url } = receiver;
  const made = await world.admin.post(`${base}/webhook-subscriptions`, { url });
  await world.admin.post(`/admin/v1/webhook-subscriptions/${made.body.id}/rotate-secret`);
  await givenALearnedCard(app, world);
  await givenASecondFactor(app, world);
  const provider = { issuer: 'https://id.example.com', clientId: 'x', clientSecret: 'secret' };
  await world.admin.put(`${base}/identity-provider`, { ...provider, groups: [] });
  const posts = new WellhubPosts(app, world);
  await posts.send(posts.checkIn(newWellhubId()));
  const join = await JoinWorld.open(app, world);
  const [linkEmail, other] = [newEmail(), newEmail()];
  const linkToken = await join.wellhub.token({ email: linkEmail });
  await join.signUp(await join.wellhub.token(), { email: other });
  const idempotencyKey = randomUUID();
  await addCustomer(world, idempotencyKey);
  await until(async () => (await app.sql('select from webhook_answers limit 1')).length > 0);
  await receiver.stop();
  const { key } = await world.keyed(['WELLHUB_REGISTRATION']);
  const { body } = await app.api.get('/wellhub/token', { 'X-Api-Key': key });
  return {
    world,
    linkToken,
    linkEmail,
    mailedToken: await join.mailedToken(other),
    accessToken: body.access_token,
    code: await world.fetchCode(),
    idempotencyKey,
  };
}

/** An unknown card at a turnstile that learns it, for longer than usual. */
async function givenALearnedCard(app: TestApp, world: GateWorld) {
  const device = await givenAControlIdDevice(app, world);
  await world.admin.post(`/admin/v1/devices/${device.id}/control-id/learn-card`);
  await device.call('new_card.fcgi', { card_value: '7' });
  await app.sql(`update control_id_card_learning set ends_at = ends_at + interval '1 hour'`);
}

/** A person of the staff who begins to set up an authenticator app. */
async function givenASecondFactor({ app, api }: TestApp, { admin, partnerId }: GateWorld) {
  const email = 'staff@example.com';
  await admin.post(`/admin/v1/partners/${partnerId}/staff`, { email, role: 'OWNER' });
  const mail = (await app.get(Mailbox).caught()).find(({ to }) => to === email);
  const token = /invitation\?token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const browser = new Visitor(api);
  const form = { token, name: 'Rita', password: 'seven lamps on a slow train' };
  await browser.submit('/console/invitation', form);
  await browser.call('POST', '/admin/v1/me/authenticator-app', undefined);
}

export const addCustomer = ({ admin, partnerId }: GateWorld, key: string) =>
  admin.post(
    `/admin/v1/partners/${partnerId}/customers`,
    { firstName: 'Once' },
    { 'Idempotency-Key': key },
  );

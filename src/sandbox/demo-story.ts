import { randomInt, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { DemoCredentials } from './demo-partner.js';
import { begin, expectThat, note, send, type Exchange } from './demo-http.js';
import type { Receiver } from './demo-receiver.js';

/** Where the demo plays, and who plays in it. */
export interface Stage {
  readonly service: string;
  readonly simulator: string;
  readonly credentials: DemoCredentials;
  readonly receiver: Receiver;
}

/** A new person each time, so that the demo can be run again and again. */
const person = () => {
  const unique = randomUUID().slice(0, 8);
  return {
    gpwId: `gpw-${randomUUID()}`,
    wellhubId: String(randomInt(1, 10 ** 9)).padStart(13, '0'),
    email: `ana.${unique}@example.com`,
    firstName: 'Ana',
    lastName: 'Prado',
    password: `${randomUUID()}-Ana`,
  };
};

type Person = ReturnType<typeof person>;

/** The whole story of the house, on real requests; throws at the first answer that differs. */
export async function tellTheStory(stage: Stage): Promise<void> {
  const ana = person();
  const secret = await subscribe(stage);
  const joinLink = await register(stage, ana);
  await join(stage, ana, joinLink);
  const checkInId = await checkIn(stage, ana);
  await paid(stage, ana, checkInId);
  const customerId = await onePerson(stage, ana);
  const code = await accessCode(stage, customerId);
  await openOnce(stage, customerId, code);
  await told(stage, customerId, secret);
}

const adminHeaders = ({ credentials }: Stage) => ({ 'X-Api-Key': credentials.adminKey });

async function subscribe(stage: Stage): Promise<string> {
  begin("The partner's own system subscribes to events");
  const { service, credentials, receiver } = stage;
  const answer = await send({
    method: 'POST',
    url: `${service}/admin/v1/partners/${credentials.partnerId}/webhook-subscriptions`,
    headers: adminHeaders(stage),
    body: { url: receiver.url, eventTypes: ['CUSTOMER_CHECKIN', 'WELLHUB_CHECKIN_VALIDATED'] },
  });
  if (answer.text.includes('"/url"'))
    note(
      'Start Gatehouse with OUTGOING_URLS=any: the receiver of this demo listens on this machine.',
    );
  expectThat(
    answer.status === 201,
    'the subscription exists; its key and signing secret were shown once',
  );
  return String(answer.body['secret']);
}

async function register({ simulator }: Stage, ana: Person): Promise<string> {
  begin('Wellhub gets an access token and registers its user with us');
  const { gpwId, email, firstName, lastName } = ana;
  const answer = await send({
    method: 'POST',
    url: `${simulator}/control/register`,
    body: { gpwId, email, firstName, lastName, origin: 'ios', countryCode: 'BR' },
  });
  const link = String(answer.body['redirectLink']);
  expectThat(link.includes('/demo/join?token='), 'our answer is a link to the join page');
  expectThat(!link.includes(email) && !link.includes(gpwId), 'the link says nothing of the person');
  return link;
}

async function join(_: Stage, ana: Person, link: string): Promise<void> {
  begin('The person opens the join page and signs up');
  const page = await send({ url: link });
  expectThat(page.text.includes(ana.email), 'the form is filled in with what Wellhub knows');
  const { searchParams, origin, pathname } = new URL(link);
  const { email, firstName, lastName, password } = ana;
  const form = { token: searchParams.get('token') ?? '', email, firstName, lastName, password };
  const done = await send({
    method: 'POST',
    url: origin + pathname,
    headers: { Origin: origin },
    form,
  });
  expectThat(done.status === 303, 'the account exists, and the person is logged in');
  const cookie = (done.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  const screen = await send({
    url: new URL(done.headers.get('location') ?? '', link).href,
    headers: { Cookie: cookie },
  });
  expectThat(screen.status === 200, 'the next page is the screen with the code');
}

async function checkIn({ simulator }: Stage, ana: Person): Promise<string> {
  begin('The person checks in in the Wellhub app; Wellhub tells us with a signed webhook');
  const { wellhubId, email, firstName, lastName } = ana;
  const answer = await send({
    method: 'POST',
    url: `${simulator}/control/check-in`,
    body: { wellhubId, email, firstName, lastName },
  });
  expectThat(
    answer.status < 300 && answer.text.includes('200'),
    'we answered 200 after the event was stored',
  );
  return wellhubId;
}

async function paid(stage: Stage, ana: Person, wellhubId: string): Promise<void> {
  begin('The check-in is validated with Wellhub: the gym gets paid');
  const url = `${stage.service}/admin/v1/gyms/${stage.credentials.gymId}/check-ins?limit=5`;
  const isValidated = ({ body }: Exchange) =>
    (body['items'] as { gympassId: string; state: string }[]).some(
      (item) => item.gympassId === ana.wellhubId && item.state === 'VALIDATED',
    );
  const answer = await until(() => send({ url, headers: adminHeaders(stage) }), isValidated);
  expectThat(isValidated(answer), 'the check-in is VALIDATED');
  const ledger = await send({ url: `${stage.simulator}/control/ledger?wellhubId=${wellhubId}` });
  expectThat(/"validated":\s*1\b/.test(ledger.text), "Wellhub's own books show one paid visit");
}

async function onePerson(stage: Stage, ana: Person): Promise<number> {
  begin('Both Wellhub ids belong to one customer');
  const url = `${stage.service}/admin/v1/partners/${stage.credentials.partnerId}/customers?gympassId=${ana.wellhubId}`;
  const answer = await send({ url, headers: adminHeaders(stage) });
  const [customer, ...others] = answer.body['items'] as { id: number; gympassUserId: string }[];
  expectThat(
    others.length === 0 && customer?.gympassUserId === ana.gpwId,
    'registered and checked in: one person',
  );
  return customer?.id ?? 0;
}

async function accessCode({ service, credentials }: Stage, customerId: number): Promise<string> {
  begin("The person's phone fetches an access code and shows it as QR");
  const answer = await send({
    url: `${service}/v1/customers/${customerId}/access-code`,
    headers: { 'X-API-KEY': credentials.appKey },
  });
  const content = String(answer.body['content']);
  expectThat(
    answer.status === 200 && /^\d{19}$/.test(content),
    'a code of 19 digits, good for a minute',
  );
  return content;
}

async function openOnce(stage: Stage, customerId: number, code: string): Promise<void> {
  begin('The turnstile asks whether to open');
  const first = await scan(stage, code);
  expectThat(first.status === 200 && first.body['customerId'] === customerId, 'it opens');
  begin('Somebody shows the same code again');
  const second = await scan(stage, code);
  expectThat(
    second.body['errorCode'] === 'ACCESS_CODE_ALREADY_USED',
    'it stays shut: a code opens once',
  );
}

const scan = ({ service, credentials }: Stage, value: string) =>
  send({
    method: 'POST',
    url: `${service}/open-api/device/cardreader/identification`,
    headers: { Authorization: `Bearer ${credentials.deviceToken}` },
    body: { identification: { type: 'QR_CODE', value }, nonce: randomUUID() },
  });

async function told({ receiver }: Stage, customerId: number, secret: string): Promise<void> {
  begin("The partner's own system has heard of the visit");
  const isVisit = (body: string) =>
    body.includes('"CUSTOMER_CHECKIN"') && body.includes(`"entityId":${customerId}`);
  const find = () => Promise.resolve(receiver.received.find(({ body }) => isVisit(body)));
  const event = await until(find, (found) => found !== undefined);
  if (event) note(`← POST ${receiver.url} ${event.body}`);
  expectThat(event !== undefined, 'CUSTOMER_CHECKIN was delivered');
  if (event) new Webhook(secret).verify(event.body, event.headers);
  expectThat(true, 'a stock Standard Webhooks library verifies its signature');
}

const TRIES = 50;
const PAUSE_MS = 200;

/** Asks again for up to 10 s; what is asynchronous in the product needs a moment. */
async function until<T>(look: () => Promise<T>, done: (found: T) => boolean): Promise<T> {
  let found = await look();
  for (let tries = 1; tries < TRIES && !done(found); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    found = await look();
  }
  return found;
}

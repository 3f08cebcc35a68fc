import { isGatehouseError, verifyWebhook } from '@gatehouse/client';
import { beginStep, detail, expectThat, note, send } from './demo-http.js';
import {
  accessCode,
  checkInWithState,
  person,
  refusedWith,
  scan,
  until,
  wellhubChecksIn,
  wellhubRegisters,
  type MainJob,
  type Person,
  type Stage,
  type Subscription,
} from './demo-stage.js';
import type { Received } from './demo-receiver.js';

/** The main job from check-in to payment, by real requests; throws at the first answer that differs. */
export async function mainJob(stage: Stage): Promise<MainJob> {
  const ana = person();
  const subscription = await subscribe(stage);
  const joinLink = await register(stage, ana);
  await join(ana, joinLink);
  await checkIn(stage, ana);
  await paid(stage, ana);
  const customerId = await onePerson(stage, ana);
  const code = await fetchCode(stage, customerId);
  await openOnce(stage, customerId, code);
  const event = await receivedEvent(stage, customerId, subscription.secret);
  return { subscription, customerId, event };
}

async function subscribe(stage: Stage): Promise<Subscription> {
  beginStep("The partner's own system subscribes to events");
  const { gatehouse, receiver } = stage;
  const wanted = {
    url: receiver.url,
    eventTypes: ['CUSTOMER_CHECKIN', 'WELLHUB_CHECKIN_VALIDATED'],
  } as const;
  const made = await gatehouse.webhookSubscriptions.create(wanted).catch((error: unknown) => {
    if (isGatehouseError(error) && error.errors.some(({ pointer }) => pointer === '/url'))
      note(
        'Start Gatehouse with OUTGOING_URLS=any: the receiver of this demo listens on this machine.',
      );
    throw error;
  });
  const { id, secret = '' } = made;
  expectThat(
    secret.startsWith('whsec_'),
    'the subscription exists; its key and signing secret were shown once',
  );
  return { id, secret };
}

async function register(stage: Stage, ana: Person): Promise<string> {
  beginStep('Wellhub gets an access token and registers its user with us');
  const { gpwId, email, firstName, lastName } = ana;
  const user = { gpwId, email, firstName, lastName, origin: 'ios', countryCode: 'BR' };
  const answer = await wellhubRegisters(stage, user);
  const link = String(answer.body['redirectLink']);
  expectThat(link.includes(`/${stage.slug}/join?token=`), 'our answer is a link to the join page');
  expectThat(!link.includes(email) && !link.includes(gpwId), 'the link says nothing of the person');
  return link;
}

async function join(ana: Person, link: string): Promise<void> {
  beginStep('The person opens the join page and signs up');
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

async function checkIn(stage: Stage, ana: Person): Promise<void> {
  beginStep('The person checks in in the Wellhub app; Wellhub tells us with a signed webhook');
  const { wellhubId, email, firstName, lastName } = ana;
  const answer = await wellhubChecksIn(stage, { wellhubId, email, firstName, lastName });
  expectThat(
    answer.status < 300 && answer.text.includes('200'),
    'we answered 200 after the event was stored',
  );
}

async function paid(stage: Stage, { wellhubId }: Person): Promise<void> {
  beginStep('The check-in is validated with Wellhub: the gym gets paid');
  const found = await checkInWithState(stage, wellhubId, 'VALIDATED');
  expectThat(found !== undefined, 'the check-in is VALIDATED');
  const ledger = await send({ url: `${stage.simulator}/control/ledger?wellhubId=${wellhubId}` });
  expectThat(/"validated":\s*1\b/.test(ledger.text), "Wellhub's own books show one paid visit");
}

async function onePerson(stage: Stage, ana: Person): Promise<number> {
  beginStep('Both Wellhub ids belong to one customer');
  const { gpwId, wellhubId: gympassId } = ana;
  const found = await stage.gatehouse.customers.list({ gympassId }).toArray();
  const [customer] = found;
  expectThat(
    found.length === 1 && customer?.gympassUserId === gpwId,
    'registered and checked in: one person',
  );
  return customer?.id ?? 0;
}

async function fetchCode(stage: Stage, customerId: number): Promise<string> {
  beginStep("The person's phone fetches an access code and shows it as QR");
  const content = await accessCode(stage, customerId);
  expectThat(/^\d{19}$/.test(content), 'a code of 19 digits, good for a minute');
  return content;
}

async function openOnce(stage: Stage, customerId: number, code: string): Promise<void> {
  beginStep('The turnstile asks whether to open');
  const first = await scan(stage.door, code);
  expectThat(first.customerId === customerId, 'it opens');
  beginStep('Somebody shows the same code again');
  const refusal = await refusedWith(scan(stage.door, code));
  expectThat(refusal?.code === 'ACCESS_CODE_ALREADY_USED', 'it stays shut: a code opens once');
}

async function receivedEvent(
  { receiver }: Stage,
  customerId: number,
  secret: string,
): Promise<Received> {
  beginStep("The partner's own system received the visit's webhook");
  const isVisit = (body: string) =>
    body.includes('"CUSTOMER_CHECKIN"') && body.includes(`"entityId":${customerId}`);
  const find = () => Promise.resolve(receiver.received.find(({ body }) => isVisit(body)));
  const event = await until(find, (found) => found !== undefined);
  expectThat(event !== undefined, 'CUSTOMER_CHECKIN was delivered');
  const { body, headers } = event as Received;
  detail(`← POST ${receiver.url} ${body}`);
  const { type, entityId } = await verifyWebhook({ secret, headers, body });
  expectThat(
    type === 'CUSTOMER_CHECKIN' && entityId === customerId,
    'the client verifies its signature, as any library of Standard Webhooks does',
  );
  return event as Received;
}

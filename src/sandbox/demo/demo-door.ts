import { Webhook } from 'standardwebhooks';
import { beginStep, detail, expectThat } from './demo-http.js';
import { accessCode, admin, scan, until, type MainJob, type Stage } from './demo-stage.js';

const SECOND_GYM = 'Fit Sul';

/** The door's other results, and the replay of an event. */
export async function demonstrateDoor(stage: Stage, job: MainJob): Promise<void> {
  await wrongGym(stage, job);
  await exit(stage, job);
  await replay(stage, job);
}

/** A door that exists for one step only. */
async function withDevice<T>(
  stage: Stage,
  device: { gymId: string; name: string; direction: 'IN' | 'OUT' },
  use: (token: string) => Promise<T>,
): Promise<T> {
  const { gymId, ...body } = device;
  const made = await admin(stage, { method: 'POST', path: `/gyms/${gymId}/devices`, body });
  const path = `/devices/${String(made.body['id'])}`;
  const { body: shown } = await admin(stage, { method: 'POST', path: `${path}/token` });
  const result = await use(String(shown['token']));
  await admin(stage, { method: 'DELETE', path });
  return result;
}

async function wrongGym(stage: Stage, { customerId }: MainJob): Promise<void> {
  beginStep('The chain opens a second gym; a code fetched for the first one is shown there');
  const gymId = await secondGym(stage);
  const code = await accessCode(stage, customerId, stage.credentials.gymId);
  const device = { gymId, name: 'Side door', direction: 'IN' } as const;
  const refused = await withDevice(stage, device, (token) =>
    scan(stage, code.body['content'], token),
  );
  expectThat(
    refused.body['errorCode'] === 'ACCESS_CODE_WRONG_STUDIO',
    'it stays shut: the code is for the other gym',
  );
  await admin(stage, { method: 'DELETE', path: `/gyms/${gymId}` });
}

/** Made for the step, or left over from a demo that was interrupted. */
async function secondGym(stage: Stage): Promise<string> {
  const path = `/partners/${stage.credentials.partnerId}/gyms`;
  const { body } = await admin(stage, { path });
  const found = (body['items'] as { id: number; name: string }[]).find(
    ({ name }) => name === SECOND_GYM,
  );
  if (found) return String(found.id);
  const made = await admin(stage, { method: 'POST', path, body: { name: SECOND_GYM } });
  return String(made.body['id']);
}

async function exit(stage: Stage, { customerId }: MainJob): Promise<void> {
  beginStep('Ana leaves through the exit');
  const code = await accessCode(stage, customerId);
  const { gymId } = stage.credentials;
  const device = { gymId, name: 'Exit', direction: 'OUT' } as const;
  const left = await withDevice(stage, device, (token) => scan(stage, code.body['content'], token));
  expectThat(
    left.status === 200 && left.body['direction'] === 'OUT',
    'it opens, and her visit is closed',
  );
  const { body } = await admin(stage, { path: `/gyms/${gymId}/visits?open=true` });
  const inside = (body['items'] as { customerId: number }[]).map((visit) => visit.customerId);
  expectThat(!inside.includes(customerId), 'she is no longer inside');
}

async function replay(stage: Stage, { subscription, event }: MainJob): Promise<void> {
  beginStep("The partner's own system lost the event and asks for it again");
  const { receiver } = stage;
  const { uuid } = JSON.parse(event.body) as { uuid: string };
  const list = await admin(stage, { path: `/webhook-subscriptions/${subscription.id}/deliveries` });
  const items = list.body['items'] as { id: string; eventId: string }[];
  const delivery = items.find(({ eventId }) => eventId === uuid);
  await admin(stage, { method: 'POST', path: `/deliveries/${delivery?.id}/replay` });
  const copies = () => Promise.resolve(receiver.received.filter(({ body }) => body.includes(uuid)));
  const [, again] = await until(copies, ({ length }) => length > 1);
  expectThat(again?.body === event.body, 'the same event came again, byte for byte');
  if (!again) return;
  detail(`← POST ${receiver.url} ${again.body}`);
  new Webhook(subscription.secret).verify(again.body, again.headers);
  expectThat(true, 'a stock Standard Webhooks library verifies the replay, too');
}

/** The receiver of the demo goes away; nothing should be sent to it any longer. */
export async function unsubscribe(stage: Stage, { subscription }: MainJob): Promise<void> {
  await admin(stage, { method: 'DELETE', path: `/webhook-subscriptions/${subscription.id}` });
}

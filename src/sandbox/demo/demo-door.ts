import { Gatehouse, verifyWebhook } from '@gatehouse/client';
import { beginStep, detail, expectThat, printedFetch } from './demo-http.js';
import { accessCode, refusedWith, scan, until, type MainJob, type Stage } from './demo-stage.js';

const SECOND_GYM = 'Fit Sul';

/** The door's other results, and the replay of an event. */
export async function demonstrateDoor(stage: Stage, job: MainJob): Promise<void> {
  await wrongGym(stage, job);
  await exit(stage, job);
  await replay(stage, job);
}

interface Door {
  readonly gymId: number;
  readonly name: string;
  readonly direction: 'IN' | 'OUT';
}

/** A door that exists for one step only. */
async function withDevice<T>(
  { gatehouse, service }: Stage,
  { gymId, ...body }: Door,
  use: (door: Gatehouse) => Promise<T>,
): Promise<T> {
  const { id } = await gatehouse.devices.create(gymId, body);
  const { token = '' } = await gatehouse.devices.createToken(id);
  const result = await use(new Gatehouse({ baseUrl: service, token, fetch: printedFetch }));
  await gatehouse.devices.delete(id);
  return result;
}

async function wrongGym(stage: Stage, { customerId }: MainJob): Promise<void> {
  beginStep('The chain opens a second gym; a code fetched for the first one is shown there');
  const gymId = await secondGym(stage);
  const code = await accessCode(stage, customerId, stage.credentials.gymId);
  const device = { gymId, name: 'Side door', direction: 'IN' } as const;
  const refusal = await withDevice(stage, device, (door) => refusedWith(scan(door, code)));
  expectThat(
    refusal?.code === 'ACCESS_CODE_WRONG_STUDIO',
    'it stays shut: the code is for the other gym',
  );
  await stage.gatehouse.gyms.delete(gymId);
}

/** Made for the step, or left over from a demo that was interrupted. */
async function secondGym({ gatehouse }: Stage): Promise<number> {
  for await (const { id, name } of gatehouse.gyms.list()) if (name === SECOND_GYM) return id;
  return (await gatehouse.gyms.create({ name: SECOND_GYM })).id;
}

async function exit(stage: Stage, { customerId }: MainJob): Promise<void> {
  beginStep('Ana leaves through the exit');
  const code = await accessCode(stage, customerId);
  const { gymId } = stage.credentials;
  const device = { gymId, name: 'Exit', direction: 'OUT' } as const;
  const left = await withDevice(stage, device, (door) => scan(door, code));
  expectThat(left.direction === 'OUT', 'it opens, and her visit is closed');
  const inside = await stage.gatehouse.gyms.listVisits(gymId, { open: 'true' }).toArray();
  const isInside = inside.some((visit) => visit.customerId === customerId);
  expectThat(!isInside, 'she is no longer inside');
}

async function replay(stage: Stage, { subscription, event }: MainJob): Promise<void> {
  beginStep("The partner's own system lost the event and asks for it again");
  const { receiver, gatehouse } = stage;
  const { id: uuid } = await verifyWebhook({ ...event, secret: subscription.secret });
  for await (const { id, eventId } of gatehouse.webhookSubscriptions.listDeliveries(
    subscription.id,
  ))
    if (eventId === uuid) await gatehouse.deliveries.replay(id);
  const copies = () => Promise.resolve(receiver.received.filter(({ body }) => body.includes(uuid)));
  const [, again] = await until(copies, ({ length }) => length > 1);
  expectThat(again?.body === event.body, 'the same event came again, byte for byte');
  if (!again) return;
  detail(`← POST ${receiver.url} ${again.body}`);
  await verifyWebhook({ ...again, secret: subscription.secret });
  expectThat(true, 'the client verifies the replay, too');
}

/** The receiver of the demo goes away; nothing should be sent to it any longer. */
export async function unsubscribe({ gatehouse }: Stage, { subscription }: MainJob): Promise<void> {
  await gatehouse.webhookSubscriptions.delete(subscription.id);
}

import { until } from '../support/eventually.js';
import { EVENT_TYPES, Outbox, type NewEvent } from '../../src/event-webhooks/index.js';
import { Database } from '../../src/platform/database/database.js';
import type { Answer } from '../support/api.js';
import { type Receiver } from '../support/receiver.js';
import type { TestApp } from '../support/test-app.js';
import type { World } from '../support/world.js';

export interface Subscribed {
  readonly id: string;
  readonly key: string;
  readonly secret: string;
}

/** Not those of alerts: a delivery that fails raises one, and it would be delivered as well. */
const eventTypes = EVENT_TYPES.filter((type) => !type.startsWith('ALERT_'));

/** A subscription of the receiver, made through the admin API. */
export async function subscribe(
  world: World,
  receiver: Receiver,
  extra: object = {},
): Promise<Subscribed> {
  const path = `/admin/v1/partners/${world.partnerId}/webhook-subscriptions`;
  const { status, body, text } = await world.admin.post(path, {
    url: receiver.url,
    eventTypes,
    ...extra,
  });
  if (status !== 201) throw new Error(`no subscription: ${status} ${text}`);
  return body;
}

/** Events as a room would write them: in a transaction, then a wake-up. */
export async function publishEvents(
  app: TestApp,
  partnerId: string,
  ...events: Omit<NewEvent, 'partnerId'>[]
): Promise<void> {
  const outbox = app.app.get(Outbox, { strict: false });
  await app.app
    .get(Database)
    .transaction((tx) => outbox.add(tx, ...events.map((event) => ({ ...event, partnerId }))));
  outbox.wake();
}

export const deliveriesOf = (world: World, id: string, query = ''): Promise<Answer> =>
  world.admin.get(`/admin/v1/webhook-subscriptions/${id}/deliveries${query}`);

/** The only delivery of a subscription, once it has ended. */
export const ended = async (world: World, id: string, withinMs = 10_000) =>
  until(
    async () => {
      const { body } = await deliveriesOf(world, id);
      const [delivery] = body.items;
      return delivery && delivery.state !== 'PENDING' ? delivery : undefined;
    },
    withinMs,
    'the end of a delivery',
  );

export const openAlerts = (app: TestApp, partnerId: string) =>
  app.sql<{ code: string; object: string; detail: string; count: number }>(
    'select code, object, detail, count from alerts where partner_id = $1 and closed_at is null order by code',
    [partnerId],
  );

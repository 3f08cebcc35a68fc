import { randomInt, randomUUID } from 'node:crypto';
import type { InventedPerson } from './person.js';

/** Bodies in which `…` may be laid over, as Wellhub sends them (docs/contracts/wellhub.md, 3 and 4.4). */
export interface WebhookBody {
  readonly event_type: string;
  readonly event_data: Readonly<Record<string, unknown>>;
}

/** The same event with other data. */
export const withData = (event: WebhookBody, data: Record<string, unknown>): WebhookBody => ({
  ...event,
  event_data: { ...event.event_data, ...data },
});

/** The user status webhooks. */
export const cancellation = (person: InventedPerson, at = Date.now()): object => ({
  user_id: person.gpwId,
  plan_id: '0',
  event_time: at,
  event_id: randomUUID(),
  event_type: 'wellness-user-plan-canceled',
});

export const planChange = (person: InventedPerson, at = Date.now()): object => ({
  user_id: person.gpwId,
  plan_id: '2',
  event_time: at,
  event_id: randomUUID(),
  event_type: 'wellness-user-plan-changed',
});

/** A place in a class, with a slot of its own, so that calls about it can be told from others. */
export interface InventedBooking {
  readonly number: string;
  readonly slotId: number;
}

export const newBooking = (): InventedBooking => ({
  number: `BK_${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`,
  slotId: randomInt(1e6, 1e9),
});

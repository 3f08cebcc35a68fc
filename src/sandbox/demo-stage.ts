import { randomInt, randomUUID } from 'node:crypto';
import { send, type DemoRequest, type Exchange } from './demo-http.js';
import type { DemoCredentials } from './demo-partner.js';
import type { Received, Receiver } from './demo-receiver.js';

/** Where the demo plays, and who plays in it. */
export interface Stage {
  readonly service: string;
  readonly simulator: string;
  readonly credentials: DemoCredentials;
  readonly receiver: Receiver;
}

/** What the main job leaves for the chapters after it. */
export interface MainJob {
  readonly subscription: Subscription;
  readonly customerId: number;
  readonly event: Received;
}

export interface Subscription {
  readonly id: string;
  readonly secret: string;
}

/** A new person each time, so that the demo can be run again and again. */
export const person = (firstName = 'Ana') => {
  const unique = randomUUID().slice(0, 8);
  return {
    gpwId: `gpw-${randomUUID()}`,
    wellhubId: String(randomInt(1, 10 ** 9)).padStart(13, '0'),
    email: `${firstName.toLowerCase()}.${unique}@example.com`,
    firstName,
    lastName: 'Prado',
    password: `${randomUUID()}-${firstName}`,
  };
};

export type Person = ReturnType<typeof person>;

/** A call of the partner's own software to the admin API. */
export const admin = (stage: Stage, request: Omit<DemoRequest, 'url'> & { path: string }) => {
  const { path, ...rest } = request;
  const headers = { 'X-Api-Key': stage.credentials.adminKey };
  return send({ ...rest, url: `${stage.service}/admin/v1${path}`, headers });
};

/** An order to the simulated Wellhub. */
export const wellhub = (stage: Stage, path: string, body: object) =>
  send({ method: 'POST', url: `${stage.simulator}/control/${path}`, body });

export const accessCode = ({ service, credentials }: Stage, customerId: number, gymId = '') =>
  send({
    url: `${service}/v1/customers/${customerId}/access-code${gymId && `?studioId=${gymId}`}`,
    headers: { 'X-API-KEY': credentials.appKey },
  });

/** What a turnstile sends; `deviceToken` says which one, by default the demo's main door. */
export const scan = (
  { service, credentials }: Stage,
  value: unknown,
  deviceToken = credentials.deviceToken,
) =>
  send({
    method: 'POST',
    url: `${service}/open-api/device/cardreader/identification`,
    headers: { Authorization: `Bearer ${deviceToken}` },
    body: { identification: { type: 'QR_CODE', value }, nonce: randomUUID() },
  });

interface CheckInItem {
  readonly id: string;
  readonly gympassId: string;
  readonly state: string;
}

/** The person's newest check-in at the demo gym, once it has that state. */
export async function checkInWithState(
  stage: Stage,
  wellhubId: string,
  state: string,
): Promise<CheckInItem | undefined> {
  const path = `/gyms/${stage.credentials.gymId}/check-ins?limit=20`;
  const find = ({ body }: Exchange) =>
    (body['items'] as CheckInItem[]).find(
      (item) => item.gympassId === wellhubId && item.state === state,
    );
  return find(
    await until(
      () => admin(stage, { path }),
      (seen) => find(seen) !== undefined,
    ),
  );
}

const TRIES = 50;
const PAUSE_MS = 200;

/** Asks again for up to 10 s; what is asynchronous in the product needs a moment. */
export async function until<T>(look: () => Promise<T>, done: (found: T) => boolean): Promise<T> {
  let found = await look();
  for (let tries = 1; tries < TRIES && !done(found); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    found = await look();
  }
  return found;
}

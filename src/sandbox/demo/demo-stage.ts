import { randomInt, randomUUID } from 'node:crypto';
import { send, type DemoRequest, type DemoExchange } from './demo-http.js';
import type { Received, Receiver } from './demo-receiver.js';

/** The parties of the demo and their addresses. */
export interface Stage {
  readonly service: string;
  readonly simulator: string;
  /** The partner's part of its addresses. */
  readonly slug: string;
  readonly credentials: StageCredentials;
  readonly receiver: Receiver;
}

/** Everything that the partner of one run is known by. */
export interface StageCredentials {
  readonly partnerId: string;
  readonly gymId: string;
  readonly wellhubGymId: string;
  readonly hook: string;
  readonly webhookSecret: string;
  readonly adminKey: string;
  readonly appKey: string;
  readonly wellhubKey: string;
  readonly deviceToken: string;
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

/** The simulated Wellhub calls the partner of this run, not the sandbox's own. */
export const wellhubRegisters = (stage: Stage, user: object) =>
  wellhub(stage, 'register', { ...user, apiKey: stage.credentials.wellhubKey });

export const wellhubChecksIn = (stage: Stage, checkIn: object) => {
  const { wellhubGymId: gymId, hook, webhookSecret } = stage.credentials;
  return wellhub(stage, 'check-in', { ...checkIn, gymId, hook, webhookSecret });
};

export const accessCode = ({ service, credentials }: Stage, customerId: number, gymId = '') =>
  send({
    url: `${service}/v1/customers/${customerId}/access-code${gymId && `?studioId=${gymId}`}`,
    headers: { 'X-API-KEY': credentials.appKey },
  });

/** What a turnstile sends; `deviceToken` selects the turnstile, by default the demo's main door. */
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
  const find = ({ body }: DemoExchange) =>
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

/** Polls for up to 10 s, because parts of the product are asynchronous. */
export async function until<T>(look: () => Promise<T>, done: (found: T) => boolean): Promise<T> {
  let found = await look();
  for (let tries = 1; tries < TRIES && !done(found); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    found = await look();
  }
  return found;
}

import { randomInt, randomUUID } from 'node:crypto';
import { isGatehouseError, type Gatehouse, type GatehouseError } from '@gatehouse/client';
import { send } from './demo-http.js';
import type { Received, Receiver } from './demo-receiver.js';

/** The parties of the demo and their addresses. */
export interface Stage {
  readonly service: string;
  readonly simulator: string;
  /** The partner's part of its addresses. */
  readonly slug: string;
  readonly credentials: StageCredentials;
  readonly receiver: Receiver;
  /** The partner's own system. */
  readonly gatehouse: Gatehouse;
  /** The backend of its app, which fetches codes. */
  readonly app: Gatehouse;
  /** The turnstile at its main door. */
  readonly door: Gatehouse;
}

/** Everything that the partner of one run is known by. */
export interface StageCredentials {
  readonly partnerId: string;
  readonly gymId: number;
  readonly wellhubGymId: string;
  readonly hook: string;
  readonly webhookSecret: string;
  readonly wellhubKey: string;
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

/** A code as the person's phone shows it. */
export async function accessCode({ app }: Stage, customerId: number, studioId?: number) {
  return (await app.openApi.customers.getAccessCode(customerId, { studioId })).content;
}

/** What a turnstile sends. @throws GatehouseError when the door stays shut */
export const scan = (door: Gatehouse, value: string) =>
  door.openApi.cardReader.identify({
    identification: { type: 'QR_CODE', value },
    nonce: randomUUID(),
  });

/** Why a request was refused; undefined when it was not. */
export async function refusedWith(request: Promise<unknown>): Promise<GatehouseError | undefined> {
  try {
    await request;
  } catch (error) {
    if (isGatehouseError(error)) return error;
    throw error;
  }
  return undefined;
}

/** The person's newest check-in at the demo gym, once it has that state. */
export function checkInWithState(
  { gatehouse, credentials }: Stage,
  wellhubId: string,
  state: string,
) {
  const find = async () => {
    const { items } = await gatehouse.gyms.listCheckIns(credentials.gymId, { limit: 20 }).page();
    return items.find((item) => item.gympassId === wellhubId && item.state === state);
  };
  return until(find, (found) => found !== undefined);
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

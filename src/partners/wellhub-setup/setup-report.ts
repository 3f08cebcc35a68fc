import {
  normalEventType,
  type SetupAnswer,
  type SetupGym,
  type SetupWebhook,
} from '../../wellhub/index.js';
import type { Gym } from '../gyms/gym.js';

/** The webhooks that Wellhub sends about each gym (`system-integration-requested` is about the partner and comes by itself). */
const EVENTS = [
  'checkin',
  'checkin-booking-occurred',
  'booking-requested',
  'booking-canceled',
  'booking-late-canceled',
] as const;

export const SETUP_WEBHOOK_STATES = ['REGISTERED', 'MISSING', 'WRONG_URL'] as const;

export interface WebhookReport {
  readonly event: string;
  readonly state: (typeof SETUP_WEBHOOK_STATES)[number];
  /** The URL that Wellhub has. */
  readonly url: string | null;
  readonly expectedUrl: string;
}

/** Why nothing is known of a gym's webhooks. */
export const SETUP_PROBLEMS = [
  'NOT_AT_WELLHUB',
  'CREDENTIALS_REFUSED',
  'REFUSED',
  'UNREACHABLE',
  'UNREADABLE',
] as const;
export type SetupProblem = (typeof SETUP_PROBLEMS)[number];

export interface GymReport {
  readonly gymId: number;
  readonly name: string;
  readonly wellhubGymId: string;
  /** Wellhub's own value: whether its users see the gym; null when it does not know the gym. */
  readonly enabled: boolean | null;
  readonly problem: SetupProblem | null;
  readonly webhooks: readonly WebhookReport[];
}

export interface SetupReport {
  readonly environment: string;
  readonly gyms: readonly GymReport[];
  /** Chose us at Wellhub, and no gym here has their id. */
  readonly unknownGyms: readonly SetupGym[];
  readonly gymsWithoutWellhubGymId: readonly { readonly gymId: number; readonly name: string }[];
}

/** @param urls where we take this gym's webhooks; the first one is what we would register */
export function compareWebhooks(
  found: readonly SetupWebhook[],
  urls: readonly string[],
): WebhookReport[] {
  const expectedUrl = urls[0] ?? '';
  return EVENTS.map((event) => {
    const known = found.filter((webhook) => normalEventType(webhook.event) === event);
    const right = known.find(({ url }) => urls.some((ours) => isAt(url, ours)));
    const url = (right ?? known[0])?.url ?? null;
    const state = right ? 'REGISTERED' : url === null ? 'MISSING' : 'WRONG_URL';
    return { event, state, url, expectedUrl };
  });
}

/** With or without the event behind it: both are the same to us (W-34). */
const isAt = (url: string, ours: string) => url === ours || url.startsWith(`${ours}/`);

/** What a POST would change. */
export const toRegister = ({ webhooks }: GymReport): readonly WebhookReport[] =>
  webhooks.filter(({ state }) => state !== 'REGISTERED');

const PROBLEMS = {
  unreadable: 'UNREADABLE',
  unreachable: 'UNREACHABLE',
  'credentials-refused': 'CREDENTIALS_REFUSED',
} as const;

export function problemOf(answer: SetupAnswer<unknown>): SetupProblem | null {
  if (answer.kind === 'ok') return null;
  if (answer.kind !== 'refused') return PROBLEMS[answer.kind];
  return answer.status === 404 ? 'NOT_AT_WELLHUB' : 'REFUSED';
}

export const unknownOf = (theirs: readonly SetupGym[], ours: readonly Gym[]): SetupGym[] => {
  const known = new Set(ours.map(({ wellhubGymId }) => wellhubGymId));
  return theirs.filter(({ wellhubGymId }) => !known.has(wellhubGymId));
};

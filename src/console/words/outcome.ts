import type { SeenCheckIn } from '../../check-in-validation/index.js';

/** How a check-in stands, as the front desk tells it. */
export type Outcome =
  | 'waiting'
  | 'validated'
  | 'welcomeBack'
  | 'alreadyValidated'
  | 'expired'
  | 'notValidatedInTime'
  | 'canceled'
  | 'notFound'
  | 'rejected'
  | 'credentialsRefused'
  | 'unreachable';

/** What the desk does now: wait, let in, ask the person for something, or call the manager. */
export type Tone = 'wait' | 'good' | 'ask' | 'bad';

type Facts = Pick<SeenCheckIn, 'state' | 'cause' | 'alreadyValidated' | 'isPaused' | 'attempts'>;

/** @param justAsked the desk has just pressed the button: then "waiting" is no answer */
export function outcomeOf(checkIn: Facts, justAsked = false): Outcome {
  switch (checkIn.state) {
    case 'VALIDATED':
      return checkIn.alreadyValidated ? 'alreadyValidated' : 'validated';
    case 'EXPIRED':
      return checkIn.cause === 'DEADLINE' ? 'notValidatedInTime' : 'expired';
    case 'CANCELED':
      return 'canceled';
    case 'NOT_FOUND':
      return 'notFound';
    case 'REJECTED':
      return 'rejected';
    case 'PENDING':
      return isAsked(checkIn, justAsked) ? unanswered(checkIn) : 'waiting';
  }
}

const isAsked = ({ attempts }: Facts, justAsked: boolean) => justAsked || attempts > 0;
const unanswered = ({ isPaused }: Facts): Outcome =>
  isPaused ? 'credentialsRefused' : 'unreachable';

const TONES: Record<Outcome, Tone> = {
  waiting: 'wait',
  validated: 'good',
  welcomeBack: 'good',
  alreadyValidated: 'good',
  expired: 'ask',
  notValidatedInTime: 'ask',
  canceled: 'ask',
  notFound: 'ask',
  rejected: 'bad',
  credentialsRefused: 'bad',
  unreachable: 'wait',
};
export const toneOf = (outcome: Outcome): Tone => TONES[outcome];

/** A press of the button can change something (W-52). */
export const isAskable = ({ state, cause }: Pick<SeenCheckIn, 'state' | 'cause'>): boolean =>
  state === 'PENDING' || state === 'NOT_FOUND' || (state === 'EXPIRED' && cause === 'DEADLINE');

/** Made by a check-in and nobody's customer yet. */
export const isUnknown = ({ status, origin }: Pick<SeenCheckIn, 'status' | 'origin'>): boolean =>
  status === 'PENDING' && origin === 'WELLHUB';

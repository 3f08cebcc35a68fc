import type { SeenCheckIn } from '../../check-in-validation/index.js';

/** The state of a check-in as the front desk shows it. */
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

/** What the front desk has to do: wait, let the person in, request something of them, or call the manager. */
export type Tone = 'wait' | 'good' | 'ask' | 'bad';

type CheckInFacts = Pick<
  SeenCheckIn,
  'state' | 'cause' | 'alreadyValidated' | 'isPaused' | 'attempts'
>;

/** @param justValidated the desk has just pressed the button: then "waiting" is no result */
export function outcomeOf(checkIn: CheckInFacts, justValidated = false): Outcome {
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
      return wasAttempted(checkIn, justValidated) ? unanswered(checkIn) : 'waiting';
  }
}

const wasAttempted = ({ attempts }: CheckInFacts, justValidated: boolean) =>
  justValidated || attempts > 0;
const unanswered = ({ isPaused }: CheckInFacts): Outcome =>
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

/** Whether another validation can change the result (W-52). */
export const canBeValidated = ({ state, cause }: Pick<SeenCheckIn, 'state' | 'cause'>): boolean =>
  state === 'PENDING' || state === 'NOT_FOUND' || (state === 'EXPIRED' && cause === 'DEADLINE');

/** Created by a check-in and not yet linked to a customer. */
export const isUnknown = ({ status, origin }: Pick<SeenCheckIn, 'status' | 'origin'>): boolean =>
  status === 'PENDING' && origin === 'WELLHUB';

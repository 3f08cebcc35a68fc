import type { CheckInsWords } from './check-ins-words.js';

export const en: CheckInsWords = {
  lead: 'Every Wellhub check-in of a day: what was paid, what waits and what was lost.',
  related: { missing: 'Missing messages', usage: 'Reported usage' },
  day: 'Day',
  result: 'Show',
  filters: { PAID: 'Paid', WAITING: 'Waiting', AT_RISK: 'At risk', LOST: 'Lost' },
  results: {
    PAID: 'Paid',
    WAITING: 'Waiting',
    OVERDUE: 'Wellhub does not answer',
    LOST: 'Lost',
  },
  losses: {
    NEVER_REQUESTED: {
      why: 'The person checked in with the app, but did not come through the door, and nobody pressed “Validate” in time.',
      todo: 'If they came, validate now: Wellhub decides whether it still pays. So that it does not happen again, let everybody pass the door, or switch on automatic validation in the settings of the gym.',
    },
    CREDENTIALS_REFUSED: {
      why: 'We asked Wellhub, but it refused the token or the gym, and the time ran out.',
      todo: 'Test the connection to Wellhub in the settings of the gym and correct the token. Then validate again.',
    },
    NO_ANSWER_FROM_WELLHUB: {
      why: 'We asked several times until the end of the day, and Wellhub gave no answer.',
      todo: 'Validate again. If that does not help, give the time and the gym to Wellhub’s support: the visit took place and can be claimed.',
    },
    TOO_LATE_FOR_WELLHUB: {
      why: 'When we asked, Wellhub had already ended this check-in.',
      todo: 'The person must check in again with the app. Confirm visits when people arrive.',
    },
    CANCELED_BY_MEMBER: {
      why: 'The person canceled the check-in in the app before it was confirmed.',
      todo: 'Nothing to do if they did not come in. If they did, ask for a new check-in.',
    },
    NOT_FOUND_AT_WELLHUB: {
      why: 'Wellhub answered that this person has no check-in at this gym.',
      todo: 'Check with the person that they chose the right gym in the app. Then validate again.',
    },
    REFUSED_BY_WELLHUB: {
      why: 'Wellhub refused to pay this visit. Its reason is below, under “Wellhub’s answer”.',
      todo: 'Usually the person’s plan does not include this gym. Talk to them, or to Wellhub’s support.',
    },
  },
  columns: { person: 'Person', time: 'Came', result: 'Result', why: 'Reason' },
  noName: 'No name yet',
  erased: 'Erased person',
  empty: 'No check-ins here',
  emptyHint: 'Choose another day, or show all results.',
  noGym: 'There is no gym yet',
  noGymHint: 'Make the first one in the settings.',
  title: (name) => `Check-in of ${name}`,
  facts: {
    came: 'Checked in',
    until: 'Time limit',
    paidAt: 'Paid at',
    product: 'Product',
    gympassId: 'Wellhub ID',
    booking: 'Booking',
    calls: 'Calls to Wellhub',
    answer: 'Last answer',
  },
  member: 'See the person and their timeline',
  why: 'What happened',
  paidHint: 'Wellhub confirmed this visit: it should be in the report of the month.',
  twiceHint:
    'Wellhub said that this visit was validated already. It may be one visit that is here twice: look at the reconciliation.',
  waitingHint:
    'Not paid yet. It will be when the person comes through the door or the front desk validates it, in time.',
  overdueHint:
    'The time is over and Wellhub gave no clear answer. We go on asking until the end of the day.',
  trail: 'Step by step',
  trailColumns: {
    at: 'When',
    became: 'Became',
    by: 'Because of',
    calls: 'Calls',
    answer: 'Wellhub’s answer',
  },
  states: {
    PENDING: 'waiting',
    VALIDATED: 'paid',
    EXPIRED: 'out of time',
    CANCELED: 'canceled',
    NOT_FOUND: 'not found',
    REJECTED: 'refused',
  },
  causes: {
    WEBHOOK: 'message of Wellhub',
    SCAN: 'scan at the door',
    DESK: 'front desk',
    AGGREGATOR: 'access system',
    RETRY: 'asked again',
    DEADLINE: 'end of the time',
  },
  noAnswer: 'no answer',
  validate: 'Validate now',
  validateHint: 'Asks Wellhub now. It may take a few seconds.',
  done: {
    paid: 'Paid: Wellhub confirmed it.',
    waiting: 'Wellhub has not answered yet. We go on asking.',
    lost: 'Wellhub did not confirm it. The reason is below.',
  },
};

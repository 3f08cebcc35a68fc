import type { SetupWords } from './setup-words.js';

export const en: SetupWords = {
  title: 'Webhooks at Wellhub',
  lead: 'We ask Wellhub right now where it sends its messages about each gym.',
  link: 'Check the webhooks at Wellhub',
  event: 'Message',
  events: {
    checkin: 'Check-in',
    'checkin-booking-occurred': 'Check-in with a booking',
    'booking-requested': 'Booking request',
    'booking-canceled': 'Booking canceled',
    'booking-late-canceled': 'Booking canceled late',
  },
  state: 'State',
  states: { REGISTERED: 'Right', MISSING: 'Missing', WRONG_URL: 'Goes to another address' },
  atWellhub: 'Address at Wellhub',
  gymProblems: {
    NOT_AT_WELLHUB: 'Wellhub does not know this gym. Check its ID.',
    CREDENTIALS_REFUSED: 'Wellhub refused the token. Check the connection.',
    REFUSED: 'Wellhub refused the question.',
    UNREACHABLE: 'Wellhub did not answer. Try again in some minutes.',
    UNREADABLE: 'Wellhub answered something that we do not understand.',
  },
  problems: {
    'wellhub-setup.production-only': 'This exists only in the production environment of Wellhub.',
    'wellhub-setup.credentials-refused': 'Wellhub refused the token. Check the connection.',
    'wellhub-setup.unreachable': 'Wellhub did not answer. Try again in some minutes.',
    'wellhub-setup.secret-missing':
      'The secret of the webhooks is missing. Save it first at the connection.',
    'wellhub-connection.not-found': 'The connection to Wellhub is not set up yet.',
  },
  withoutId: (names) => `Without an ID at Wellhub: ${names}.`,
  allRight: 'Everything is right: there is nothing to mend.',
  fix: 'Mend it at Wellhub',
  consequence:
    'Wellhub may take the gym off its app for some minutes while it changes the webhooks. Do it outside of busy hours.',
  submit: 'Mend it now',
  fixed: 'Sent to Wellhub. Below is what it has now.',
  noGyms: 'No gym has a Wellhub ID',
};

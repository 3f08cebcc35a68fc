import type { GymWords } from './gym-words.js';

export const en: GymWords = {
  add: 'Add a gym',
  added: 'The gym was added.',
  none: 'There are no gyms yet.',
  noneHint: 'Add the first one to get check-ins and open doors.',
  columns: {
    name: 'Gym',
    timeZone: 'Time zone',
    validation: 'Validation',
    wellhub: 'Wellhub id',
  },
  parts: {
    general: 'General',
    wellhub: 'Wellhub check-ins',
    doors: 'Doors and visits',
    secrets: 'Secrets of its own',
    remove: 'Remove the gym',
  },
  name: 'Name',
  timeZone: 'Time zone',
  language: 'Language',
  languageHint: 'Of messages at the doors, and of mails where a person’s language is not known.',
  wellhubGymId: 'Wellhub’s id of the gym',
  wellhubGymIdHint: 'Digits only. Wellhub shows it in the partner portal.',
  wellhubGymIdTaken: 'Another gym has this Wellhub id already. Check the number.',
  noWellhubId: 'Missing',
  linkByEmail: 'Recognise members by their e-mail',
  linkByEmailHint:
    'A check-in with the confirmed e-mail of exactly one member is linked to them without asking.',
  validation: 'When a check-in is validated and paid',
  validations: {
    AUTOMATIC: {
      label: 'Right after the check-in in the app',
      hint: 'It counts as soon as Wellhub reports it, even if the person never reaches the door. A person whose app is offline cannot check in, and does not get in until it is back.',
    },
    GATE: {
      label: 'At the door',
      hint: 'It counts when the person passes the turnstile. A person whose app goes offline after the check-in gets in as usual; one who never comes is not validated, and the check-in is lost at its deadline.',
    },
    ATTENDANCE: {
      label: 'At the front desk',
      hint: 'It counts when the front desk presses “Validate”. If nobody does within the deadline, the visit is not paid.',
    },
  },
  window: 'Deadline for validation, in minutes',
  windowHint: 'Where Wellhub names none. From 1 to 1,440; usual are 20.',
  wellhubDown: 'If Wellhub does not answer at the door',
  wellhubDowns: {
    DENY: {
      label: 'Stay closed',
      hint: 'The person waits or asks the front desk. No visit goes unpaid.',
    },
    ADMIT_AND_VALIDATE_LATER: {
      label: 'Open, and validate later',
      hint: 'Who has a check-in gets in. If Wellhub refuses it afterwards, the visit is not paid and you get an alert.',
    },
  },
  storageDown: 'If our own system is down',
  storageDowns: {
    DENY: { label: 'Stay closed', hint: 'Doors open again when the system is back.' },
    ADMIT_KNOWN: {
      label: 'Open for people we know',
      hint: 'Members with a card and a valid plan get in; all of it is recorded afterwards. Who only has a code does not.',
    },
  },
  booking: 'If nobody answers a request for a class',
  bookings: {
    REJECTED: {
      label: 'Refuse it',
      hint: 'The member hears that there is no place, shortly before the 15 minutes end.',
    },
    RESERVED: { label: 'Confirm it', hint: 'The member gets the place, even in a full class.' },
  },
  codes: 'Entry codes on the phone',
  codesHint: 'Members open the door with a QR code. Without, only cards do.',
  codeLife: 'Life of a code, in seconds',
  codeLifeHint: 'From 15 to 300; usual are 60.',
  singleUse: 'Each code opens once',
  singleUseHint: 'Without, the same code opens again until it expires.',
  visitEnds: 'End visits after, in minutes',
  visitEndsHint: 'For people who leave without the turnstile. From 1 to 1,440; usual are 240.',
  visitCount: 'When a visit counts',
  visitCounts: {
    GRANT: { label: 'At once, when the door opens', hint: 'Also where nobody passed afterwards.' },
    TURN: {
      label: 'When the arm has turned',
      hint: 'Only turnstiles that report turns; elsewhere at once. Who gives up makes no visit.',
    },
  },
  secretsLead:
    'Only if Wellhub gave this gym other secrets than the business. Otherwise leave them empty.',
  token: 'Access token of this gym',
  secret: 'Webhook secret of this gym',
  secretHint: '16 to 100 characters.',
  weak: 'Accept a secret of fewer than 16 characters',
  weakSecret: 'The secret needs 16 to 100 characters.',
  usePartners: 'Use those of the business again',
  usePartnersText: 'The gym’s own secrets are deleted.',
  remove: 'Remove this gym…',
  removeText:
    'Its doors stop opening, and it disappears from lists. Visits and check-ins that happened stay.',
  removeButton: 'Remove the gym',
};

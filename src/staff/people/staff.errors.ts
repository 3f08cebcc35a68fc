import { defineErrors } from '../../platform/errors/domain-error.js';

export const StaffErrors = defineErrors('staff', {
  notFound: { kind: 'not-found', title: 'The partner has no such person on its staff' },
  exists: { kind: 'conflict', title: 'This person is on the staff of the partner already' },
  tooMany: { kind: 'conflict', title: 'A partner may have 500 people on its staff' },
  beyondOwn: { kind: 'forbidden', title: 'You cannot give a role that may do more than you' },
  lastOwner: {
    kind: 'conflict',
    title: 'This is the last OWNER: give somebody else the role first, and let them accept it',
  },
  lastOperator: {
    kind: 'conflict',
    title:
      'This is the last person of the operator: invite somebody else first, and let them accept it',
  },
  changed: {
    kind: 'conflict',
    title: 'Somebody else has changed this person meanwhile: read it again',
  },
  passkeyNotFound: { kind: 'not-found', title: 'You have no such passkey' },
  secondFactorRequired: {
    kind: 'conflict',
    title: 'This is your last second factor, and you must have one: add another before',
  },
  sessionNotFound: { kind: 'not-found', title: 'You have no such session' },
  placeNotFound: { kind: 'not-found', title: 'You have no such place to work at' },
  mayNotLookIn: { kind: 'forbidden', title: 'Only people of the operator look in at partners' },
  factorSet: { kind: 'conflict', title: 'You have an authenticator app already: remove it first' },
  factorNotSet: { kind: 'conflict', title: 'You have no such second factor' },
  factorRequired: {
    kind: 'conflict',
    title: 'You must have a second factor: add another one before you remove this one',
  },
  accepted: { kind: 'conflict', title: 'This person has accepted the invitation already' },
  fromProvider: {
    kind: 'conflict',
    title:
      'This person comes by the identity provider, whose groups decide the role: change them there',
  },
  providerRequired: {
    kind: 'conflict',
    title:
      'Nobody but an OWNER logs in with a password here: give the person a group at the identity provider',
  },
  mailNotSetUp: {
    kind: 'conflict',
    title: 'No mail can leave: set SMTP_URL, or invite with gatehouse staff',
  },
});

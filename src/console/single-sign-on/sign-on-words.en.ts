import type { SignOnWords } from './sign-on-words.js';

export const en: SignOnWords = {
  title: 'Log in with your company account',
  findLead: 'If your gym uses company accounts, type the short name of the gym.',
  name: 'Short name of the gym',
  nameHint: 'It is part of the addresses of the gym’s pages. Whoever manages the staff knows it.',
  findButton: 'Continue',
  unknown:
    'No gym with this name uses company accounts. Check the name, or log in with e-mail and password.',
  lead: (partner, host) => `The staff of ${partner} log in at ${host}. Then you come back here.`,
  button: (host) => `Continue at ${host}`,
  withPassword: 'Log in with e-mail and password',
  required: (partner) =>
    `${partner} wants its staff to log in with the company account. The password from here does not count there.`,
  doneTitle: 'You are logged in',
  done: 'Continue',
  confirmLead: (host) =>
    `Before something important is shown or changed, log in at ${host} once more. It counts for 10 minutes.`,
  refusedTitle: 'You could not be logged in',
  refused: {
    unavailable:
      'The company’s account service did not answer. Try again in a few minutes. If it goes on, tell whoever runs it.',
    denied:
      'The company’s account service did not let you in, or you stopped on the way. Try again, or talk to whoever runs it.',
    refused:
      'The company’s account service answered something that does not fit. Try again. If it goes on, ask whoever manages the staff to check the settings.',
    expired:
      'This attempt has ended: it took more than 10 minutes, was used already, or began in another tab. Start again.',
    locked: 'There were too many attempts from here. Wait 15 minutes and try again.',
    'no-group':
      'Your company account works, but none of your groups gives access to this gym. Ask whoever manages the staff.',
    'too-many':
      'The staff has 500 people already, which is the most. Whoever manages the staff must remove somebody first.',
    'other-person':
      'You logged in at the account service as somebody else. Go back and take the account that you use here.',
  },
  again: 'Try again',
};

import type { PasskeyWords } from './passkey-words.js';

export const en: PasskeyWords = {
  title: 'Passkeys',
  lead: 'Instead of a code: your fingerprint, your face or the PIN of your device. A passkey works only on this site, so nobody can talk you out of it.',
  unnamed: 'Passkey',
  added: (when) => `Added ${when}`,
  used: (when) => `last used ${when}`,
  neverUsed: 'not used yet',
  remove: (name) => `Remove ${name}`,
  removeButton: 'Remove',
  name: 'Name',
  nameHint: 'So that you know it again: “Phone”, “Computer at the front desk”.',
  add: 'Add a passkey',
  full: 'You have 20 passkeys. Remove one that you no longer use before you add another.',
  use: 'Use a passkey',
  logIn: 'Log in with a passkey',
  or: 'or',
  impossible: 'This browser cannot use passkeys, or scripts are off. Use a code instead.',
  refused:
    'This passkey does not count here: it is not one of yours, it was removed, or too much time has passed. Try again.',
  notAdded:
    'The passkey was not added: it is known already, or too much time has passed. Try again.',
  live: {
    waiting: 'Follow your device …',
    cancelled: 'Nothing was done: it was cancelled, or took too long. Try again.',
    known: 'This device has a passkey for your account already.',
    otherSite: 'Passkeys work only at {site}. Open the page there.',
    failed: 'That did not work. Check the connection, load the page again and try once more.',
  },
  codes: {
    title: 'Recovery codes',
    lead: 'For the day on which you have neither phone nor passkey. New ones replace the old ones.',
    button: 'Make new recovery codes',
  },
  app: {
    title: 'Authenticator app',
    has: 'Set up: at a log-in you can enter a code of the app.',
    none: 'Not set up.',
    setUp: 'Set up the app',
    remove: 'Remove the app',
  },
};

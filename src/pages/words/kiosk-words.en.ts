import type { KioskWords } from './kiosk-words.js';

export const kiosk: KioskWords = {
  title: 'Door',
  needsScript: 'This page asks the door for every code, so it needs JavaScript. Please turn it on.',
  setUp: {
    lead: 'This screen plays the turnstile: it reads a code and says whether the door opens.',
    label: 'Device token',
    hint: 'Staff get it in the administration, at the device of this door. It stays in this browser.',
    pin: 'PIN for this screen (optional)',
    pinHint:
      '4 to 12 digits. Asked for before the token can be changed; without one only the token itself changes it.',
    button: 'Start',
    demo: 'The token of the demo door is filled in.',
    problems: {
      malformed: 'Enter the token of the device.',
      pin: 'The PIN has 4 to 12 digits.',
      refused: 'This token is not known, or the device is switched off.',
      replaced: 'The token of this door was replaced. Enter the new one.',
      offline: 'The service cannot be reached. Try again.',
    },
  },
  reader: 'Code from the reader',
  tools: {
    cameraOn: 'Use the camera',
    cameraOff: 'Turn the camera off',
    cameraRefused: 'The camera cannot be used here.',
    soundOn: 'Sound on',
    soundOff: 'Sound off',
    otherToken: 'Other token',
    hold: 'Hold for 2 seconds',
  },
  unlock: {
    title: 'Change the token?',
    label: 'PIN',
    hint: 'Only for staff. The token of this door is taken too.',
    button: 'Change the token',
    cancel: 'Back',
    problems: {
      wrong: 'That is neither the PIN nor the token.',
      locked: 'Too many tries. Wait a minute.',
    },
  },
  waiting: { title: 'Hold your code here', text: 'Open your entry code on your phone.' },
  asking: { title: 'One moment…', text: 'Checking your entry.' },
  opened: {
    IN: { title: 'Welcome!', text: 'The door is open.' },
    OUT: { title: 'See you soon!', text: 'The door is open.' },
  },
  refused: {
    ACCESS_CODE_UNKNOWN: {
      title: 'Code not known',
      text: 'Open your entry code again and show the new one.',
    },
    ACCESS_CODE_WRONG_STUDIO: {
      title: 'Code of another gym',
      text: 'This code does not open doors here.',
    },
    ACCESS_CODE_ALREADY_USED: {
      title: 'Code already used',
      text: 'Show a new code on your phone.',
    },
    ACCESS_CODE_EXPIRED: { title: 'Code has ended', text: 'Show a new code on your phone.' },
    CUSTOMER_ACCESS_RESTRICTED: {
      title: 'Access restricted',
      text: 'Please ask at the front desk.',
    },
    ACCESS_CLOSED_TODAY: { title: 'Closed now', text: 'The gym is closed at the moment.' },
    ACCESS_AGE: {
      title: 'Please ask at the desk',
      text: 'Entry depends on your age. Please ask at the front desk.',
    },
    ACCESS_ANTI_PASSBACK: {
      title: 'You are already inside',
      text: 'Please leave through the exit first, or ask at the front desk.',
    },
    ACCESS_OUTSIDE_HOURS: {
      title: 'Not at this time',
      text: 'Your plan does not include this time.',
    },
    ACCESS_DOOR_NOT_INCLUDED: {
      title: 'Not this door',
      text: 'Your plan does not include this door.',
    },
    ACCESS_PLAN_NOT_INCLUDED: {
      title: 'Not valid here',
      text: 'Your plan is not valid here. Please ask at the front desk.',
    },
    ACCESS_FULL: {
      title: 'The gym is full',
      text: 'Please wait a moment, then show your code again.',
    },
    CONTRACT_REQUIRED: { title: 'No current contract', text: 'Please ask at the front desk.' },
    WELLHUB_CHECKIN_REQUIRED: {
      title: 'Check in first',
      text: 'Check in in the Wellhub app, then show your code again.',
    },
    WELLHUB_CHECKIN_EXPIRED: {
      title: 'Check-in has ended',
      text: 'Check in again in the Wellhub app, then show your code.',
    },
    WELLHUB_CHECKIN_CANCELED: {
      title: 'Check-in was cancelled',
      text: 'Check in again in the Wellhub app, then show your code.',
    },
    WELLHUB_CHECKIN_NOT_FOUND: {
      title: 'Check-in not found',
      text: 'Wellhub does not know this check-in. Please ask at the front desk.',
    },
    WELLHUB_CHECKIN_REJECTED: {
      title: 'Check-in refused',
      text: 'Wellhub refused this check-in. Please ask at the front desk.',
    },
    WELLHUB_UNAVAILABLE: {
      title: 'Wellhub does not answer',
      text: 'Please try again in a moment, or ask at the front desk.',
    },
    DEVICE_RATE_LIMITED: {
      title: 'Too many tries',
      text: 'Please wait a minute, or ask at the front desk.',
    },
    VALIDATION_FAILED: {
      title: 'That was no code',
      text: 'Open your entry code on your phone and hold it here.',
    },
    BUSY: { title: 'Too busy right now', text: 'Please try again in a moment.' },
    OFFLINE: {
      title: 'No connection',
      text: 'The door cannot be asked. Please go to the front desk.',
    },
    OTHER: { title: 'That did not work', text: 'Please ask at the front desk.' },
  },
};

import type { StaffWords } from './staff-words.js';

export const staff: StaffWords = {
  roles: {
    OPERATOR: 'Operator',
    OWNER: 'Owner',
    MANAGER: 'Manager',
    FRONT_DESK: 'Front desk',
    ACCOUNTANT: 'Accountant',
    DEVELOPER: 'Developer',
    VIEWER: 'Viewer',
  },
  email: 'E-mail',
  password: 'Password',
  logIn: {
    title: 'Log in',
    lead: 'For the staff of a gym. The session lasts 12 hours on this device.',
    button: 'Log in',
    refused:
      'The e-mail or the password is wrong, or there were too many tries. Check them and try again in some minutes.',
    missing: { email: 'Enter your e-mail.', password: 'Enter your password.' },
    withProvider: 'Log in with your company account',
    withKey: 'Log in with an API key',
    forSoftware:
      'Keys are for software and for the first minute. People who work here have an invitation, an e-mail and a password.',
    withEmail: 'Log in with e-mail and password',
  },
  forgotten: {
    link: 'Forgot password?',
    title: 'Forgot password?',
    lead: 'Enter your e-mail. We send you a link to choose a new password.',
    button: 'Send the link',
    invalid: 'This does not look like an e-mail. Example: ana@example.com',
    sentTitle: 'Look into your e-mail',
    sent: (email) =>
      `If ${email} belongs to a person of the staff, we have sent a message. Open its link within 60 minutes.`,
    newTitle: 'Choose a password',
    newLead: (email) => `For ${email}. Then log in with it.`,
    newButton: 'Save the password',
    endedTitle: 'This link no longer works',
    ended: 'It works once, for 60 minutes. Ask for a new one.',
  },
  invitation: {
    title: (partner) => `The staff of ${partner}`,
    lead: (email, role) =>
      `An invitation for ${email}, as: ${role}. Enter your name and choose a password.`,
    leadKnown: (email, role) =>
      `An invitation for ${email}, as: ${role}. You have a password of Gatehouse already: enter it to accept.`,
    name: 'Your name',
    nameHint: 'It is shown beside everything that you do.',
    newPassword: 'New password',
    button: 'Accept the invitation',
    problems: {
      name: 'Enter your name: at most 100 characters, without special signs.',
      password:
        'This is not your password of Gatehouse, or there were too many tries. Check it and try again in some minutes.',
    },
    endedTitle: 'This invitation no longer works',
    ended:
      'It works once, for 48 hours. Perhaps it was used, or a newer one has replaced it. Have you accepted it? Log in with your e-mail. If not, ask whoever invited you for a new one.',
  },
  secondFactor: {
    setUp: 'Set up a second factor',
    has: 'Second factor: set up',
    codeTitle: 'Second factor',
    codeLead:
      'Open your authenticator app and enter the code. Without your phone? Use a recovery code.',
    code: 'Code',
    codeButton: 'Go on',
    wrong:
      'This code does not count: it was used, it is wrong, or there were too many tries. Wait for the next one, and check that the clock of your phone is right.',
    enrolTitle: 'Set up a second factor',
    enrolLead:
      'Scan the picture with an authenticator app, Google Authenticator for example, and enter the code that it shows.',
    picture: 'QR code for the authenticator app',
    secret: 'Or type this key into the app:',
    enrolButton: 'Set up',
    recoveryTitle: 'Keep your recovery codes',
    recoveryLead:
      'Each works once, should you lose your phone. They are not shown again: write them down or print this page.',
    done: 'I have kept them',
    hasLead: 'At a log-in you prove it with one of these as well.',
    mandatory: 'Your role requires a second factor, so it cannot be removed.',
    confirmTitle: 'Confirm that it is you',
    confirmLead:
      'Before something important is shown or changed, confirm who you are. It counts for 10 minutes.',
    confirmButton: 'Confirm',
  },
  account: {
    placesTitle: 'Where you work',
    placesLead: 'You work at one place at a time.',
    here: 'You are here',
    work: 'Work here',
    sessionsTitle: 'Where you are logged in',
    sessionsLead: 'A session that you do not know? End it.',
    session: (since, until, source) => `From ${since} until ${until}, network ${source}`,
    end: 'End',
    endAll: 'Log out everywhere',
  },
};

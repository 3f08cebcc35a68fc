import type { StaffWords } from './staff-words.js';

export const staff: StaffWords = {
  roles: {
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
      'The e-mail or the password is wrong, or there were too many tries. Check them and try again in some minutes. Forgotten the password? Ask whoever looks after the staff for a new invitation.',
    missing: { email: 'Enter your e-mail.', password: 'Enter your password.' },
    withKey: 'Log in with an API key',
    withEmail: 'Log in with e-mail and password',
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
  account: {
    title: 'Your account',
    frontDesk: 'Open the front desk',
    noScreens:
      'There are no screens for your role here yet; the administration API takes this session.',
    placesTitle: 'Where you work',
    placesLead: 'You work at one place at a time.',
    allGyms: 'All gyms',
    here: 'You are here',
    work: 'Work here',
    sessionsTitle: 'Where you are logged in',
    sessionsLead: 'A session that you do not know? End it.',
    session: (since, until, source) => `From ${since} until ${until}, network ${source}`,
    thisOne: 'This session',
    end: 'End',
    endAll: 'Log out everywhere',
  },
};

import { staff } from '../words/staff-words.en.js';
import type { StaffScreenWords } from './staff-screen-words.js';

export const en: StaffScreenWords = {
  lead: 'Who works with this console, in which role and at which gyms.',
  operatorTitle: 'Operator’s staff',
  operatorLead: 'Who operates this installation. These people look after every partner.',
  invite: 'Invite somebody',
  inviteTitle: 'Invite somebody',
  inviteLead: 'They get an e-mail with a link that works for 48 hours, and set their own password.',
  inviteSubmit: 'Send the invitation',
  email: 'E-mail',
  role: 'Role',
  roles: staff.roles,
  roleHints: {
    OWNER: 'May do everything, also invite people and change passwords and keys.',
    MANAGER: 'Runs the day: members, check-ins, doors and gyms.',
    FRONT_DESK: 'Serves members and validates check-ins.',
    ACCOUNTANT: 'Sees members, check-ins and revenue. Changes nothing.',
    DEVELOPER: 'Looks after integrations: events, deliveries and devices.',
    VIEWER: 'Sees the day. Changes nothing.',
  },
  gyms: 'Gyms',
  gymsHint: 'With none ticked they work at all of them. Owners and developers always do.',
  gymsProblem: 'Owners and developers always have all gyms: untick them, or choose another role.',
  language: 'Language of the invitation',
  languages: { pt: 'Portuguese', en: 'English', es: 'Spanish', de: 'German' },
  columns: { name: 'Person', role: 'Role', gyms: 'Gyms', state: 'State' },
  states: { ACTIVE: 'Active', INVITED: 'Invited', ENDED: 'Invitation expired' },
  invitedUntil: (at) => `The invitation works until ${at}.`,
  since: 'On the staff since',
  empty: 'There is nobody on the staff yet',
  emptyHint: 'Invite the first person: they get an e-mail and set their own password.',
  resend: 'Send the invitation again',
  resendLead: 'The earlier link stops working.',
  changeTitle: 'Role and gyms',
  changeLead: 'A change logs the person out on every device; they log in again.',
  sessionsTitle: 'Where they are logged in',
  noSessions: 'They are not logged in anywhere.',
  session: (from, until, source) =>
    `Since ${from}, until ${until} at most, from the network ${source}`,
  endSessions: 'Log out everywhere',
  remove: 'Remove from the staff',
  removeConsequence: (who) =>
    `${who} loses access now, on every device. What they did stays in the audit log.`,
  removeSubmit: 'Remove now',
  done: {
    invited: 'The invitation is on its way.',
    changed: 'Saved. They log in again with the new role.',
    resent: 'A new invitation is on its way.',
    ended: 'They are logged out everywhere.',
  },
  problems: {
    'staff.exists': 'This person is on the staff already, or was invited.',
    'staff.too-many': 'There are 500 people on the staff. Remove those who no longer work here.',
    'staff.beyond-own': 'You cannot give a role that may do more than your own.',
    'staff.last-owner':
      'This is the last person with the role Owner. Give it to somebody else first, and wait until they accept.',
    'staff.last-operator':
      'This is the last person of the operator. Invite somebody else first, and wait until they accept.',
    'if-match.changed':
      'Somebody else changed this while you were editing. See above what is saved now, and send again if your change still holds.',
    'staff.accepted': 'They have accepted the invitation already.',
    'staff.not-found': 'This person is no longer on the staff.',
    'staff.mail-not-set-up':
      'This installation does not send mail yet. Ask whoever operates it: SMTP_URL is missing.',
    'gym.not-found': 'One of the gyms no longer exists. Reload the page.',
  },
};

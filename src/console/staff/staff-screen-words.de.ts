import { staff } from '../words/staff-words.de.js';
import type { StaffScreenWords } from './staff-screen-words.js';

export const de: StaffScreenWords = {
  lead: 'Wer mit dieser Konsole arbeitet, in welcher Rolle und in welchen Studios.',
  operatorTitle: 'Team des Betreibers',
  operatorLead: 'Wer diese Installation betreibt. Diese Personen betreuen alle Partner.',
  invite: 'Jemanden einladen',
  inviteTitle: 'Jemanden einladen',
  inviteLead:
    'Die Person bekommt eine E-Mail mit einem Link, der 48 Stunden gilt, und legt ihr Passwort selbst fest.',
  inviteSubmit: 'Einladung senden',
  email: 'E-Mail',
  role: 'Rolle',
  roles: staff.roles,
  roleHints: {
    OWNER: 'Darf alles, auch Personen einladen und Passwörter und Schlüssel ändern.',
    MANAGER: 'Führt den Alltag: Mitglieder, Check-ins, Türen und Studios.',
    FRONT_DESK: 'Betreut Mitglieder und bestätigt Check-ins.',
    ACCOUNTANT: 'Sieht Mitglieder, Check-ins und Umsatz. Ändert nichts.',
    DEVELOPER: 'Betreut Anbindungen: Ereignisse, Zustellungen und Geräte.',
    VIEWER: 'Sieht den Alltag. Ändert nichts.',
  },
  gyms: 'Studios',
  gymsHint: 'Ist keines markiert, gilt die Rolle in allen. Inhaber und Technik haben immer alle.',
  gymsProblem:
    'Inhaber und Technik haben immer alle Studios: Entferne die Markierungen oder wähle eine andere Rolle.',
  language: 'Sprache der Einladung',
  languages: { pt: 'Portugiesisch', en: 'Englisch', es: 'Spanisch', de: 'Deutsch' },
  columns: { name: 'Person', role: 'Rolle', gyms: 'Studios', state: 'Status' },
  states: { ACTIVE: 'Aktiv', INVITED: 'Eingeladen', ENDED: 'Einladung abgelaufen' },
  invitedUntil: (at) => `Die Einladung gilt bis ${at}.`,
  since: 'Im Team seit',
  empty: 'Noch niemand im Team',
  emptyHint:
    'Lade die erste Person ein: Sie bekommt eine E-Mail und legt ihr Passwort selbst fest.',
  resend: 'Einladung noch einmal senden',
  resendLead: 'Der frühere Link gilt dann nicht mehr.',
  changeTitle: 'Rolle und Studios',
  changeLead: 'Eine Änderung meldet die Person auf allen Geräten ab; sie meldet sich neu an.',
  sessionsTitle: 'Offene Anmeldungen',
  noSessions: 'Die Person ist nirgends angemeldet.',
  session: (from, until, source) => `Seit ${from}, längstens bis ${until}, aus dem Netz ${source}`,
  endSessions: 'Überall abmelden',
  remove: 'Aus dem Team entfernen',
  removeConsequence: (who) =>
    `${who} verliert den Zugang sofort, auf allen Geräten. Was die Person getan hat, bleibt im Protokoll.`,
  removeSubmit: 'Jetzt entfernen',
  done: {
    invited: 'Die Einladung ist unterwegs.',
    changed: 'Gespeichert. Die Person meldet sich mit der neuen Rolle neu an.',
    resent: 'Eine neue Einladung ist unterwegs.',
    ended: 'Die Person ist überall abgemeldet.',
  },
  problems: {
    'staff.exists': 'Diese Person ist schon im Team oder eingeladen.',
    'staff.too-many': 'Im Team sind schon 500 Personen. Entferne, wer nicht mehr hier arbeitet.',
    'staff.beyond-own': 'Du kannst keine Rolle vergeben, die mehr darf als deine.',
    'staff.last-owner':
      'Das ist die letzte Person mit der Rolle Inhaber. Gib sie zuerst jemand anderem und warte, bis die Person annimmt.',
    'staff.last-operator':
      'Das ist die letzte Person des Betreibers. Lade zuerst jemand anderen ein und warte, bis die Person annimmt.',
    'if-match.changed':
      'Jemand anderes hat das geändert, während du es bearbeitet hast. Oben steht, was jetzt gespeichert ist; sende noch einmal, wenn deine Änderung noch gilt.',
    'staff.accepted': 'Die Person hat die Einladung schon angenommen.',
    'staff.not-found': 'Diese Person ist nicht mehr im Team.',
    'staff.mail-not-set-up':
      'Diese Installation verschickt noch keine E-Mails. Wende dich an den Betreiber: SMTP_URL fehlt.',
    'gym.not-found': 'Eines der Studios gibt es nicht mehr. Lade die Seite neu.',
  },
};

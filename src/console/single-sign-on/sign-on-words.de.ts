import type { SignOnWords } from './sign-on-words.js';

export const de: SignOnWords = {
  title: 'Mit dem Firmenkonto anmelden',
  findLead: 'Wenn dein Studio Firmenkonten nutzt, gib den Kurznamen des Studios ein.',
  name: 'Kurzname des Studios',
  nameHint: 'Er steht in den Adressen der Seiten des Studios. Wer das Team verwaltet, kennt ihn.',
  findButton: 'Weiter',
  unknown:
    'Kein Studio mit diesem Namen nutzt Firmenkonten. Prüfe den Namen, oder melde dich mit E-Mail und Passwort an.',
  lead: (partner, host) =>
    `Das Team von ${partner} meldet sich bei ${host} an. Danach kommst du hierher zurück.`,
  button: (host) => `Weiter bei ${host}`,
  withPassword: 'Mit E-Mail und Passwort anmelden',
  required: (partner) =>
    `${partner} möchte, dass sich das Team mit dem Firmenkonto anmeldet. Das Passwort von hier gilt dort nicht.`,
  doneTitle: 'Du bist angemeldet',
  done: 'Weiter',
  confirmLead: (host) =>
    `Bevor etwas Wichtiges gezeigt oder geändert wird, melde dich noch einmal bei ${host} an. Das gilt 10 Minuten.`,
  refusedTitle: 'Die Anmeldung hat nicht geklappt',
  refused: {
    unavailable:
      'Der Kontendienst der Firma hat nicht geantwortet. Versuch es in einigen Minuten noch einmal. Wenn es so bleibt, sag denen Bescheid, die ihn betreiben.',
    denied:
      'Der Kontendienst der Firma hat dich nicht hereingelassen, oder du hast unterwegs abgebrochen. Versuch es noch einmal, oder sprich mit denen, die ihn betreiben.',
    refused:
      'Der Kontendienst der Firma hat etwas geantwortet, das nicht passt. Versuch es noch einmal. Wenn es so bleibt, lass die Einstellungen prüfen: von denen, die das Team verwalten.',
    expired:
      'Dieser Versuch ist vorbei: er dauerte mehr als 10 Minuten, wurde schon benutzt oder begann in einem anderen Tab. Fang noch einmal an.',
    locked: 'Von hier kamen zu viele Versuche. Warte 15 Minuten und versuch es dann noch einmal.',
    'no-group':
      'Dein Firmenkonto funktioniert, aber keine deiner Gruppen gibt Zugang zu diesem Studio. Frag die, die das Team verwalten.',
    'too-many':
      'Das Team hat schon 500 Personen, mehr gehen nicht. Wer das Team verwaltet, muss erst jemanden entfernen.',
    'other-person':
      'Du hast dich beim Kontendienst als jemand anderes angemeldet. Geh zurück und nimm das Konto, mit dem du hier arbeitest.',
  },
  again: 'Noch einmal versuchen',
};

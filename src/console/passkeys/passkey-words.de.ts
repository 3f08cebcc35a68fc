import type { PasskeyWords } from './passkey-words.js';

export const de: PasskeyWords = {
  title: 'Passkeys',
  lead: 'Statt eines Codes: dein Fingerabdruck, dein Gesicht oder die PIN des Geräts. Ein Passkey funktioniert nur auf dieser Seite, also kann ihn dir niemand mit einem Trick abnehmen.',
  unnamed: 'Passkey',
  added: (when) => `Hinzugefügt ${when}`,
  used: (when) => `zuletzt benutzt ${when}`,
  neverUsed: 'noch nicht benutzt',
  remove: (name) => `${name} entfernen`,
  removeButton: 'Entfernen',
  name: 'Name',
  nameHint: 'Damit du ihn wiedererkennst: „Handy“, „Computer am Empfang“.',
  add: 'Passkey hinzufügen',
  full: 'Du hast 20 Passkeys. Entferne einen, den du nicht mehr benutzt, bevor du einen neuen hinzufügst.',
  use: 'Passkey benutzen',
  logIn: 'Mit einem Passkey anmelden',
  or: 'oder',
  impossible:
    'Dieser Browser kann keine Passkeys benutzen, oder Skripte sind ausgeschaltet. Nimm einen Code.',
  refused:
    'Dieser Passkey zählt hier nicht: Er gehört nicht dir, wurde entfernt, oder es ist zu viel Zeit vergangen. Versuch es noch einmal.',
  notAdded:
    'Der Passkey wurde nicht hinzugefügt: Es gibt ihn schon, oder es ist zu viel Zeit vergangen. Versuch es noch einmal.',
  live: {
    waiting: 'Folge den Hinweisen deines Geräts …',
    cancelled: 'Es ist nichts passiert: abgebrochen oder zu spät. Versuch es noch einmal.',
    known: 'Dieses Gerät hat schon einen Passkey für dein Konto.',
    otherSite: 'Passkeys funktionieren nur auf {site}. Öffne die Seite dort.',
    failed:
      'Das hat nicht geklappt. Prüfe die Verbindung, lade die Seite neu und versuch es noch einmal.',
  },
  codes: {
    title: 'Wiederherstellungscodes',
    lead: 'Für den Tag, an dem du weder Handy noch Passkey hast. Neue ersetzen die alten.',
    button: 'Neue Wiederherstellungscodes erstellen',
  },
  app: {
    title: 'Authenticator-App',
    has: 'Eingerichtet: Beim Anmelden kannst du einen Code der App eingeben.',
    none: 'Nicht eingerichtet.',
    setUp: 'App einrichten',
    remove: 'App entfernen',
  },
};

import type { SetupWords } from './setup-words.js';

export const de: SetupWords = {
  title: 'Webhooks bei Wellhub',
  lead: 'Wir fragen Wellhub jetzt, wohin es die Nachrichten über jedes Studio sendet.',
  link: 'Webhooks bei Wellhub prüfen',
  event: 'Nachricht',
  events: {
    checkin: 'Check-in',
    'checkin-booking-occurred': 'Check-in mit Buchung',
    'booking-requested': 'Buchungsanfrage',
    'booking-canceled': 'Buchung storniert',
    'booking-late-canceled': 'Buchung spät storniert',
  },
  state: 'Stand',
  states: { REGISTERED: 'Richtig', MISSING: 'Fehlt', WRONG_URL: 'Geht an eine andere Adresse' },
  atWellhub: 'Adresse bei Wellhub',
  gymProblems: {
    NOT_AT_WELLHUB: 'Wellhub kennt dieses Studio nicht. Prüfe seine ID.',
    CREDENTIALS_REFUSED: 'Wellhub hat das Token abgelehnt. Prüfe den Zugang.',
    REFUSED: 'Wellhub hat die Abfrage abgelehnt.',
    UNREACHABLE: 'Wellhub hat nicht geantwortet. Versuch es in einigen Minuten noch einmal.',
    UNREADABLE: 'Wellhub hat etwas geantwortet, das wir nicht verstehen.',
  },
  problems: {
    'wellhub-setup.production-only': 'Das gibt es nur in der Produktionsumgebung von Wellhub.',
    'wellhub-setup.credentials-refused': 'Wellhub hat das Token abgelehnt. Prüfe den Zugang.',
    'wellhub-setup.unreachable':
      'Wellhub hat nicht geantwortet. Versuch es in einigen Minuten noch einmal.',
    'wellhub-setup.secret-missing':
      'Das Geheimnis der Webhooks fehlt. Speichere es zuerst beim Zugang zu Wellhub.',
    'wellhub-connection.not-found': 'Der Zugang zu Wellhub ist noch nicht eingerichtet.',
  },
  withoutId: (names) => `Ohne ID bei Wellhub: ${names}.`,
  allRight: 'Alles stimmt: Es gibt nichts zu richten.',
  fix: 'Bei Wellhub richten',
  consequence:
    'Wellhub nimmt das Studio vielleicht für einige Minuten aus der App, während es die Webhooks ändert. Mach es außerhalb der Stoßzeiten.',
  submit: 'Jetzt richten',
  fixed: 'An Wellhub gesendet. Unten steht, was es jetzt hat.',
  noGyms: 'Kein Studio hat eine ID bei Wellhub',
};

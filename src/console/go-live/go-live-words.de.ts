import type { GoLiveWords } from './go-live-words.js';

export const de: GoLiveWords = {
  lead: 'Was noch zu tun ist, bevor das erste Mitglied kommt. Die Liste sieht selbst nach: Was funktioniert, ist erledigt.',
  progress: (done, all) => `${done} von ${all} erledigt`,
  ready: 'Alles ist erledigt: Du kannst öffnen.',
  states: { DONE: 'Erledigt', MISSING: 'Zu tun', UNKNOWN: 'Noch nicht bekannt' },
  items: {
    SECRETS: {
      title: 'Zugang zu Wellhub',
      text: 'Jedes Studio braucht seine Nummer bei Wellhub, das Token und das Geheimnis der Webhooks. Alle drei bekommst du von Wellhub.',
      fix: 'Eingeben',
    },
    CONNECTION: {
      title: 'Verbindung getestet',
      text: 'Der Test fragt Wellhub, ob es das Studio kennt. Er ändert nichts.',
      fix: 'Verbindung testen',
    },
    URLS: {
      title: 'Adressen übergeben',
      text: 'Wellhub muss deine Adressen kennen. Kopiere sie und schick sie deinem Kontakt dort. Erledigt, sobald der erste Check-in kommt.',
      fix: 'Adressen ansehen und kopieren',
    },
    WEBHOOKS: {
      title: 'Webhooks bei Wellhub',
      text: 'Damit Wellhub jeden Check-in meldet. Erledigt, sobald der erste kommt.',
      fix: 'Verbindung ansehen',
    },
    FIRST_CHECK_IN: {
      title: 'Erster Check-in gesehen',
      text: 'Checke in jedem Studio einmal mit der Wellhub-App ein: Das erscheint hier.',
      fix: '',
    },
    DOORS: {
      title: 'Türen',
      text: 'Ein Studio braucht ein Drehkreuz, einen Leser oder ein Tablet, das eingeschaltet ist.',
      fix: 'Tür einrichten',
    },
    MAIL: {
      title: 'E-Mail',
      text: 'Einladungen und neue Passwörter kommen per Mail. Wer die Installation betreibt, richtet den Mailserver ein; schick dir danach selbst eine Mail.',
      fix: '',
    },
    SECOND_FACTOR: {
      title: 'Zweiter Faktor des Teams',
      text: 'Ein Passkey oder eine App neben dem Passwort: Dann reicht ein gestohlenes Passwort nicht.',
      fix: 'Eigenen einrichten',
    },
    BACKUPS: {
      title: 'Sicherungskopien',
      text: 'Von hier aus sieht niemand, ob deine Daten gesichert werden. Bestätige es, wenn gesichert wird und eine Kopie zur Probe eingespielt wurde.',
      fix: '',
    },
  },
  results: {
    wellhubGymId: 'die Nummer bei Wellhub fehlt',
    accessToken: 'das Token fehlt',
    webhookSecret: 'das Geheimnis der Webhooks fehlt',
    CREDENTIALS_REFUSED: 'Wellhub lehnt das Token ab',
    GYM_NOT_ALLOWED: 'das Token gilt nicht für dieses Studio',
    UNREACHABLE: 'Wellhub hat nicht geantwortet',
  },
  told: (by, when) => `${by}, ${when}`,
  people: (missing) =>
    missing === 1 ? 'Eine Person hat keinen.' : `${missing} Personen haben keinen.`,
  sendMail: 'Mir eine Testmail schicken',
  mailSent: 'Der Mailserver hat sie angenommen: Sieh in dein Postfach.',
  mailRefused:
    'Der Mailserver hat die Mail nicht angenommen. Prüfe seine Adresse und sein Passwort.',
  confirmBackups: 'Ja, es wird gesichert',
  takeBack: 'Das gilt nicht mehr',
};

import type { KioskWords } from './kiosk-words.js';

export const kiosk: KioskWords = {
  title: 'Tür',
  needsScript:
    'Diese Seite fragt die Tür nach jedem Code und braucht darum JavaScript. Bitte schalte es ein.',
  setUp: {
    lead: 'Dieser Bildschirm spielt das Drehkreuz: Er liest einen Code und sagt, ob die Tür aufgeht.',
    label: 'Geräte-Token',
    hint: 'Das Team bekommt es in der Verwaltung, beim Gerät dieser Tür. Es bleibt in diesem Browser.',
    pin: 'PIN für diesen Bildschirm (freiwillig)',
    pinHint:
      '4 bis 12 Ziffern. Wird verlangt, bevor das Token geändert wird; ohne PIN ändert es nur, wer das Token kennt.',
    button: 'Starten',
    demo: 'Das Token der Demo-Tür ist eingetragen.',
    problems: {
      malformed: 'Gib das Token des Geräts ein.',
      pin: 'Die PIN hat 4 bis 12 Ziffern.',
      refused: 'Dieses Token ist nicht bekannt, oder das Gerät ist ausgeschaltet.',
      replaced: 'Das Token dieser Tür wurde ersetzt. Gib das neue ein.',
      offline: 'Der Dienst ist nicht erreichbar. Versuch es noch einmal.',
    },
  },
  reader: 'Code vom Lesegerät',
  tools: {
    cameraOn: 'Kamera benutzen',
    cameraOff: 'Kamera ausschalten',
    cameraRefused: 'Die Kamera lässt sich hier nicht benutzen.',
    soundOn: 'Ton an',
    soundOff: 'Ton aus',
    otherToken: 'Anderes Token',
    hold: '2 Sekunden gedrückt halten',
  },
  unlock: {
    title: 'Token ändern?',
    label: 'PIN des Teams',
    hint: 'Nur fürs Team. Das Token dieser Tür gilt auch.',
    button: 'Token ändern',
    cancel: 'Zurück',
    problems: {
      wrong: 'Das ist weder die PIN noch das Token.',
      locked: 'Zu viele Versuche. Warte eine Minute.',
    },
  },
  waiting: {
    title: 'Halte deinen Code hierher',
    text: 'Öffne deinen Zutrittscode auf dem Telefon.',
  },
  asking: { title: 'Einen Moment…', text: 'Ihr Zutritt wird geprüft.' },
  opened: {
    IN: { title: 'Willkommen!', text: 'Die Tür ist offen.' },
    OUT: { title: 'Bis bald!', text: 'Die Tür ist offen.' },
  },
  refused: {
    ACCESS_CODE_UNKNOWN: {
      title: 'Code nicht bekannt',
      text: 'Öffne deinen Zutrittscode noch einmal und zeig den neuen.',
    },
    ACCESS_CODE_WRONG_STUDIO: {
      title: 'Code eines anderen Studios',
      text: 'Dieser Code öffnet hier keine Tür.',
    },
    ACCESS_CODE_ALREADY_USED: {
      title: 'Code schon benutzt',
      text: 'Zeig auf dem Telefon einen neuen Code.',
    },
    ACCESS_CODE_EXPIRED: {
      title: 'Code abgelaufen',
      text: 'Zeig auf dem Telefon einen neuen Code.',
    },
    CUSTOMER_ACCESS_RESTRICTED: { title: 'Zutritt eingeschränkt', text: 'Bitte frag am Empfang.' },
    ACCESS_CLOSED_TODAY: {
      title: 'Gerade geschlossen',
      text: 'Das Studio ist im Moment geschlossen.',
    },
    ACCESS_AGE: {
      title: 'Bitte am Empfang fragen',
      text: 'Der Zutritt hängt von deinem Alter ab. Bitte frag am Empfang.',
    },
    ACCESS_ANTI_PASSBACK: {
      title: 'Du bist schon drinnen',
      text: 'Bitte geh erst durch den Ausgang, oder frag am Empfang.',
    },
    ACCESS_OUTSIDE_HOURS: {
      title: 'Nicht zu dieser Zeit',
      text: 'Dein Tarif gilt nicht zu dieser Zeit.',
    },
    ACCESS_DOOR_NOT_INCLUDED: {
      title: 'Nicht an dieser Tür',
      text: 'Dein Tarif gilt nicht an dieser Tür.',
    },
    ACCESS_PLAN_NOT_INCLUDED: {
      title: 'Gilt hier nicht',
      text: 'Dein Tarif gilt hier nicht. Bitte frag am Empfang.',
    },
    ACCESS_FULL: {
      title: 'Das Studio ist voll',
      text: 'Bitte warte einen Moment und zeig dann deinen Code noch einmal.',
    },
    CONTRACT_REQUIRED: { title: 'Kein laufender Vertrag', text: 'Bitte frag am Empfang.' },
    WELLHUB_CHECKIN_REQUIRED: {
      title: 'Check zuerst ein',
      text: 'Check in der Wellhub-App ein und zeig dann deinen Code noch einmal.',
    },
    WELLHUB_CHECKIN_EXPIRED: {
      title: 'Check-in abgelaufen',
      text: 'Check in der Wellhub-App noch einmal ein und zeig dann deinen Code.',
    },
    WELLHUB_CHECKIN_CANCELED: {
      title: 'Check-in storniert',
      text: 'Check in der Wellhub-App noch einmal ein und zeig dann deinen Code.',
    },
    WELLHUB_CHECKIN_NOT_FOUND: {
      title: 'Check-in nicht gefunden',
      text: 'Wellhub kennt diesen Check-in nicht. Bitte frag am Empfang.',
    },
    WELLHUB_CHECKIN_REJECTED: {
      title: 'Check-in abgelehnt',
      text: 'Wellhub hat diesen Check-in abgelehnt. Bitte frag am Empfang.',
    },
    WELLHUB_UNAVAILABLE: {
      title: 'Wellhub antwortet nicht',
      text: 'Versuch es gleich noch einmal, oder frag am Empfang.',
    },
    DEVICE_RATE_LIMITED: {
      title: 'Zu viele Versuche',
      text: 'Bitte warte eine Minute, oder frag am Empfang.',
    },
    VALIDATION_FAILED: {
      title: 'Das war kein Code',
      text: 'Öffne deinen Zutrittscode auf dem Telefon und halte ihn hierher.',
    },
    BUSY: { title: 'Gerade zu viel los', text: 'Versuch es gleich noch einmal.' },
    OFFLINE: {
      title: 'Keine Verbindung',
      text: 'Die Tür kann nicht gefragt werden. Bitte geh zum Empfang.',
    },
    OTHER: { title: 'Das hat nicht geklappt', text: 'Bitte frag am Empfang.' },
  },
};

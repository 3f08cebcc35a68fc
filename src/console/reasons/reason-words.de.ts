import type { ReasonWords } from './reason-words.js';

export const de: ReasonWords = {
  refusals: {
    ACCESS_CODE_UNKNOWN: 'Den Code gibt es nicht',
    ACCESS_CODE_WRONG_STUDIO: 'Der Code ist für ein anderes Studio',
    ACCESS_CODE_ALREADY_USED: 'Der Code war schon benutzt',
    ACCESS_CODE_EXPIRED: 'Der Code war zu alt',
    CUSTOMER_ACCESS_RESTRICTED: 'Der Zutritt des Mitglieds ist gesperrt',
    CONTRACT_REQUIRED: 'Das Mitglied hat keinen laufenden Vertrag',
    WELLHUB_CHECKIN_REQUIRED: 'Noch kein Check-in in der Wellhub-App',
    WELLHUB_CHECKIN_EXPIRED: 'Der Check-in von Wellhub war abgelaufen',
    WELLHUB_CHECKIN_CANCELED: 'Der Check-in von Wellhub war storniert',
    WELLHUB_CHECKIN_NOT_FOUND: 'Wellhub kennt den Check-in nicht',
    WELLHUB_CHECKIN_REJECTED: 'Wellhub hat den Check-in abgelehnt',
    WELLHUB_UNAVAILABLE: 'Wellhub hat nicht geantwortet',
    DEVICE_RATE_LIMITED: 'Zu viele unbekannte Karten an einem Leser',
    VALIDATION_FAILED: 'Gelesen wurde weder ein Code noch eine Karte',
    OTHER: 'Ein anderer Grund',
  },
  losses: {
    NEVER_REQUESTED: 'Niemand hat den Besuch bestätigt',
    CREDENTIALS_REFUSED: 'Wellhub hat unseren Zugang abgelehnt',
    NO_ANSWER_FROM_WELLHUB: 'Wellhub hat nicht geantwortet',
    TOO_LATE_FOR_WELLHUB: 'Die Zeit von Wellhub war vorbei',
    CANCELED_BY_MEMBER: 'Die Person hat storniert',
    NOT_FOUND_AT_WELLHUB: 'Wellhub kennt diesen Check-in nicht',
    REFUSED_BY_WELLHUB: 'Wellhub hat abgelehnt',
  },
};

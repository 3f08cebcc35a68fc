import type { CheckInsWords } from './check-ins-words.js';

export const de: CheckInsWords = {
  lead: 'Jeder Wellhub-Check-in eines Tages: was bezahlt ist, was wartet und was verloren ging.',
  related: { missing: 'Fehlende Nachrichten', usage: 'Gemeldete Nutzung' },
  day: 'Tag',
  result: 'Anzeigen',
  filters: { PAID: 'Bezahlt', WAITING: 'Wartend', AT_RISK: 'In Gefahr', LOST: 'Verloren' },
  results: {
    PAID: 'Bezahlt',
    WAITING: 'Wartet',
    OVERDUE: 'Wellhub antwortet nicht',
    LOST: 'Verloren',
  },
  losses: {
    NEVER_REQUESTED: {
      why: 'Die Person hat in der App eingecheckt, kam aber nicht durch die Tür, und niemand hat rechtzeitig „Bestätigen“ gedrückt.',
      todo: 'War sie da, jetzt bestätigen: Wellhub entscheidet, ob noch bezahlt wird. Damit es nicht wieder vorkommt, alle durch die Tür gehen lassen oder in den Einstellungen des Studios die automatische Bestätigung einschalten.',
    },
    CREDENTIALS_REFUSED: {
      why: 'Wir haben Wellhub gefragt, aber Token oder Studio wurden abgelehnt, und die Zeit lief ab.',
      todo: 'In den Einstellungen des Studios die Verbindung zu Wellhub testen und den Token berichtigen. Danach erneut bestätigen.',
    },
    NO_ANSWER_FROM_WELLHUB: {
      why: 'Wir haben bis zum Ende des Tages mehrmals gefragt, und Wellhub gab keine Antwort.',
      todo: 'Erneut bestätigen. Hilft das nicht, dem Support von Wellhub Uhrzeit und Studio nennen: Der Besuch fand statt und kann eingefordert werden.',
    },
    TOO_LATE_FOR_WELLHUB: {
      why: 'Als wir fragten, hatte Wellhub diesen Check-in schon beendet.',
      todo: 'Die Person muss in der App neu einchecken. Besuche gleich bei der Ankunft bestätigen.',
    },
    CANCELED_BY_MEMBER: {
      why: 'Die Person hat den Check-in in der App storniert, bevor er bestätigt war.',
      todo: 'Nichts zu tun, wenn sie nicht hereinkam. Sonst um einen neuen Check-in bitten.',
    },
    NOT_FOUND_AT_WELLHUB: {
      why: 'Wellhub hat geantwortet, dass diese Person in diesem Studio keinen Check-in hat.',
      todo: 'Mit der Person prüfen, ob sie in der App das richtige Studio gewählt hat. Danach erneut bestätigen.',
    },
    REFUSED_BY_WELLHUB: {
      why: 'Wellhub hat abgelehnt, diesen Besuch zu bezahlen. Der Grund steht unten bei „Antwort von Wellhub“.',
      todo: 'Meist enthält der Tarif der Person dieses Studio nicht. Mit ihr oder dem Support von Wellhub sprechen.',
    },
  },
  columns: { person: 'Person', time: 'Kam', result: 'Ergebnis', why: 'Grund' },
  noName: 'Noch ohne Namen',
  erased: 'Gelöschte Person',
  empty: 'Hier sind keine Check-ins',
  emptyHint: 'Einen anderen Tag wählen oder alle Ergebnisse anzeigen.',
  noGym: 'Es gibt noch kein Studio',
  noGymHint: 'Das erste in den Einstellungen anlegen.',
  title: (name) => `Check-in von ${name}`,
  facts: {
    came: 'Eingecheckt',
    until: 'Frist',
    paidAt: 'Bezahlt um',
    product: 'Produkt',
    gympassId: 'Wellhub-ID',
    booking: 'Buchung',
    calls: 'Anfragen an Wellhub',
    answer: 'Letzte Antwort',
  },
  member: 'Zur Person und ihrem Verlauf',
  why: 'Was geschehen ist',
  paidHint: 'Wellhub hat diesen Besuch bestätigt: Er sollte im Bericht des Monats stehen.',
  twiceHint:
    'Wellhub sagte, dieser Besuch sei schon bestätigt. Vielleicht steht ein Besuch hier zweimal: den Abgleich ansehen.',
  waitingHint:
    'Noch nicht bezahlt. Das wird er, wenn die Person rechtzeitig durch die Tür geht oder der Empfang ihn bestätigt.',
  overdueHint:
    'Die Zeit ist vorbei, und Wellhub gab keine klare Antwort. Wir fragen bis zum Ende des Tages weiter.',
  trail: 'Schritt für Schritt',
  trailColumns: {
    at: 'Wann',
    became: 'Wurde',
    by: 'Wegen',
    calls: 'Anfragen',
    answer: 'Antwort von Wellhub',
  },
  states: {
    PENDING: 'wartend',
    VALIDATED: 'bezahlt',
    EXPIRED: 'abgelaufen',
    CANCELED: 'storniert',
    NOT_FOUND: 'nicht gefunden',
    REJECTED: 'abgelehnt',
  },
  causes: {
    WEBHOOK: 'Nachricht von Wellhub',
    SCAN: 'Scan an der Tür',
    DESK: 'Empfang',
    AGGREGATOR: 'Zugangssystem',
    RETRY: 'erneut gefragt',
    DEADLINE: 'Ende der Frist',
  },
  noAnswer: 'keine Antwort',
  validate: 'Jetzt bestätigen',
  validateHint: 'Fragt Wellhub jetzt. Das kann einige Sekunden dauern.',
  done: {
    paid: 'Bezahlt: Wellhub hat bestätigt.',
    waiting: 'Wellhub hat noch nicht geantwortet. Wir fragen weiter.',
    lost: 'Wellhub hat nicht bestätigt. Der Grund steht unten.',
  },
};

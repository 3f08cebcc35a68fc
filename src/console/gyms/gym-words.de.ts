import type { GymWords } from './gym-words.js';

export const de: GymWords = {
  add: 'Studio hinzufügen',
  added: 'Das Studio wurde hinzugefügt.',
  none: 'Es gibt noch keine Studios.',
  noneHint: 'Füge das erste hinzu, um Check-ins zu bekommen und Türen zu öffnen.',
  columns: {
    name: 'Studio',
    timeZone: 'Zeitzone',
    validation: 'Bestätigung',
    wellhub: 'Wellhub-ID',
  },
  parts: {
    general: 'Allgemein',
    wellhub: 'Check-ins von Wellhub',
    doors: 'Türen und Besuche',
    secrets: 'Eigene Geheimnisse',
    remove: 'Studio entfernen',
  },
  name: 'Name',
  timeZone: 'Zeitzone',
  language: 'Sprache',
  languageHint: 'Der Meldungen an Türen, und von E-Mails an Personen ohne bekannte Sprache.',
  wellhubGymId: 'ID des Studios bei Wellhub',
  wellhubGymIdHint: 'Nur Ziffern. Wellhub zeigt sie im Partnerportal.',
  wellhubGymIdTaken: 'Ein anderes Studio hat diese Wellhub-ID schon. Prüfe die Zahl.',
  noWellhubId: 'Fehlt',
  linkByEmail: 'Mitglieder an ihrer E-Mail erkennen',
  linkByEmailHint:
    'Ein Check-in mit der bestätigten E-Mail genau eines Mitglieds wird ihm ohne Nachfrage zugeordnet.',
  validation: 'Wann ein Check-in bestätigt und bezahlt wird',
  validations: {
    AUTOMATIC: {
      label: 'Gleich nach dem Check-in in der App',
      hint: 'Er zählt, sobald Wellhub ihn meldet, auch wenn die Person nie an die Tür kommt. Wer offline ist, kann nicht einchecken und kommt erst hinein, wenn die Verbindung wieder da ist.',
    },
    GATE: {
      label: 'An der Tür',
      hint: 'Er zählt, wenn die Person durch das Drehkreuz geht. Wer nach dem Check-in offline ist, kommt wie gewohnt hinein; wer nicht kommt, wird nicht bestätigt, und der Check-in verfällt mit der Frist.',
    },
    ATTENDANCE: {
      label: 'Am Empfang',
      hint: 'Er zählt, wenn der Empfang „Bestätigen“ drückt. Tut das niemand innerhalb der Frist, wird der Besuch nicht bezahlt.',
    },
  },
  window: 'Frist für die Bestätigung, in Minuten',
  windowHint: 'Wo Wellhub keine nennt. Von 1 bis 1.440; üblich sind 20.',
  wellhubDown: 'Wenn Wellhub an der Tür nicht antwortet',
  wellhubDowns: {
    DENY: {
      label: 'Geschlossen bleiben',
      hint: 'Die Person wartet oder fragt am Empfang. Kein Besuch bleibt unbezahlt.',
    },
    ADMIT_AND_VALIDATE_LATER: {
      label: 'Öffnen und später bestätigen',
      hint: 'Wer einen Check-in hat, kommt hinein. Lehnt Wellhub ihn später ab, wird der Besuch nicht bezahlt, und du bekommst eine Warnung.',
    },
  },
  storageDown: 'Wenn unser System ausfällt',
  storageDowns: {
    DENY: {
      label: 'Geschlossen bleiben',
      hint: 'Die Türen öffnen wieder, wenn das System zurück ist.',
    },
    ADMIT_KNOWN: {
      label: 'Für Bekannte öffnen',
      hint: 'Mitglieder mit Karte und gültigem Vertrag kommen hinein; alles wird danach erfasst. Wer nur einen Code hat, nicht.',
    },
  },
  booking: 'Wenn niemand eine Kursanfrage beantwortet',
  bookings: {
    REJECTED: {
      label: 'Ablehnen',
      hint: 'Das Mitglied erfährt kurz vor Ende der 15 Minuten, dass kein Platz frei ist.',
    },
    RESERVED: {
      label: 'Zusagen',
      hint: 'Das Mitglied bekommt den Platz, auch in einem vollen Kurs.',
    },
  },
  codes: 'Zugangscodes auf dem Telefon',
  codesHint: 'Mitglieder öffnen die Tür mit einem QR-Code. Ohne sie öffnen nur Karten.',
  codeLife: 'Gültigkeit eines Codes, in Sekunden',
  codeLifeHint: 'Von 15 bis 300; üblich sind 60.',
  singleUse: 'Jeder Code öffnet einmal',
  singleUseHint: 'Sonst öffnet derselbe Code wieder, bis er abläuft.',
  visitEnds: 'Besuche beenden nach, in Minuten',
  visitEndsHint: 'Für alle, die ohne Drehkreuz gehen. Von 1 bis 1.440; üblich sind 240.',
  visitCount: 'Wann ein Besuch zählt',
  visitCounts: {
    GRANT: { label: 'Sofort, wenn die Tür öffnet', hint: 'Auch wenn danach niemand durchging.' },
    TURN: {
      label: 'Wenn sich der Arm gedreht hat',
      hint: 'Nur Drehkreuze, die Drehungen melden; sonst sofort. Wer umkehrt, macht keinen Besuch.',
    },
  },
  secretsLead:
    'Nur wenn Wellhub diesem Studio andere Geheimnisse als dem Unternehmen gegeben hat. Sonst leer lassen.',
  token: 'Zugangstoken dieses Studios',
  secret: 'Webhook-Geheimnis dieses Studios',
  secretHint: '16 bis 100 Zeichen.',
  weak: 'Ein Geheimnis mit weniger als 16 Zeichen annehmen',
  weakSecret: 'Das Geheimnis braucht 16 bis 100 Zeichen.',
  usePartners: 'Wieder die des Unternehmens verwenden',
  usePartnersText: 'Die eigenen Geheimnisse des Studios werden gelöscht.',
  remove: 'Dieses Studio entfernen…',
  removeText:
    'Seine Türen öffnen nicht mehr, und es verschwindet aus Listen. Besuche und Check-ins von früher bleiben.',
  removeButton: 'Studio entfernen',
};

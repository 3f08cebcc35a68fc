import type { RemedyWords } from './remedy-words.js';

export const de: RemedyWords = {
  ACCESS_CODE_UNKNOWN:
    'Bitte die Person, ihre Code-Seite neu zu öffnen und zu zeigen, was jetzt da steht. Eine Karte muss im Profil des Mitglieds stehen.',
  ACCESS_CODE_WRONG_STUDIO:
    'Bitte die Person, auf der Code-Seite dieses Studio zu wählen und den neuen Code zu zeigen.',
  ACCESS_CODE_ALREADY_USED:
    'Jeder Code öffnet einmal. Die Code-Seite zeigt in Sekunden einen anderen; ein altes Foto hilft nicht.',
  ACCESS_CODE_EXPIRED:
    'Der Code erneuert sich selbst: Bitte um die offene Seite, nicht um ein Foto. Ohne Internet bleibt er stehen.',
  CUSTOMER_ACCESS_RESTRICTED:
    'Die Person oder die Karte ist gesperrt. Sieh im Profil nach dem Grund, bevor du sie hineinlässt.',
  ACCESS_CLOSED_TODAY: 'Es ist ein Schließtag des Studios. Die Zutrittsregeln nennen sie.',
  ACCESS_AGE:
    'Sieh dir den Geburtstag im Profil des Mitglieds und die Altersgrenzen in den Regeln des Studios an.',
  ACCESS_ANTI_PASSBACK:
    'Das Mitglied ist hineingegangen und nicht durch eine Tür hinaus. Checke es in seinem Profil aus.',
  ACCESS_OUTSIDE_HOURS: 'Sieh dir die Zeiten in den Regeln des Studios an.',
  ACCESS_DOOR_NOT_INCLUDED:
    'Bitte das Mitglied an eine andere Tür, oder sieh dir die Türen in den Regeln des Studios an.',
  ACCESS_PLAN_NOT_INCLUDED:
    'Keine Regel des Studios lässt diesen Tarif hinein. Sieh dir die Regeln an, oder den Tarif im Profil.',
  ACCESS_FULL:
    'Es muss erst jemand hinausgehen. Stimmt die Zahl nicht, checke aus, wer schon gegangen ist.',
  CONTRACT_REQUIRED:
    'Kein Vertrag, der heute gilt, und kein Wellhub. Sieh dir die Verträge im Profil an.',
  WELLHUB_CHECKIN_REQUIRED:
    'Bitte die Person, in der Wellhub-App hier einzuchecken und den Code noch einmal zu scannen.',
  WELLHUB_CHECKIN_EXPIRED: 'Bitte die Person, in der Wellhub-App neu einzuchecken.',
  WELLHUB_CHECKIN_CANCELED:
    'Die Person hat ihn storniert. Bitte sie, in der Wellhub-App noch einmal einzuchecken.',
  WELLHUB_CHECKIN_NOT_FOUND:
    'Der Check-in gilt vielleicht für ein anderes Studio. Bitte die Person, hier einzuchecken, in der Wellhub-App.',
  WELLHUB_CHECKIN_REJECTED:
    'Die Wellhub-App sagt, warum: Der Tarif enthält dieses Studio vielleicht nicht, oder der Besuch von heute ist verbraucht.',
  WELLHUB_UNAVAILABLE:
    'Die Person kann nichts dafür. Versuch es in einer Minute; ob sie bis dahin hineindarf, entscheidet das Studio.',
  DEVICE_RATE_LIMITED:
    'Der Leser wartet eine Minute und geht von selbst weiter. Kommt es wieder, probiert jemand Kartennummern aus.',
  VALIDATION_FAILED:
    'Der Leser hat etwas gesendet, das wir nicht lesen können. Reinige seine Linse und prüfe das Format in seinen Einstellungen.',
  OTHER:
    'Öffne das Mitglied und sieh dir den Verlauf an, oder probiere den Code aus, ohne zu öffnen.',
};

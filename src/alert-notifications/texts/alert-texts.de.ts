import type { AlertTexts } from './alert-texts.js';

export const de: AlertTexts = {
  'wellhub.unknown-user-status': [
    'Wellhub hat eine Person mit einem Tarif angemeldet, den wir nicht kennen',
    'Wenn du verschiedene Angebote verkaufst, frag Wellhub, was dieser Tarif bedeutet; dass es mehrere sind, stellst du unter Unternehmen ein.',
  ],
  'wellhub.unknown-user': [
    'Wellhub hat jemanden genannt, der sich hier nie angemeldet hat',
    'Bei einer Person ist nichts zu tun. Sind es viele, prüfe im Portal von Wellhub, ob die Adressen die dieses Studios sind.',
  ],
  'wellhub.status-not-applied': [
    'Eine Kündigung oder ein Tarifwechsel kam an die falsche Adresse und gilt nicht',
    'Vergleiche beide Adressen im Portal von Wellhub mit denen in den Einstellungen hier, und bitte Wellhub, es noch einmal zu senden.',
  ],
  'wellhub.webhooks-refused': [
    'Nachrichten von Wellhub wurden abgewiesen: die Unterschrift passt nicht',
    'Trag hier und im Portal von Wellhub dasselbe Geheimnis ein. Check-ins in diesen Nachrichten werden nicht bezahlt. Eine einzige war vielleicht jemand, der rät: schließ die Warnung.',
  ],
  'wellhub.invalid-event': [
    'Eine Nachricht von Wellhub war unvollständig',
    'Nenne dem Support von Wellhub die Uhrzeit. War es ein Check-in, bestätige die Person am Empfang.',
  ],
  'wellhub.unknown-event': [
    'Wellhub hat eine Art von Nachricht gesendet, die wir nicht kennen',
    'Wenn sie zählen sollte, sag uns und dem Support von Wellhub Bescheid. Bis dahin bestätige die Person am Empfang.',
  ],
  'wellhub.odd-time': [
    'Ein Check-in kam mit einer unmöglichen Uhrzeit',
    'Es zählte die Zeit, zu der er ankam. Prüfe die Uhr des Servers; geht sie richtig, sag Wellhub Bescheid.',
  ],
  'wellhub.unassigned-gym': [
    'Es kam etwas für ein Studio von Wellhub, das hier nicht angelegt ist',
    'Trag seine Nummer beim richtigen Studio ein, in den Einstellungen. Ist es nicht deins, bitte Wellhub, es von deinem Konto zu nehmen.',
  ],
  'wellhub.wrong-hook': [
    'Eine Nachricht über ein Studio kam an die Adresse eines anderen',
    'Sie wurde bearbeitet. Trag im Portal von Wellhub die eigene Adresse jedes Studios ein, oder dieselbe für alle.',
  ],
  'wellhub.integration-requested': [
    'Ein Studio hat Wellhub gebeten, mit dir zu arbeiten',
    'Leg das Studio mit seiner Wellhub-Nummer an, oder lehne im Portal von Wellhub ab.',
  ],
  'wellhub.webhooks-missing': [
    'Nachrichten von Wellhub können verloren sein, weil das System weg war',
    'Unter Check-ins, Nachrichten, die fehlen können, die Check-ins dieser Zeit suchen. Bestätige am Empfang, wer sonst kam, und bitte um mehr Platz auf dem Server.',
  ],
  'account.same-email': [
    'Zwei Konten haben dieselbe E-Mail in zwei Schreibweisen',
    'Nur das erste kann sich anmelden. Führe die beiden Mitglieder zusammen.',
  ],
  'wellhub.credentials-refused': [
    'Wellhub nimmt unseren Schlüssel für dieses Studio nicht an',
    'Nichts wird bestätigt oder bezahlt. Teste die Verbindung in den Einstellungen und trag einen neuen Schlüssel ein, oder bitte Wellhub, das Studio zu erlauben. Danach werden die Check-ins von selbst bestätigt.',
  ],
  'check-in.at-risk': [
    'Ein Check-in läuft bald ab und ist nicht bestätigt',
    'Ist die Person im Studio, bestätige sie am Empfang oder lass sie den Code zeigen. Sind es viele, sieh nach, ob Wellhub antwortet.',
  ],
  'check-in.overdue': [
    'Ein Check-in ist abgelaufen, und Wellhub hat nicht geantwortet',
    'Wir versuchen es bis zum Ende des Tages weiter. Ändert sich nichts, nenne dem Support von Wellhub Uhrzeit und Studio.',
  ],
  'gate.provisional-failed': [
    'Jemand kam herein, während Wellhub weg war, und wurde danach abgelehnt',
    'Entscheide, ob du mit der Person sprichst. Kommt es oft vor, ändere in den Einstellungen, was die Tür tut, wenn Wellhub nicht antwortet.',
  ],
  'access.rule-without-door': [
    'Eine Zutrittsregel hat keine Tür mehr',
    'Alle Geräte, die sie nennt, wurden entfernt; darum ist sie ausgeschaltet. Nenne in der Regel andere Geräte, oder lösche sie.',
  ],
  'gate.card-tries': [
    'Viele unbekannte Karten an einer Tür in einer Minute',
    'Der Kartenleser machte eine Minute Pause; Codes öffnen weiter. Sieh nach der Tür: der Leser liest falsch, oder jemand probiert Nummern.',
  ],
  'control-id.command-failed': [
    'Ein Gerät hat seine Einstellungen nicht übernommen',
    'Vielleicht ist es anders eingestellt, als hier steht. Senden Sie die Einstellungen noch einmal, oder richten Sie das Gerät im Studio ein.',
  ],
  'control-id.wrong-device': [
    'Ein Gerät meldet sich mit der Nummer eines anderen',
    'Seine Scans öffnen nichts. Vielleicht teilen sich zwei Geräte eine Adresse: Jedes braucht seine eigene. Wurde das Gerät getauscht, ändern Sie seine Nummer in den Einstellungen.',
  ],
  'control-id.wrong-direction': [
    'Ein Drehkreuz hat sich zur anderen Seite gedreht',
    'Es war für einen Eintritt offen. Sieh am Drehkreuz nach, wohin es dreht, und ändere die Eintrittsseite in seinen Einstellungen.',
  ],
  'control-id.silent': [
    'Ein Control-iD-Gerät hat seit zehn Minuten nicht angerufen',
    'Sieh nach seinem Strom und seinem Netz, und ob es uns vom Studio aus erreicht.',
  ],
  'control-id.contingency': [
    'Ein Control-iD-Gerät entscheidet allein, und unsere Codes öffnen dort nicht',
    'Sieh nach dem Internet des Studios. Wen es durchließ, holen wir, wenn es zurück ist.',
  ],
  'control-id.exception-mode': [
    'Ein Control-iD-Gerät meldet einen Ausnahmemodus und lässt vielleicht alle oder niemanden durch',
    'Sieh nach der Tür: Jemand hat es dort umgestellt, oder der Brandmelder war es.',
  ],
  'control-id.former-address': [
    'Ein Control-iD-Gerät scannt noch an einer Adresse, die binnen sechs Stunden endet',
    'Öffne seine Einrichtung: Sende die Einstellungen, oder starte dort das Skript. Sonst weist die Tür dann alle ab.',
  ],
  'control-id.logs-restarted': [
    'Ein Control-iD-Gerät wurde zurückgesetzt und zählt seine Protokolle von vorn',
    'Lege es als neues Gerät an und richte es mit dessen Adresse ein. Was es jetzt protokolliert, gilt als bekannt.',
  ],
  'control-id.clock': [
    'Die Uhr eines Control-iD-Geräts ging um mehr als zwei Minuten anders',
    'Stelle seine Zeit: Unter Türen hat die Einrichtung des Geräts den Schritt dafür.',
  ],
  'control-id.no-turns': [
    'Ein Drehkreuz meldet nicht mehr, wer durchgeht',
    'Niemand gilt als durchgegangen. Sieh nach seiner Verbindung und nach den Meldungen in seiner Einrichtung.',
  ],
  'gate.unknown-codes': [
    'Viele unbekannte Codes an einer Tür in einer Minute',
    'Sieh nach der Tür: der Leser liest etwas anderes, oder jemand benutzt den Schlüssel des Geräts. Dann mach einen neuen.',
  ],
  'gate.admitted-without-database': [
    'Leute kamen herein, während das System weg war',
    'Ihre Besuche sind gespeichert. Sieh die Eintritte dieser Zeit durch.',
  ],
  'gate.nearly-full': [
    'Ein Studio ist fast voll',
    'Beende unter Wer ist drin die Besuche von Leuten, die ohne Scan gegangen sind. Wie viele hineinpassen, steht in den Zugangsregeln des Studios.',
  ],
  'gate.occupancy-drift': [
    'Die Zahl der Leute drinnen stimmte nicht und wurde berichtigt',
    'Einmal ist nichts zu tun. Kommt es wieder vor, sag uns Bescheid.',
  ],
  'gate.anti-passback': [
    'Jemand kam herein, der schon drinnen war',
    'Sieh unter Wer ist drin nach: Vielleicht wurde eine Karte zurückgereicht, oder die Person ging ohne Scan. Dann beende den Besuch.',
  ],
  'booking.unknown-to-wellhub': [
    'Wellhub kennt eine Buchung nicht, die wir beantwortet haben',
    'Sag der Person, dass der Platz nicht gebucht ist, und sieh nach, ob es den Kurs bei Wellhub noch gibt.',
  ],
  'booking.refused': [
    'Wellhub hat unsere Antwort auf eine Buchung zweimal abgelehnt',
    'Antworte noch einmal auf der Seite der Buchungen, oder klär es im Portal von Wellhub.',
  ],
  'usage.quarantined': [
    'Wellhub hat eine Nutzungsmeldung abgelehnt',
    'Die anderen wurden gesendet. Unter Check-ins, An Wellhub gemeldete Nutzung, steht die Antwort. Die Quelle muss die Ursache beheben und neu senden.',
  ],
  'usage.credentials-refused': [
    'Wellhub nimmt unseren Schlüssel für Nutzungsmeldungen nicht an',
    'Nichts wird gesendet. Trag bei der Verbindung zu Wellhub einen neuen Schlüssel ein.',
  ],
  'usage.lagging': [
    'Nutzungsmeldungen warten seit über einer Stunde',
    'Sieh nach, ob es eine Warnung zum Schlüssel gibt und ob Wellhub antwortet.',
  ],
  'usage.month-end': [
    'Nutzungsmeldungen des letzten Monats sind noch nicht gesendet',
    'Wellhub nimmt sie bis zum 5. Klär es heute.',
  ],
  'gym.time-zone-unusable': [
    'Die Zeitzone eines Studios ist nicht brauchbar',
    'Bis dahin gilt UTC. Wähle die Zone in den Einstellungen und schließ die Warnung.',
  ],
  'secrets.unreadable': [
    'Ein gespeichertes Geheimnis ist nicht lesbar',
    'Trag es neu ein (Schlüssel oder Geheimnis von Wellhub, Unterschrift der Ereignisse), und sprich mit denen, die den Server betreiben.',
  ],
  'delivery.failed': [
    'Ein Ereignis kam bei deinem System nicht an, auch nicht beim letzten Versuch',
    'Bring den Empfänger in Ordnung und sende es noch einmal, unter Entwickler. Ereignisse bleiben 30 Tage.',
  ],
  'subscription.disabled': [
    'Ein Empfänger von Ereignissen möchte keine mehr',
    'Ein Versehen? Schalte ihn unter Entwickler wieder ein und sende noch einmal. Sonst entferne ihn.',
  ],
  'partition.missing': [
    'Ein Teil einer Tabelle der Datenbank konnte nicht rechtzeitig angelegt werden',
    'Der Grund steht in den technischen Angaben. Fehlt ein Recht in der Datenbank, führe die Migration als Eigentümer der Tabellen aus. Alle 15 Minuten wird es neu versucht.',
  ],
  'worker.failing': [
    'Eine Hintergrundaufgabe schlägt seit einer Minute fehl',
    'Ihre Arbeit wartet. Im Log steht jeder Fehler, unter /health/details der Zustand aller Aufgaben. Die Warnung schließt sich, sobald sie wieder läuft.',
  ],
  'worker.stuck': [
    'Eine Hintergrundaufgabe ist mitten in der Arbeit stehen geblieben',
    'Starte den genannten Prozess neu: Ein anderer macht weiter. Sag denen, die das System betreuen, was vorher im Log stand.',
  ],
  'worker.behind': [
    'Fällige Arbeit wartet zu lange',
    'Sieh nach, ob eine andere Aufgabe fehlschlägt und ob Datenbank, Wellhub oder Mailserver langsam sind. Sonst starte einen weiteren Prozess.',
  ],
  'worker.missing': [
    'Kein Prozess erledigt die Hintergrundarbeit',
    'Niemand validiert Check-ins oder verschickt E-Mails. Starte einen Prozess mit ROLE=worker oder ROLE=all: Er holt sofort nach, was gespeichert ist.',
  ],
  'wellhub.spool-kept-aside': [
    'Auf der Platte aufbewahrte Nachrichten von Wellhub waren nicht lesbar',
    'Fehlt ein Schlüssel, ergänze ihn in SECRETS_KEY und starte neu. Ist die Datei beschädigt, bewahre sie für den Support auf und validiere die Leute aus dieser Zeit am Empfang.',
  ],
  'gate.spool-kept-aside': [
    'Auf der Platte aufbewahrte Einlässe waren nicht lesbar',
    'Fehlt ein Schlüssel, ergänze ihn in SECRETS_KEY und starte neu. Ist die Datei beschädigt, bewahre sie auf: Die Leute sind drin, aber ihr Besuch ist nicht erfasst.',
  ],
};

import { staff } from './staff-words.de.js';
import type { DeskWords } from './words.js';

export const de: DeskWords = {
  lang: 'de',
  logIn: {
    title: 'Empfang',
    lead: 'Melde dich mit einem Schlüssel deines Studios an. Er gilt auf diesem Gerät 12 Stunden.',
    key: 'API-Schlüssel',
    keyHint: 'Beginnt mit ghk_. Wer Gatehouse für dein Studio eingerichtet hat, kennt ihn.',
    name: 'Dein Name',
    nameHint: 'Steht neben allem, was du hier tust.',
    button: 'Anmelden',
    problems: {
      keyMissing: 'Gib den Schlüssel ein.',
      keyUnknown: 'Dieser Schlüssel ist unbekannt, beendet oder vertippt. Kopiere ihn noch einmal.',
      keyForWellhub: 'Dieser Schlüssel ist für Wellhub. Lass dir einen für den Empfang geben.',
      keyOfOperator:
        'Das ist der Schlüssel des Betreibers; er gehört zu keinem Studio. Lass dir einen deines Studios geben.',
      keyTooWeak:
        'Dieser Schlüssel darf keine Check-ins validieren. Lass dir einen mit CHECKIN_WRITE geben.',
      nameMissing: 'Gib deinen Namen ein.',
    },
  },
  staff,
  gyms: {
    title: 'Welches Studio?',
    lead: 'Dein Schlüssel gilt für mehrere Studios.',
    none: 'Es gibt noch kein Studio.',
  },
  head: {
    title: 'Check-ins von heute',
    test: { badge: 'TEST', meaning: 'Testumgebung: nichts hier ist echt' },
    logOut: 'Abmelden',
    otherGym: 'Anderes Studio',
    back: 'Zurück zu den Check-ins',
    skip: 'Direkt zu den Check-ins',
  },
  list: {
    search: 'Suchen',
    searchHint: 'Teil eines Namens, einer E-Mail oder einer ID',
    searchButton: 'Suchen',
    searchEnd: 'Alle zeigen',
    waiting: 'Wartend',
    nobodyWaiting: 'Niemand wartet.',
    nobodyWaitingHint: 'Ein Check-in erscheint hier, sobald ihn jemand in der Wellhub-App macht.',
    done: 'Heute erledigt',
    nothingDone: 'Noch nichts.',
    notFound: 'Niemand gefunden. Versuch es mit weniger: ein paar Buchstaben genügen.',
    reload: 'Nach neuen Check-ins sehen',
    signal: 'Ton und Farbe für neue Check-ins',
  },
  row: {
    validate: 'Validieren',
    again: 'Wellhub noch einmal fragen',
    link: 'Mit Kunde verknüpfen',
    noName: 'Name nicht bekannt',
    wellhubId: 'Wellhub-ID',
    arrived: (time) => `Check-in um ${time}`,
    validated: (time) => `Validiert um ${time}`,
    minutesLeft: (minutes) => (minutes === 1 ? 'noch 1 Minute' : `noch ${minutes} Minuten`),
    late: 'Die Zeit ist um, validieren geht trotzdem noch',
    booked: 'Gebuchter Kurs',
  },
  outcome: {
    waiting: { title: 'Wartet', text: 'Drücke Validieren, wenn die Person vor dir steht.' },
    validated: { title: 'Validiert', text: 'Wellhub hat Ja gesagt. Lass die Person herein.' },
    welcomeBack: {
      title: 'Willkommen zurück',
      text: 'Heute hier schon validiert. Lass die Person herein; Wellhub wird nicht noch einmal gefragt.',
    },
    alreadyValidated: {
      title: 'War schon validiert',
      text: 'Wellhub hatte diesen Check-in bereits validiert. Lass die Person herein.',
    },
    expired: {
      title: 'Abgelaufen',
      text: 'Wellhub sagt, der Check-in ist zu alt. Bitte die Person, in der Wellhub-App neu einzuchecken.',
    },
    notValidatedInTime: {
      title: 'Nicht rechtzeitig validiert',
      text: 'Niemand hat ihn validiert, bevor die Zeit um war. Frag Wellhub noch einmal, oder bitte die Person, neu einzuchecken.',
    },
    canceled: {
      title: 'Abgesagt',
      text: 'Die Person hat diesen Check-in abgesagt. Bitte sie, in der Wellhub-App neu einzuchecken.',
    },
    notFound: {
      title: 'Kein Check-in gefunden',
      text: 'Wellhub kennt heute keinen Check-in dieser Person in deinem Studio. Bitte sie, in der Wellhub-App hier einzuchecken, und frag dann noch einmal.',
    },
    rejected: {
      title: 'Abgelehnt',
      text: 'Wellhub nimmt diesen Check-in nicht an. Bitte die Person, in die Wellhub-App zu sehen; vielleicht gehört dein Studio nicht zu ihrem Tarif.',
    },
    credentialsRefused: {
      title: 'Wellhub nimmt unsere Zugangsdaten nicht an',
      text: 'Die Person kann nichts dafür: Die Verbindung des Studios zu Wellhub muss repariert werden. Sag es jetzt der Leitung. Wir versuchen es jede Minute wieder.',
    },
    unreachable: {
      title: 'Wellhub hat noch nicht geantwortet',
      text: 'Wir fragen von selbst weiter, die Antwort erscheint hier. Ob du die Person inzwischen hereinlässt, entscheidet dein Studio.',
    },
  },
  badge: {
    waiting: 'Wartet',
    validated: 'Validiert',
    welcomeBack: 'Validiert',
    alreadyValidated: 'Schon validiert',
    expired: 'Abgelaufen',
    notValidatedInTime: 'Zu spät',
    canceled: 'Abgesagt',
    notFound: 'Nicht gefunden',
    rejected: 'Abgelehnt',
    credentialsRefused: 'Zugang abgelehnt',
    unreachable: 'Noch keine Antwort',
  },
  manualEntry: {
    title: 'Wellhub-ID eintippen',
    label: 'Wellhub-ID',
    hint: 'Die 13 Ziffern in der Wellhub-App der Person. Leerzeichen sind egal.',
    person: 'Wer es ist (freiwillig)',
    personHint: 'Für jemanden, der hier neu ist.',
    firstName: 'Vorname',
    lastName: 'Nachname',
    email: 'E-Mail',
    button: 'Diese ID validieren',
    problems: {
      name: 'Höchstens 100 Zeichen, ohne Sonderzeichen.',
      email: 'Das sieht nicht nach einer E-Mail-Adresse aus. Beispiel: ana@example.com',
      empty: 'Tippe die 13 Ziffern der Wellhub-App ein.',
      gpw: 'IDs, die mit gpw- beginnen, sind für Computer. Nimm die 13 Ziffern der Wellhub-App.',
      letters: 'Eine Wellhub-ID besteht nur aus Ziffern. Ist ein Buchstabe dabei, etwa O statt 0?',
      length: (digits) =>
        `Eine Wellhub-ID hat 13 Ziffern. Das hier sind ${digits}. Es wurde noch niemand gefragt.`,
    },
  },
  claims: {
    title: 'Wellhub-IDs zu prüfen',
    lead: 'Diese Mitglieder haben ihre ID eingetippt. Vergleiche sie mit ihrer Wellhub-App, bevor du sie annimmst.',
    accept: 'Annehmen',
    reject: 'Ablehnen',
    accepted: { title: 'Angenommen', text: 'Die ID gehört jetzt zu diesem Mitglied.' },
    rejected: {
      title: 'Abgelehnt',
      text: 'Es wurde nichts geändert. Das Mitglied kann eine andere ID eintippen.',
    },
    problems: {
      decided: { title: 'Schon entschieden', text: 'Das hat gerade jemand anders entschieden.' },
      otherId: {
        title: 'Dieses Mitglied hat eine andere Wellhub-ID',
        text: 'Lehne diese ab, oder lass zuerst den Kunden ändern.',
      },
      taken: {
        title: 'Diese ID gehört jemand anderem',
        text: 'Ein anderer Kunde von euch benutzt sie. Vergleiche sie noch einmal mit der Wellhub-App.',
      },
    },
  },
  link: {
    title: (name) => `Wer ist ${name}?`,
    lead: 'Diese Person kam mit Wellhub und ist hier neu. Ist sie schon Kunde, dann suche sie: Aus beiden wird einer.',
    search: 'Kunden suchen',
    searchHint: 'Erste Buchstaben von Name oder E-Mail, oder die Kundennummer',
    button: 'Suchen',
    nobody: 'Niemand gefunden. Versuch nur die ersten Buchstaben.',
    choose: 'Wählen',
    hasOtherId: 'hat eine andere Wellhub-ID',
    disabled: 'ist gesperrt',
    number: 'Nr.',
    confirmTitle: 'Zu einem Kunden machen?',
    confirmLead: (from, into) => `${from} wird ein Teil von ${into}.`,
    confirmWarning:
      'Check-ins und Besuche ziehen mit um, die Wellhub-ID auch. Das lässt sich nicht rückgängig machen.',
    confirm: 'Ja, das ist dieselbe Person',
    cancel: 'Nein, zurück',
    done: { title: 'Verknüpft', text: 'Beide sind jetzt ein Kunde.' },
    problems: {
      differentIds: {
        title: 'Nicht verknüpft',
        text: 'Die beiden haben verschiedene Wellhub-Mitgliedschaften, sind für Wellhub also nicht dieselbe Person.',
      },
      otherGym: {
        title: 'Nicht verknüpft',
        text: 'Diese Person gehört zu einem anderen Studio. Lass sie dort oder in der Zentrale verknüpfen.',
      },
      bothHaveAccounts: {
        title: 'Nicht verknüpft',
        text: 'Beide haben ein Konto mit Anmeldung. Eines muss zuerst entfernt werden.',
      },
      gone: {
        title: 'Nicht verknüpft',
        text: 'Einen der beiden gibt es nicht mehr. Sieh noch einmal nach.',
      },
    },
  },
  live: {
    asking: 'Wellhub wird gefragt…',
    arrived: 'Neuer Check-in: {name}',
    offline: 'Nicht aktuell seit {time}: keine Verbindung. Es geht von selbst weiter.',
    ending:
      'Um {time} endet deine Sitzung. Melde dich vorher neu an und mach hier weiter; was du getippt hast, bleibt.',
    renew: 'Jetzt neu anmelden',
    loggedOut: 'Die Sitzung ist zu Ende. Was du getippt hast, bleibt.',
    gone: 'Dieses Studio gibt es hier für dich nicht mehr: Es wurde entfernt, oder deine Aufgabe hat sich geändert.',
    gyms: 'Studio wählen',
    signalBlocked:
      'Der Browser erlaubt Töne erst nach einer Berührung. Tippe einmal irgendwo auf die Seite.',
    failed: 'Das hat nicht geklappt. Bitte versuch es noch einmal.',
    logIn: 'Neu anmelden',
  },
};

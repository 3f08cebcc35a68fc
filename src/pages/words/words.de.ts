import { kiosk } from './kiosk-words.de.js';
import type { Words } from './words.js';

export const de: Words = {
  lang: 'de',
  form: {
    email: 'E-Mail',
    password: 'Passwort',
    firstName: 'Vorname',
    lastName: 'Nachname',
    passwordHint: (minimum) =>
      `Mindestens ${minimum} Zeichen. Je länger und ungewöhnlicher, desto besser.`,
    terms: 'Nutzungsbedingungen',
    privacy: 'Datenschutz',
    somethingToFix: 'Bitte prüfe:',
    help: 'Fragen? Schreib an',
    problems: {
      emailMissing: 'Gib deine E-Mail-Adresse ein.',
      emailInvalid: 'Das sieht nicht nach einer E-Mail-Adresse aus. Beispiel: ana@example.com',
      passwordMissing: 'Gib ein Passwort ein.',
      passwordShort: 'Dieses Passwort ist zu kurz.',
      passwordLong: 'Dieses Passwort ist zu lang: höchstens 128 Zeichen.',
      passwordCommon: 'Dieses Passwort verwenden viele. Wähle ein anderes.',
      passwordIsEmail: 'Deine E-Mail-Adresse ist kein gutes Passwort. Wähle ein anderes.',
      termsMissing: 'Bitte stimme den Nutzungsbedingungen zu.',
      privacyMissing: 'Bitte bestätige, dass du die Datenschutzhinweise gelesen hast.',
      passwordSimple:
        'Wiederholungen und Tastenreihen sind leicht zu erraten. Wähle ein anderes Passwort.',
      passwordPersonal:
        'Dein Name, deine E-Mail-Adresse und der Name des Studios sind leicht zu erraten. Wähle ein anderes Passwort.',
      nameInvalid: 'Gib höchstens 100 Zeichen ohne Sonderzeichen ein.',
    },
  },
  join: {
    title: (partner) => `Konto bei ${partner} anlegen`,
    lead: 'Ein Konto, und deine Wellhub-Mitgliedschaft öffnet die Tür.',
    button: 'Konto anlegen',
    haveAccount: 'Hast du schon ein Konto?',
    toLogIn: 'Anmelden',
  },
  logIn: {
    title: 'Anmelden',
    lead: (partner) => `Schön, dass du wieder da bist: ${partner}.`,
    leadWithLink: 'Melde dich an, um deine Wellhub-Mitgliedschaft zu verknüpfen.',
    button: 'Anmelden',
    refused:
      'E-Mail oder Passwort stimmt nicht. Versuch es noch einmal oder lass dir einen Link schicken.',
    toPassword: 'Passwort vergessen?',
    newHere: 'Neu hier?',
    toJoin: 'Konto anlegen',
  },
  link: {
    title: 'Mitgliedschaft verknüpfen',
    question: (email) => `Die Wellhub-Mitgliedschaft von ${email} mit diesem Konto verknüpfen?`,
    questionWithoutEmail: 'Diese Wellhub-Mitgliedschaft mit diesem Konto verknüpfen?',
    yes: 'Ja, verknüpfen',
    no: 'Nein',
    notYou: 'Nicht dein Konto? Abmelden',
  },
  mail: {
    title: 'Passwort vergessen?',
    lead: 'Gib deine E-Mail-Adresse ein. Wir schicken dir einen Link, mit dem du ein Passwort wählst.',
    button: 'Link schicken',
    sentTitle: 'Sieh in dein Postfach',
    sent: (email) => `Wir haben eine Nachricht an ${email} geschickt.`,
    sentAdvice: (minutes) =>
      `Öffne den Link darin innerhalb von ${minutes} Minuten, um fertig zu werden.`,
    sentMissing: 'Nichts da? Sieh im Spam-Ordner nach, oder geh zurück und prüfe die Adresse.',
  },
  confirm: {
    passwordTitle: 'Wähle ein Passwort',
    passwordLead: (email) => `Für das Konto von ${email}.`,
    passwordButton: 'Speichern und weiter',
    linkTitle: 'Ein letzter Schritt',
    linkLead: (email) => `Bestätige, dass ${email} deine E-Mail-Adresse ist.`,
    linkButton: 'Bestätigen',
  },
  agreements: {
    title: 'Bitte lies und stimme zu',
    lead: (partner) => `${partner} hat einen neuen Text. Bitte lies ihn und stimme zu.`,
    button: 'Zustimmen und weiter',
    later: 'Später',
    terms: { sentence: 'Ich stimme den {link} zu.', link: 'Nutzungsbedingungen' },
    privacy: { sentence: 'Ich habe die {link} gelesen.', link: 'Datenschutzhinweise' },
  },
  code: {
    title: 'Dein Zutrittscode',
    lead: 'Halte ihn vor das Lesegerät an der Tür.',
    picture: 'QR-Code für das Lesegerät an der Tür',
    fresh: 'Neuen Code zeigen',
    logOut: 'Abmelden',
    logIn: 'Anmelden',
    needsScript:
      'Dein Code wechselt jede Minute, deshalb braucht diese Seite JavaScript. Bitte schalte es ein.',
    screen: {
      loading: 'Dein Code wird geholt …',
      ready: 'Dein Code ist bereit.',
      renewed: 'Hier ist ein neuer Code.',
      next: 'Neuer Code in {seconds} s',
      renewing: 'Ein neuer Code wird geholt …',
      ended: 'Dieser Code ist abgelaufen.',
      offline: 'Du bist offline. Sobald du wieder verbunden bist, kommt ein neuer Code.',
      unavailable: 'Gerade bekommen wir keinen Code. Wir versuchen es weiter.',
      disabled: 'Zutrittscodes sind hier ausgeschaltet. Bitte frag am Empfang.',
      tooMany: 'Das waren viele Codes in kurzer Zeit. Der nächste kommt in {seconds} s.',
      gone: 'Dieses Konto kann die Tür im Moment nicht öffnen. Bitte frag am Empfang.',
      loggedOut: 'Du bist abgemeldet. Melde dich wieder an, um deinen Code zu sehen.',
      openedIn: 'Die Tür ist offen. Willkommen!',
      openedOut: 'Die Tür ist offen. Bis bald!',
      CHECK_IN_FIRST: 'Check zuerst in der Wellhub-App ein. Danach öffnet dieser Code die Tür.',
      RESTRICTED: 'Dein Zutritt ist gerade eingeschränkt. Bitte frag am Empfang.',
      NO_CONTRACT: 'Du hast hier keinen laufenden Vertrag. Bitte frag am Empfang.',
    },
    rules: {
      ACCESS_OUTSIDE_HOURS: 'Dein Tarif gilt nicht zu dieser Zeit.',
      ACCESS_CLOSED_TODAY: 'Das Studio ist gerade geschlossen.',
      ACCESS_FULL: 'Das Studio ist voll; bitte warte einen Moment.',
      ACCESS_PLAN_NOT_INCLUDED: 'Dein Tarif gilt hier nicht.',
      opens: (moment) => `Für dich offen ab ${moment}.`,
      inside: (now, most) => `Gerade ${now} von ${most} drin.`,
    },
  },
  wellhubId: {
    title: 'Deine Wellhub-ID angeben',
    lead: 'Mit ihr öffnen deine Check-ins die Tür. Der Empfang vergleicht sie einmal mit deiner Wellhub-App.',
    label: 'Wellhub-ID',
    hint: '13 Ziffern. Du findest sie in deinem Profil in der Wellhub-App.',
    button: 'An den Empfang schicken',
    back: 'Zurück zu deinem Code',
    waiting: (id) =>
      `Du hast die Wellhub-ID ${id} angegeben. Zeig am Empfang deine Wellhub-App: Sie wird einmal geprüft.`,
    change: 'Berichtigen',
    problems: {
      empty: 'Gib deine Wellhub-ID ein.',
      gpw: 'Das ist eine andere ID. Die richtige hat 13 Ziffern und keine Buchstaben.',
      letters: 'Eine Wellhub-ID besteht nur aus Ziffern.',
      length: (digits) => `Eine Wellhub-ID hat 13 Ziffern. Das hier sind ${digits}.`,
    },
  },
  kiosk,
  errors: {
    linkInvalid: {
      title: 'Dieser Link funktioniert nicht',
      text: (partner) =>
        `Vielleicht wurde er unterwegs abgeschnitten. Öffne die Wellhub-App, wähle ${partner} noch einmal und folge dem Link von dort.`,
    },
    linkUsed: {
      title: 'Dieser Link wurde schon benutzt',
      text: (partner) =>
        `Deine Wellhub-Mitgliedschaft ist bei ${partner} schon verknüpft. Melde dich an, um deinen Zutrittscode zu sehen.`,
    },
    linkExpired: {
      title: 'Dieser Link ist zu alt',
      text: (partner) =>
        `Zu deiner Sicherheit gilt er nur kurze Zeit. Öffne die Wellhub-App, wähle ${partner} noch einmal und folge dem neuen Link.`,
    },
    tooManyAddresses: {
      title: 'Zu viele Adressen',
      text: (partner) =>
        `Dieser Link wurde mit zu vielen E-Mail-Adressen versucht. Öffne die Wellhub-App, wähle ${partner} noch einmal und beginne mit dem neuen Link.`,
    },
    paysDirectly: {
      title: 'Du hast hier einen Vertrag',
      text: (partner) =>
        `Zurzeit zahlst du direkt bei ${partner}, deshalb wird deine Wellhub-Mitgliedschaft nicht verknüpft. Dein Zutritt funktioniert wie bisher. Wenn der Vertrag beendet ist, komm mit einem Link aus der Wellhub-App wieder.`,
    },
    otherAccount: {
      title: 'Mit einem anderen Konto verknüpft',
      text: (partner) =>
        `Diese Wellhub-Mitgliedschaft gehört zu einem anderen Konto bei ${partner}. Melde dich mit jenem Konto an oder frag am Empfang. Es wurde nichts geändert.`,
    },
    otherMembership: {
      title: 'Eine andere Mitgliedschaft ist verknüpft',
      text: (partner) =>
        `Dein Konto bei ${partner} hat schon eine andere Wellhub-Mitgliedschaft. Wenn das nicht stimmt, frag am Empfang. Es wurde nichts geändert.`,
    },
    disabled: {
      title: 'Dieses Konto ist gesperrt',
      text: (partner) =>
        `Dein Konto bei ${partner} ist ausgeschaltet, deshalb kann nichts damit verknüpft werden. Bitte frag am Empfang.`,
    },
    emailLinkInvalid: {
      title: 'Dieser Link gilt nicht mehr',
      text: () =>
        'Ein Link aus unserer Mail gilt einmal und nur kurze Zeit. Fordere auf der Anmeldeseite einen neuen an.',
    },
  },
};

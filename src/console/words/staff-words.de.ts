import type { StaffWords } from './staff-words.js';

export const staff: StaffWords = {
  roles: {
    OPERATOR: 'Betreiber',
    OWNER: 'Inhaber',
    MANAGER: 'Leitung',
    FRONT_DESK: 'Empfang',
    ACCOUNTANT: 'Buchhaltung',
    DEVELOPER: 'Technik',
    VIEWER: 'Nur lesen',
  },
  email: 'E-Mail',
  password: 'Passwort',
  logIn: {
    title: 'Anmelden',
    lead: 'Für das Team eines Studios. Die Sitzung dauert 12 Stunden auf diesem Gerät.',
    button: 'Anmelden',
    refused:
      'E-Mail oder Passwort stimmt nicht, oder es waren zu viele Versuche. Prüfe beides und versuche es in einigen Minuten noch einmal.',
    missing: { email: 'Gib deine E-Mail ein.', password: 'Gib dein Passwort ein.' },
    withProvider: 'Mit dem Firmenkonto anmelden',
    withKey: 'Mit einem API-Schlüssel anmelden',
    forSoftware:
      'Schlüssel sind für Software und für die erste Minute. Wer hier arbeitet, hat eine Einladung, E-Mail und Passwort.',
    withEmail: 'Mit E-Mail und Passwort anmelden',
  },
  forgotten: {
    link: 'Passwort vergessen?',
    title: 'Passwort vergessen?',
    lead: 'Gib deine E-Mail ein. Wir schicken dir einen Link, mit dem du ein neues Passwort wählst.',
    button: 'Link senden',
    invalid: 'Das sieht nicht wie eine E-Mail aus. Beispiel: ana@example.com',
    sentTitle: 'Sieh in deine E-Mails',
    sent: (email) =>
      `Wenn ${email} zu einer Person aus dem Team gehört, haben wir eine Nachricht geschickt. Öffne ihren Link binnen 60 Minuten.`,
    newTitle: 'Wähle ein Passwort',
    newLead: (email) => `Für ${email}. Danach meldest du dich damit an.`,
    newButton: 'Passwort speichern',
    endedTitle: 'Dieser Link gilt nicht mehr',
    ended: 'Er gilt einmal und 60 Minuten lang. Fordere einen neuen an.',
  },
  invitation: {
    title: (partner) => `Das Team von ${partner}`,
    lead: (email, role) =>
      `Einladung für ${email}, als: ${role}. Gib deinen Namen ein und wähle ein Passwort.`,
    leadKnown: (email, role) =>
      `Einladung für ${email}, als: ${role}. Du hast schon ein Passwort von Gatehouse: Gib es ein, um anzunehmen.`,
    name: 'Dein Name',
    nameHint: 'Er steht neben allem, was du tust.',
    newPassword: 'Neues Passwort',
    button: 'Einladung annehmen',
    problems: {
      name: 'Gib deinen Namen ein: höchstens 100 Zeichen ohne Sonderzeichen.',
      password:
        'Das ist nicht dein Passwort von Gatehouse, oder es waren zu viele Versuche. Prüfe es und versuche es in einigen Minuten noch einmal.',
    },
    endedTitle: 'Diese Einladung gilt nicht mehr',
    ended:
      'Sie gilt einmal und 48 Stunden lang. Vielleicht wurde sie benutzt oder durch eine neuere ersetzt. Schon angenommen? Melde dich mit deiner E-Mail an. Sonst bitte um eine neue.',
  },
  secondFactor: {
    setUp: 'Zweiten Faktor einrichten',
    has: 'Zweiter Faktor: eingerichtet',
    codeTitle: 'Zweiter Faktor',
    codeLead:
      'Öffne deine Authenticator-App und gib den Code ein. Ohne Telefon? Nimm einen Wiederherstellungscode.',
    code: 'Code',
    codeButton: 'Weiter',
    wrong:
      'Dieser Code gilt nicht: Er wurde benutzt, ist falsch, oder es waren zu viele Versuche. Warte auf den nächsten und prüfe, ob die Uhr deines Telefons stimmt.',
    enrolTitle: 'Richte einen zweiten Faktor ein',
    enrolLead:
      'Lies das Bild mit einer Authenticator-App, zum Beispiel Google Authenticator, und gib den Code ein, den sie zeigt.',
    picture: 'QR-Code für die Authenticator-App',
    secret: 'Oder gib diesen Schlüssel in der App ein:',
    enrolButton: 'Einrichten',
    recoveryTitle: 'Bewahre deine Wiederherstellungscodes auf',
    recoveryLead:
      'Jeder gilt einmal, falls du dein Telefon verlierst. Sie werden nicht noch einmal gezeigt: Schreib sie auf oder drucke diese Seite.',
    done: 'Ich habe sie aufbewahrt',
    hasLead: 'Bei der Anmeldung weist du dich zusätzlich mit einem davon aus.',
    mandatory: 'Deine Rolle verlangt einen zweiten Faktor, deshalb lässt er sich nicht entfernen.',
    confirmTitle: 'Bestätige, dass du es bist',
    confirmLead:
      'Bevor etwas Wichtiges gezeigt oder geändert wird, bestätige, wer du bist. Das gilt 10 Minuten lang.',
    confirmButton: 'Bestätigen',
  },
  account: {
    placesTitle: 'Wo du arbeitest',
    placesLead: 'Du arbeitest an einem Ort zur selben Zeit.',
    here: 'Du bist hier',
    work: 'Hier arbeiten',
    sessionsTitle: 'Wo du angemeldet bist',
    sessionsLead: 'Eine Sitzung, die du nicht kennst? Beende sie.',
    session: (since, until, source) => `Von ${since} bis ${until}, Netz ${source}`,
    end: 'Beenden',
    endAll: 'Überall abmelden',
  },
};

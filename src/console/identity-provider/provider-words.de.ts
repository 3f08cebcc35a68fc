import type { ProviderWords } from './provider-words.js';

export const de: ProviderWords = {
  about:
    'Das Team meldet sich mit dem Konto an, das es in der Firma hat (OpenID Connect: Microsoft Entra, Google, Okta, Keycloak und andere). Die Gruppen dort sagen, was jede Person hier darf.',
  handOver: 'Beim Kontendienst einzutragen',
  redirectUri: 'Rücksprungadresse',
  logInUrl: 'Wo sich das Team anmeldet',
  settings: 'Einstellungen',
  issuer: 'Adresse des Dienstes (Issuer)',
  issuerHint: 'Sie beginnt mit https://. Beispiel: https://login.example.com/',
  clientId: 'Client-ID',
  clientSecret: 'Client-Secret',
  secretHint:
    'Es wird nicht wieder gezeigt. Ein neuer Dienst oder Client braucht ein eigenes Secret.',
  scopes: 'Was wir vom Dienst erfragen (Scopes)',
  scopesHint:
    'Durch Leerzeichen getrennt. Meist: openid profile email. Manche Dienste brauchen auch groups.',
  groupsClaim: 'Name des Feldes mit den Gruppen',
  groupsClaimHint: 'Meist groups; bei Keycloak zum Beispiel realm_access.roles.',
  groups: 'Gruppen und Rollen',
  groupsHint:
    'Es gilt die erste Zeile, in deren Gruppe eine Person ist. Lass die Gruppe leer, um eine Zeile zu streichen.',
  groupsWrong:
    'Prüfe die Zeilen: jede Gruppe einmal, mit einer Rolle. Inhaber und Entwicklung gelten für alle Studios.',
  gymGone:
    'Eines der angekreuzten Studios gibt es nicht mehr. Leere die Gruppe dieser Zeile, speichere und gib sie neu ein.',
  group: 'Gruppe',
  role: 'Rolle',
  gyms: 'Studios',
  allGyms: 'Ist keines angekreuzt, gelten alle.',
  required: 'Nur mit dem Firmenkonto',
  requiredHint:
    'Passwörter gelten hier nicht mehr. Inhaber mit Passwort kommen noch herein, falls der Dienst ausfällt.',
  provesSecondFactor: 'Der Dienst kümmert sich um den zweiten Faktor',
  provesSecondFactorHint:
    'Dann fragen wir nach keinem weiteren Code. Nur ankreuzen, wenn dort alle einen brauchen.',
  changeWarning: 'Beim Speichern müssen sich alle neu anmelden, die mit dem Firmenkonto kamen.',
  test: 'Testen',
  testHint:
    'Fragt den Dienst, wer er ist. Ob Client und Secret stimmen, zeigt erst eine Anmeldung.',
  testOk: 'Der Dienst antwortet.',
  testUnreachable: 'Der Dienst hat nicht geantwortet. Prüfe die Adresse.',
  testWrong: 'Unter dieser Adresse ist kein Kontendienst, den wir kennen. Prüfe die Adresse.',
  remove: 'Ausschalten',
  removeConsequence:
    'Wer mit dem Firmenkonto kam, verlässt jetzt das Team. Personen mit Passwort bleiben.',
  removeConfirm: 'Das Firmenkonto ausschalten',
  secretKept: (since) => `Es gibt ein Secret, vom ${since}. Leer lassen, um es zu behalten.`,
};

import type { ProviderWords } from './provider-words.js';

export const en: ProviderWords = {
  about:
    'Your staff log in with the account that they have at the company (OpenID Connect: Microsoft Entra, Google, Okta, Keycloak and others). The groups there say what each person may do here.',
  handOver: 'To register at the account service',
  redirectUri: 'Redirect address',
  logInUrl: 'Where the staff log in',
  settings: 'Settings',
  issuer: 'Address of the service (issuer)',
  issuerHint: 'It begins with https://. Example: https://login.example.com/',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  secretHint: 'It is not shown again. A new service or a new client needs its own secret.',
  scopes: 'What we ask of the service (scopes)',
  scopesHint: 'Separated by blanks. Usually: openid profile email. Some services also need groups.',
  groupsClaim: 'Name of the field with the groups',
  groupsClaimHint: 'Usually groups; at Keycloak, for example, realm_access.roles.',
  groups: 'Groups and roles',
  groupsHint:
    'The first line whose group a person is in counts. Leave the group empty to drop a line.',
  groupsWrong:
    'Check the lines: each group once, with a role. Owner and Developer are for all gyms.',
  gymGone:
    'One of the gyms that were ticked is gone. Empty the group of that line, save, and type it again.',
  group: 'Group',
  role: 'Role',
  gyms: 'Gyms',
  allGyms: 'With none ticked, all of them.',
  required: 'Company account only',
  requiredHint:
    'Passwords no longer count here. Owners with a password still come in, in case the service fails.',
  provesSecondFactor: 'The service takes care of the second factor',
  provesSecondFactorHint:
    'Then we ask for no other code. Tick it only if everybody needs one there.',
  changeWarning: 'When you save, those who came with the company account must log in again.',
  test: 'Test',
  testHint:
    'Asks the service who it is. Whether client and secret are right shows only at a log-in.',
  testOk: 'The service answers.',
  testUnreachable: 'The service did not answer. Check the address.',
  testWrong: 'At this address there is no account service that we know. Check the address.',
  remove: 'Switch off',
  removeConsequence:
    'Those who came with the company account leave the staff now. People with a password stay.',
  removeConfirm: 'Switch the company account off',
  secretKept: (since) => `There is a secret, of ${since}. Leave it empty to keep it.`,
};

import { defineErrors } from '../platform/errors/domain-error.js';

export const AuthErrors = defineErrors('auth', {
  keyMissing: { kind: 'unauthenticated', title: 'Send an API key in the header X-Api-Key' },
  keyInvalid: { kind: 'unauthenticated', title: 'The API key is unknown, expired or revoked' },
  tokenInvalid: {
    kind: 'unauthenticated',
    title: 'The access token is missing, unknown, expired or of another kind',
  },
  wrongMode: { kind: 'forbidden', title: 'The access token is of the wrong mode' },
  wholePartner: {
    kind: 'forbidden',
    title: 'This belongs to the whole partner; use a key that is not narrowed to a gym',
  },
  readOnly: {
    kind: 'forbidden',
    title: 'You look in at this partner and can change nothing here: go back first',
  },
  noAccount: {
    kind: 'forbidden',
    title: 'Only a person who is logged in has an account: a key has none',
  },
  scopeMissing: { kind: 'forbidden', title: 'The API key lacks a scope' },
  sessionEnded: { kind: 'unauthenticated', title: 'The console session has ended: log in again' },
  consoleForbidden: { kind: 'forbidden', title: 'This key is for Wellhub and opens no console' },
  tokenForbidden: { kind: 'forbidden', title: 'This key gets its token from /wellhub/token' },
});

export const ApiKeyErrors = defineErrors('api-key', {
  notFound: { kind: 'not-found', title: 'There is no such API key' },
  beyondOwn: {
    kind: 'forbidden',
    title: 'A key cannot make a key with scopes or gyms beyond its own',
  },
  narrowedScopes: {
    kind: 'invalid',
    title: 'A key for one gym may hold only CUSTOMER_*, CHECKIN_*, STUDIO_READ and DEVICE_* scopes',
  },
  tooMany: {
    kind: 'conflict',
    title: 'A partner may have 200 live API keys: revoke one that is no longer used',
  },
  ended: { kind: 'conflict', title: 'The API key is revoked or expired' },
});

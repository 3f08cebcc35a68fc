import type { InLanguages } from '../frame/languages.js';
import { de } from './provider-words.de.js';
import { en } from './provider-words.en.js';
import { es } from './provider-words.es.js';
import { pt } from './provider-words.pt.js';

export interface ProviderWords {
  readonly about: string;
  readonly handOver: string;
  readonly redirectUri: string;
  readonly logInUrl: string;
  readonly settings: string;
  readonly issuer: string;
  readonly issuerHint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly secretHint: string;
  readonly secretKept: (since: string) => string;
  readonly scopes: string;
  readonly scopesHint: string;
  readonly groupsClaim: string;
  readonly groupsClaimHint: string;
  readonly groups: string;
  readonly groupsHint: string;
  readonly groupsWrong: string;
  readonly gymGone: string;
  readonly group: string;
  readonly role: string;
  readonly gyms: string;
  readonly allGyms: string;
  readonly required: string;
  readonly requiredHint: string;
  readonly provesSecondFactor: string;
  readonly provesSecondFactorHint: string;
  readonly changeWarning: string;
  readonly test: string;
  readonly testHint: string;
  readonly testOk: string;
  readonly testUnreachable: string;
  readonly testWrong: string;
  readonly remove: string;
  readonly removeConsequence: string;
  readonly removeConfirm: string;
}

export const PROVIDER_WORDS: InLanguages<ProviderWords> = { pt, en, es, de };

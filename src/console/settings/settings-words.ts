import type { InLanguages, Language } from '../frame/languages.js';
import { de } from './settings-words.de.js';
import { en } from './settings-words.en.js';
import { es } from './settings-words.es.js';
import { pt } from './settings-words.pt.js';

/** Choices with what follows from each. */
export type Consequences<T extends string> = Readonly<Record<T, { label: string; hint: string }>>;

export interface AreaWords {
  readonly title: string;
  readonly text: string;
}

export interface SettingsWords {
  readonly lead: string;
  readonly languages: Record<Language, string>;
  readonly areas: Record<
    | 'partner'
    | 'brand'
    | 'gyms'
    | 'catalogue'
    | 'wellhub'
    | 'mails'
    | 'identity-provider'
    | 'retention',
    AreaWords
  >;
  readonly setOn: (day: string) => string;
  readonly notSet: string;
  readonly keepSecret: string;
  readonly partner: Record<
    | 'name'
    | 'timeZone'
    | 'timeZoneHint'
    | 'locale'
    | 'localeHint'
    | 'supportEmail'
    | 'supportEmailHint'
    | 'agreements'
    | 'agreementsHint'
    | 'termsUrl'
    | 'termsVersion'
    | 'privacyUrl'
    | 'privacyVersion'
    | 'versionHint'
    | 'secondFactor'
    | 'secondFactorHint'
    | 'wellhub'
    | 'wellhubHint'
    | 'signUpUrl'
    | 'signUpUrlHint'
    | 'logInUrl'
    | 'logInUrlHint'
    | 'multiOffer'
    | 'multiOfferHint'
    | 'usageFromVisits'
    | 'usageFromVisitsHint'
    | 'usageTypes'
    | 'usageTypesHint'
    | 'ourMails'
    | 'ourMailsHint',
    string
  >;
  readonly brand: {
    readonly color: string;
    readonly colorHint: string;
    readonly textColor: string;
    readonly textColors: Record<'WHITE' | 'BLACK', string>;
    readonly shortName: string;
    readonly shortNameHint: string;
    /** `{ratio}` is filled in. */
    readonly contrastGood: string;
    readonly contrastBad: string;
    readonly preview: string;
    readonly previewButton: string;
    readonly openPage: string;
    readonly logo: string;
    readonly noLogo: string;
    readonly logoHint: string;
    readonly logoFile: string;
    readonly logoSend: string;
    readonly logoRemove: string;
    readonly logoRemoved: string;
    readonly logoSaved: string;
    readonly logoProblems: Record<'unsupported' | 'tooLarge' | 'pixels' | 'other', string>;
  };
  readonly wellhub: {
    readonly environment: string;
    readonly environments: Consequences<'production' | 'sandbox' | 'simulator'>;
    readonly token: string;
    readonly tokenHint: string;
    readonly secret: string;
    readonly eventsToken: string;
    readonly eventsTokenHint: string;
    readonly tokenRequired: string;
    readonly test: string;
    readonly testText: string;
    readonly testButton: (gym: string) => string;
    readonly results: Record<
      'OK' | 'CREDENTIALS_REFUSED' | 'GYM_NOT_ALLOWED' | 'UNREACHABLE' | 'NO_GYM_ID',
      string
    >;
    readonly addresses: string;
    readonly addressesText: string;
    readonly docs: string;
    readonly kinds: Record<'production' | 'test', string>;
    readonly addressNames: Record<'token' | 'users' | 'cancel' | 'change' | 'webhooks', string>;
  };
  readonly mails: {
    readonly names: Record<
      | 'password-reset'
      | 'password-changed'
      | 'log-in-attempts'
      | 'join-confirm'
      | 'staff-invitation',
      AreaWords
    >;
    readonly when: string;
    readonly words: string;
    readonly source: Record<'OWN' | 'DEFAULT' | 'DRAFT', string>;
    readonly preview: string;
    readonly previewLead: string;
    readonly asHtml: string;
    readonly language: string;
    readonly show: string;
    readonly own: string;
    readonly ownLead: (placeholders: string) => string;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
    readonly check: string;
    readonly backToOurs: string;
    readonly backToOursText: string;
    readonly backToOursButton: string;
    readonly test: string;
    readonly testText: string;
    readonly testButton: string;
    readonly tested: string;
    readonly nothingSent: string;
    readonly problems: Record<
      | 'mail.not-set-up'
      | 'mail.not-accepted'
      | 'mail-template.no-recipient'
      | 'mail-template.too-many-tests',
      string
    >;
  };
  readonly retention: {
    readonly columns: Record<'data' | 'kept' | 'from', string>;
    readonly from: Record<'CREATED' | 'ENDED', string>;
    readonly forEver: string;
    readonly atOnce: string;
    readonly data: Readonly<Record<string, string>>;
  };
}

export const SETTINGS_WORDS: InLanguages<SettingsWords> = { pt, en, es, de };

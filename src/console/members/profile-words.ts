import type { InLanguages } from '../frame/languages.js';
import { de } from './profile-words.de.js';
import { en } from './profile-words.en.js';
import { es } from './profile-words.es.js';
import { pt } from './profile-words.pt.js';

export type ProfileFact =
  | 'email'
  | 'phoneNumber'
  | 'birthDate'
  | 'language'
  | 'number'
  | 'gym'
  | 'origin'
  | 'account'
  | 'card'
  | 'gympassId'
  | 'gympassUserId'
  | 'wellhub'
  | 'plan'
  | 'wellhubOrigin'
  | 'country'
  | 'registeredAt'
  | 'firstName'
  | 'lastName'
  | 'createdAt';

export interface ProfileWords {
  readonly person: string;
  readonly wellhub: string;
  readonly wellhubUnknown: string;
  readonly facts: Record<ProfileFact, string>;
  readonly origins: Record<'DIRECT' | 'WELLHUB', string>;
  readonly accounts: Record<'yes' | 'no', string>;
  readonly cardBlocked: string;
  readonly create: Record<'link' | 'title' | 'lead' | 'numberHint' | 'submit' | 'done', string>;
  /** The profile of who has what was typed for another one. */
  readonly openHolder: (name: string) => string;
  readonly edit: {
    readonly title: string;
    readonly link: string;
    readonly lead: string;
    readonly birthDateHint: string;
    /** Where the number is one that says nothing to people. */
    readonly numberHint: string;
    readonly cardHint: string;
    readonly gympassIdHint: string;
    readonly gympassUserIdHint: string;
    readonly cardIsBlocked: string;
    readonly noGym: string;
    readonly noLanguage: string;
    readonly languageHint: string;
    readonly problems: Readonly<Record<string, string>>;
  };
  readonly block: Record<'label' | 'consequence' | 'submit' | 'undo' | 'done' | 'undone', string>;
  readonly restriction: {
    readonly title: string;
    readonly shown: (reason: string, from: string, until: string) => string;
    readonly always: (reason: string) => string;
    readonly lead: string;
    readonly add: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly startDate: string;
    readonly endDate: string;
    readonly submit: string;
    readonly remove: string;
    readonly saved: string;
  };
  readonly merge: {
    readonly link: string;
    readonly title: string;
    readonly lead: string;
    readonly search: string;
    readonly choose: string;
    readonly notFound: string;
    readonly stays: string;
    readonly goes: string;
    readonly consequence: string;
    readonly submit: string;
    readonly done: string;
    readonly problems: Readonly<Record<string, string>>;
  };
  readonly erase: Record<'label' | 'consequence' | 'submit' | 'done', string>;
  readonly export: string;
  readonly merged: string;
}

export const PROFILE_WORDS: InLanguages<ProfileWords> = { pt, en, es, de };

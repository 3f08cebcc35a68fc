import type { InLanguages } from '../frame/languages.js';
import { de } from './staff-screen-words.de.js';
import { en } from './staff-screen-words.en.js';
import { es } from './staff-screen-words.es.js';
import { pt } from './staff-screen-words.pt.js';

export type RoleName =
  'OWNER' | 'MANAGER' | 'FRONT_DESK' | 'ACCOUNTANT' | 'DEVELOPER' | 'VIEWER' | 'OPERATOR';

export interface StaffScreenWords {
  readonly lead: string;
  readonly operatorTitle: string;
  readonly operatorLead: string;
  readonly invite: string;
  readonly inviteTitle: string;
  readonly inviteLead: string;
  readonly inviteSubmit: string;
  readonly email: string;
  readonly role: string;
  readonly roles: Record<RoleName, string>;
  /** What people with the role can do. */
  readonly roleHints: Record<Exclude<RoleName, 'OPERATOR'>, string>;
  readonly gyms: string;
  readonly gymsHint: string;
  readonly gymsProblem: string;
  readonly language: string;
  readonly languages: Record<'pt' | 'en' | 'es' | 'de', string>;
  readonly columns: Record<'name' | 'role' | 'gyms' | 'state', string>;
  readonly states: Record<'ACTIVE' | 'INVITED' | 'ENDED', string>;
  readonly invitedUntil: (at: string) => string;
  readonly since: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly resend: string;
  readonly resendLead: string;
  readonly changeTitle: string;
  readonly changeLead: string;
  readonly sessionsTitle: string;
  readonly noSessions: string;
  readonly session: (from: string, until: string, source: string) => string;
  readonly endSessions: string;
  readonly remove: string;
  readonly removeConsequence: (who: string) => string;
  readonly removeSubmit: string;
  readonly done: Record<'invited' | 'changed' | 'resent' | 'ended', string>;
  readonly problems: Readonly<Record<string, string>>;
}

export const STAFF_SCREEN_WORDS: InLanguages<StaffScreenWords> = { pt, en, es, de };

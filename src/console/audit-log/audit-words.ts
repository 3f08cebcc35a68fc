import type { InLanguages } from '../frame/languages.js';
import type { Area } from './audit-entry.js';
import { de } from './audit-words.de.js';
import { en } from './audit-words.en.js';
import { es } from './audit-words.es.js';
import { pt } from './audit-words.pt.js';

export type AuditNoun =
  | 'gym'
  | 'partner'
  | 'brand'
  | 'staff'
  | 'apiKey'
  | 'member'
  | 'contract'
  | 'door'
  | 'wellhub'
  | 'identityProvider'
  | 'subscription'
  | 'delivery'
  | 'mailTemplate'
  | 'membership'
  | 'booking'
  | 'checkIn'
  | 'visit'
  | 'alert'
  | 'alertMails'
  | 'claim'
  | 'report'
  | 'usage'
  | 'account';

export type AuditVerb =
  | 'added'
  | 'changed'
  | 'removed'
  | 'tested'
  | 'read'
  | 'closed'
  | 'newSecret'
  | 'validated'
  | 'merged'
  | 'sentAgain'
  | 'cancelled'
  | 'decided'
  | 'ended'
  | 'accepted'
  | 'rejected'
  | 'invited'
  | 'erased'
  | 'exported';

export interface AuditWords {
  readonly lead: string;
  readonly installationLead: string;
  readonly person: string;
  readonly everybody: string;
  readonly area: string;
  readonly areas: Record<Area, string>;
  readonly from: string;
  readonly to: string;
  readonly columns: Record<'when' | 'who' | 'what' | 'where' | 'details', string>;
  readonly nobody: string;
  readonly operator: string;
  readonly none: string;
  readonly noneHint: string;
  readonly badDays: string;
  readonly show: string;
  readonly hidden: string;
  readonly nouns: Record<AuditNoun, string>;
  readonly verbs: Record<AuditVerb, string>;
  /** Actions that are no change of a thing. */
  readonly named: Readonly<Record<string, string>>;
}

export const AUDIT_WORDS: InLanguages<AuditWords> = { pt, en, es, de };

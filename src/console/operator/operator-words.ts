import type { InLanguages } from '../frame/languages.js';
import { de } from './operator-words.de.js';
import { en } from './operator-words.en.js';
import { es } from './operator-words.es.js';
import { pt } from './operator-words.pt.js';

export interface OperatorWords {
  readonly lead: string;
  readonly searchLabel: string;
  readonly create: string;
  readonly createTitle: string;
  readonly createLead: string;
  readonly createSubmit: string;
  readonly name: string;
  readonly slug: string;
  readonly slugHint: string;
  readonly timeZone: string;
  readonly timeZoneHint: string;
  readonly locale: string;
  readonly locales: Record<'pt' | 'en' | 'es' | 'de', string>;
  readonly supportEmail: string;
  readonly supportEmailHint: string;
  readonly columns: Record<
    'partner' | 'gyms' | 'lastCheckIn' | 'atRisk' | 'wellhub' | 'events' | 'alerts',
    string
  >;
  readonly never: string;
  readonly wellhub: Record<'OK' | 'NOT_CONNECTED' | 'CREDENTIALS_REFUSED' | 'UNREACHABLE', string>;
  readonly wellhubHints: Record<'CREDENTIALS_REFUSED' | 'UNREACHABLE', (count: number) => string>;
  readonly eventsFine: string;
  readonly eventsFailing: (count: number) => string;
  readonly eventsDisabled: (count: number) => string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly lookIn: string;
  readonly lookInTitle: string;
  readonly lookInLead: string;
  readonly ownerTitle: string;
  readonly ownerLead: string;
  readonly ownerEmail: string;
  readonly ownerSubmit: string;
  readonly staffTitle: string;
  readonly nobody: string;
  readonly joined: Record<'ACTIVE' | 'INVITED', string>;
  readonly since: string;
  readonly people: string;
  readonly done: Record<'created' | 'invited' | 'left', string>;
  readonly problems: Readonly<Record<string, string>>;
}

export const OPERATOR_WORDS: InLanguages<OperatorWords> = { pt, en, es, de };

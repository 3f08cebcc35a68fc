import type { InLanguages } from '../frame/languages.js';
import { de } from './members-words.de.js';
import { en } from './members-words.en.js';
import { es } from './members-words.es.js';
import { pt } from './members-words.pt.js';

export interface MembersWords {
  readonly lead: string;
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly endSearch: string;
  readonly status: string;
  readonly statuses: Record<'PENDING' | 'ACTIVE' | 'DISABLED', string>;
  readonly wellhub: string;
  readonly wellhubStatuses: Record<'ACTIVE' | 'CANCELED', string>;
  readonly noWellhub: string;
  /** Who checks in and never registered. */
  readonly hasWellhubId: string;
  readonly columns: Record<'name' | 'contact' | 'status' | 'wellhub' | 'since', string>;
  readonly noName: string;
  readonly nobody: string;
  readonly nobodyHint: string;
  readonly notFound: string;
  readonly notFoundHint: string;
}

export const MEMBERS_WORDS: InLanguages<MembersWords> = { pt, en, es, de };

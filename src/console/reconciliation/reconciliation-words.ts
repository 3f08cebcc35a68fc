import type { InLanguages } from '../frame/languages.js';
import type { DateOrderName, ListName, WhyMissing } from './comparison.js';
import { de } from './reconciliation-words.de.js';
import { en } from './reconciliation-words.en.js';
import { es } from './reconciliation-words.es.js';
import { pt } from './reconciliation-words.pt.js';

export interface ReconciliationWords {
  readonly lead: string;
  readonly steps: readonly string[];
  readonly file: string;
  readonly fileHint: string;
  readonly look: string;
  readonly ours: string;
  readonly oursHint: string;
  readonly mayNotCompare: string;
  readonly month: string;
  readonly problems: Record<string, string>;
  readonly noFile: string;
  readonly previewTitle: string;
  readonly previewLead: string;
  readonly found: (rows: string, format: string) => string;
  readonly readable: (count: string, from: string, to: string) => string;
  readonly unreadable: (count: string) => string;
  readonly idColumn: string;
  readonly idHint: string;
  readonly dateColumn: string;
  readonly dateHint: string;
  readonly dateOrder: string;
  readonly dateOrders: Record<DateOrderName, string>;
  readonly choose: string;
  readonly nameless: (number: number) => string;
  readonly firstRows: string;
  readonly line: string;
  readonly compare: string;
  readonly lookAgain: string;
  readonly anotherFile: string;
  readonly lists: Record<ListName, string>;
  readonly hints: Record<ListName, string>;
  readonly columns: Record<'person' | 'day' | 'why' | 'line', string>;
  readonly why: Record<WhyMissing, string>;
  readonly empty: string;
  readonly firstOf: (shown: string, all: string) => string;
  readonly erased: string;
}

export const RECONCILIATION_WORDS: InLanguages<ReconciliationWords> = { pt, en, es, de };

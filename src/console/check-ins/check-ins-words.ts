import type { Loss } from '../reasons/reason-words.js';
import type { InLanguages } from '../frame/languages.js';
import { de } from './check-ins-words.de.js';
import { en } from './check-ins-words.en.js';
import { es } from './check-ins-words.es.js';
import { pt } from './check-ins-words.pt.js';
import type { ResultName, ShownResult, StateName, TrailCause } from './listed-check-in.js';

/** Why money was lost: in short, and what to do so that it is not lost again. */
export interface LossWords {
  readonly why: string;
  readonly todo: string;
}

export interface CheckInsWords {
  readonly lead: string;
  readonly related: Record<'missing' | 'usage', string>;
  readonly day: string;
  readonly result: string;
  readonly filters: Record<ResultName, string>;
  readonly results: Record<ShownResult, string>;
  readonly losses: Record<Loss, LossWords>;
  readonly columns: Record<'person' | 'time' | 'result' | 'why', string>;
  readonly noName: string;
  readonly erased: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly noGym: string;
  readonly noGymHint: string;
  readonly title: (name: string) => string;
  readonly facts: Record<
    'came' | 'until' | 'paidAt' | 'product' | 'gympassId' | 'booking' | 'calls' | 'answer',
    string
  >;
  readonly member: string;
  readonly why: string;
  readonly paidHint: string;
  readonly twiceHint: string;
  readonly waitingHint: string;
  readonly overdueHint: string;
  readonly trail: string;
  readonly trailColumns: Record<'at' | 'became' | 'by' | 'calls' | 'answer', string>;
  readonly states: Record<StateName, string>;
  readonly causes: Record<TrailCause, string>;
  readonly noAnswer: string;
  readonly validate: string;
  readonly validateHint: string;
  readonly done: Record<'paid' | 'waiting' | 'lost', string>;
}

export const CHECK_INS_WORDS: InLanguages<CheckInsWords> = { pt, en, es, de };

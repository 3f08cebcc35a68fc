import type { InLanguages } from '../frame/languages.js';
import { de } from './doors-words.de.js';
import { en } from './doors-words.en.js';
import { es } from './doors-words.es.js';
import { pt } from './doors-words.pt.js';
import type { DoorDirection, DoorStatus, StepOutcome } from './door.js';

export interface DoorsWords {
  readonly lead: string;
  readonly add: string;
  readonly addTitle: string;
  readonly none: string;
  readonly noneHint: string;
  readonly feed: string;
  readonly rules: string;
  readonly columns: Record<'name' | 'gym' | 'direction' | 'state' | 'lastScan', string>;
  readonly name: string;
  readonly nameHint: string;
  readonly direction: string;
  readonly directions: Record<DoorDirection, string>;
  readonly directionHints: Record<DoorDirection, string>;
  readonly states: Record<DoorStatus, string>;
  readonly stateHints: Record<DoorStatus, string>;
  readonly never: string;
  readonly active: string;
  readonly activeHint: string;
  readonly refusesAll: string;
  readonly repeat: string;
  readonly repeatHint: string;
  readonly settings: string;
  readonly added: string;
  readonly addedControlId: string;
  readonly token: TokenWords;
  readonly dryRun: DryRunWords;
  readonly remove: Record<'label' | 'consequence' | 'submit', string>;
}

interface TokenWords {
  readonly title: string;
  readonly lead: string;
  readonly first: string;
  readonly renew: string;
  readonly consequence: string;
  readonly submit: string;
  readonly madeTitle: string;
  readonly once: string;
  /** The form was sent again. */
  readonly shownBefore: string;
  readonly value: string;
  readonly kioskTitle: string;
  readonly kiosk: string;
  readonly kioskLink: string;
  readonly qr: string;
  readonly done: string;
}

interface DryRunWords {
  readonly title: string;
  readonly lead: string;
  readonly value: string;
  readonly valueHint: string;
  readonly submit: string;
  readonly again: string;
  readonly opens: string;
  readonly opensText: string;
  readonly shut: string;
  readonly off: string;
  readonly steps: string;
  readonly outcome: string;
  readonly checks: Record<DryRunCheck, string>;
  readonly outcomes: Record<StepOutcome, string>;
  readonly member: (id: number) => string;
}

/** In their order. */
export const DRY_RUN_CHECKS = [
  'DEVICE',
  'READER',
  'VALUE',
  'CODE_GYM',
  'CODE_UNUSED',
  'CODE_TIME',
  'PERSON',
  'OPENING_DAY',
  'AGE',
  'ANTI_PASSBACK',
  'RIGHT',
  'FREE_PLACE',
] as const;
export type DryRunCheck = (typeof DRY_RUN_CHECKS)[number];

export const DOORS_WORDS: InLanguages<DoorsWords> = { pt, en, es, de };

import type { InLanguages } from '../frame/languages.js';
import { de } from './today-words.de.js';
import { en } from './today-words.en.js';
import { es } from './today-words.es.js';
import { pt } from './today-words.pt.js';
import type { WellhubState } from './today-numbers.js';

export interface TodayWords {
  readonly lead: string;
  readonly inside: string;
  readonly paid: string;
  readonly waiting: string;
  readonly lost: string;
  readonly refused: string;
  readonly alerts: string;
  readonly deliveries: string;
  readonly yesterday: string;
  readonly lastWeek: string;
  readonly compared: string;
  /** `{time}` ticks. */
  readonly timeLeft: string;
  readonly atRisk: string;
  readonly retrying: string;
  readonly failed: string;
  readonly disabled: string;
  readonly lostTitle: string;
  readonly nobodyLost: string;
  readonly refusedTitle: string;
  readonly nobodyRefused: string;
  readonly reason: string;
  readonly count: string;
  readonly wellhubTitle: string;
  readonly noGym: string;
  readonly noGymHint: string;
  readonly state: string;
  readonly lastCheckIn: string;
  readonly asOf: string;
  readonly update: string;
  readonly states: Readonly<Record<WellhubState, string>>;
  /** For `web/today.ts`. */
  readonly live: Readonly<Record<'live' | 'offline' | 'stale' | 'over' | 'logIn', string>>;
}

export const TODAY_WORDS: InLanguages<TodayWords> = { pt, en, es, de };

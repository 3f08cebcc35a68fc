import type { InLanguages } from '../frame/languages.js';
import { de } from './statistics-words.de.js';
import { en } from './statistics-words.en.js';
import { es } from './statistics-words.es.js';
import { pt } from './statistics-words.pt.js';

export interface StatisticsWords {
  readonly lead: string;
  readonly from: string;
  readonly to: string;
  readonly show: string;
  readonly checkIns: string;
  readonly paidShare: string;
  readonly visits: string;
  readonly refused: string;
  readonly byHour: string;
  readonly byWeekday: string;
  readonly byMonth: string;
  readonly inside: string;
  readonly refusals: string;
  readonly paid: string;
  readonly waiting: string;
  readonly lost: string;
  readonly average: string;
  readonly peak: string;
  readonly share: string;
  readonly hour: string;
  readonly weekday: string;
  readonly month: string;
  readonly reason: string;
  readonly count: string;
  readonly busiest: string;
  readonly shareSummary: string;
  readonly insideSummary: string;
  readonly nothing: string;
  readonly badPeriod: string;
  /** Periods that end today, by their days. */
  readonly periods: Readonly<Record<'7' | '30' | '90' | '365', string>>;
}

export const STATISTICS_WORDS: InLanguages<StatisticsWords> = { pt, en, es, de };

import { zoneForClocks } from '../../platform/values/time-zones.js';
import type { Language } from './languages.js';

const LOCALES: Record<Language, string> = { pt: 'pt-BR', en: 'en-GB', es: 'es', de: 'de' };

type Moment = string | Date;

/** Times, days and numbers as people of a language read them; times by the clock of a gym, else of the partner. */
export class Formats {
  private readonly locale: string;

  constructor(
    language: Language,
    private readonly ownZone = 'UTC',
  ) {
    this.locale = LOCALES[language];
  }

  /** `21/11/2026, 17:04` */
  dateTime(at: Moment, zone?: string): string {
    return this.format(at, zone, { dateStyle: 'short', timeStyle: 'short' });
  }

  /** `17:04` */
  time(at: Moment, zone?: string): string {
    return this.format(at, zone, { timeStyle: 'short' });
  }

  /** `17:04:31`: of records that follow each other within a minute. */
  exactTime(at: Moment, zone?: string): string {
    return this.format(at, zone, { dateStyle: 'short', timeStyle: 'medium' });
  }

  /** `21/11/2026` */
  date(at: Moment, zone?: string): string {
    return this.format(at, zone, { dateStyle: 'short' });
  }

  /** Of a day without a clock, `2026-11-21`. */
  day(day: string): string {
    return this.format(`${day}T12:00:00Z`, 'UTC', { dateStyle: 'short' });
  }

  /** The day of a moment by the clock of a gym, `2026-11-21`. */
  dayOf(at: Moment, zone?: string): string {
    const timeZone = zoneForClocks(zone ?? this.ownZone);
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(at));
  }

  /** Today, by the clock that all these gyms share, else by the partner's. */
  todayAt(gyms: readonly { readonly timeZone: string }[]): string {
    const [zone, ...others] = new Set(gyms.map(({ timeZone }) => timeZone));
    return this.dayOf(new Date(), others.length === 0 ? zone : undefined);
  }

  /** `novembro de 2026`, of `2026-11`. */
  month(month: string): string {
    return this.format(`${month}-15T12:00:00Z`, 'UTC', { year: 'numeric', month: 'long' });
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }

  /** @param share between 0 and 1 */
  percent(share: number): string {
    const form = { style: 'percent', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.locale, form).format(share);
  }

  /** `há 5 minutos`, `in 2 hours` */
  ago(at: Moment, now = Date.now()): string {
    const seconds = (new Date(at).getTime() - now) / 1000;
    const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? LAST_UNIT;
    const words = new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' });
    return words.format(Math.round(seconds / length), unit);
  }

  /** `30 s`, `10 min`, `2 h` */
  duration(seconds: number): string {
    const [unit, length] = CLOCK_UNITS.find(([, size]) => seconds % size === 0) ?? LAST_UNIT;
    const form = { style: 'unit', unit, unitDisplay: 'short' } as const;
    return new Intl.NumberFormat(this.locale, form).format(seconds / length);
  }

  private format(at: Moment, zone: string | undefined, options: Intl.DateTimeFormatOptions) {
    const timeZone = zoneForClocks(zone ?? this.ownZone);
    return new Intl.DateTimeFormat(this.locale, { timeZone, ...options }).format(new Date(at));
  }
}

const LAST_UNIT = ['second', 1] as const;
const CLOCK_UNITS = [['hour', 3_600], ['minute', 60], LAST_UNIT] as const;
const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  LAST_UNIT,
] as const;

import { zoneForClocks } from '../../platform/values/time-zones.js';
import type { Words } from '../words/words.js';
import type { EntryForecast } from './entry-forecasts.js';

/** One line for the person: why, and until when or how full. */
export function forecastText({ code, lang }: Words, forecast: EntryForecast): string {
  const { rules } = code;
  const { why, nextOpening, inside } = forecast;
  return [
    rules[why],
    ...(nextOpening ? [rules.opens(momentText(lang, nextOpening))] : []),
    ...(inside ? [rules.inside(inside.now, inside.most)] : []),
  ].join(' ');
}

/** `Mon 09:00`, by the clock of the gym. */
function momentText(lang: string, { at, timeZone }: NonNullable<EntryForecast['nextOpening']>) {
  const zone = zoneForClocks(timeZone);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang, { timeZone: zone, ...options }).format(at);
  const clock = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${part({ weekday: 'short' }).replace(/\.$/, '')} ${clock}`;
}

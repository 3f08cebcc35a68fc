import { zoneForClocks } from '../../platform/values/time-zones.js';
import type { DeskPerson } from '../../customers/index.js';
import { isUuid } from '../../platform/crypto/uuid.js';
import type { DeskWords } from '../words/words.js';

type Named = Pick<DeskPerson, 'firstName' | 'lastName' | 'email'>;

/** The display name: first and last name, else the e-mail. */
export function displayName(words: DeskWords, { firstName, lastName, email }: Named): string {
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return name !== '' ? name : (email ?? words.row.noName);
}

/** The gym software's own number where there is one, else our short one: a UUID cannot be read aloud. */
export const shortNumber = (number: string, id: number): string =>
  isUuid(number) ? String(id) : number;

/** 13 digits in groups that are easy to compare: `001 234 567 8905`. Others stay as they are. */
export const groupedId = (wellhubId: string): string =>
  wellhubId.replace(/^(\d{3})(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3 $4');

/** `17:04`, in the gym's time zone. */
export const timeAt = (words: DeskWords, timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat(words.lang, {
    timeZone: zoneForClocks(timeZone),
    timeStyle: 'short',
  }).format(at);

/** `Saturday, 21 November`, in the gym's time zone. */
export const longDateAt = (words: DeskWords, timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat(words.lang, {
    timeZone: zoneForClocks(timeZone),
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at);

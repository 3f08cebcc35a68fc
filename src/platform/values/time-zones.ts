import type { Rule } from './rule.js';
import { TIME_ZONE_LINKS } from './time-zone-links.js';

const NOW = new Map(TIME_ZONE_LINKS);
/** Fixed offsets; their sign is that of POSIX. */
const FIXED = [...fixed('+', 12), ...fixed('-', 14)];
/** Node lists some zones by their old names: each is mapped to its present one. */
const NAMES = [
  ...new Set([
    'UTC',
    ...FIXED,
    ...Intl.supportedValuesOf('timeZone').map((old) => NOW.get(old) ?? old),
  ]),
];
const BY_LETTERS = new Map([
  ...[...NOW].map(([old, now]) => [old.toLowerCase(), now] as const),
  ...NAMES.map((name) => [name.toLowerCase(), name] as const),
]);

/** Three or four letters that stand for several zones, or for one half of the year. */
const ABBREVIATION = /^[A-Za-z]{2,5}$/;

/** The present IANA name of a zone, whatever its letter case and however old the given one; undefined for no zone. */
export const canonicalTimeZone = (value: unknown): string | undefined =>
  typeof value === 'string' ? BY_LETTERS.get(value.trim().toLowerCase()) : undefined;

export const timeZoneRule: Rule = (value) => {
  if (canonicalTimeZone(value) !== undefined) return undefined;
  return typeof value === 'string' && ABBREVIATION.test(value.trim())
    ? 'must be an IANA time zone such as America/Sao_Paulo: an abbreviation may mean several zones'
    : 'must be an IANA time zone such as America/Sao_Paulo';
};

/** For clocks: a zone that this engine does not know counts as UTC, so that one bad row does not stop the others. */
export function zoneForClocks(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function fixed(sign: string, most: number): string[] {
  return Array.from({ length: most }, (_, hour) => `Etc/GMT${sign}${hour + 1}`);
}

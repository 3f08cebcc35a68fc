/** Values that passed one check once and broke the next one. */
const TEXTS: readonly string[] = [
  '\ud83d',
  'a\0b',
  '',
  ' \n',
  '\ufeff\u202e💪🏽\u200f',
  '１２３',
  '%',
  'x'.repeat(10_000),
  '9223372036854775808',
  'constructor',
];
const DATES: readonly string[] = [
  '2026-02-30',
  '0000-01-01',
  '10000-01-01',
  '2026-W47-6',
  '2026-325',
  '20261121T170410Z',
  '2026-11-21T17Z',
  '2026-11-21T17:04:10,5Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-23:59',
];
const EMAILS: readonly string[] = [
  'ana@.com',
  'a..b@x.com',
  'ana@x.com\nBcc: b@x.com',
  'ana@xn--a',
];
const ADDRESSES: readonly string[] = [
  'https:x.com',
  'javascript:1',
  'https://[::1',
  'https://x.com/\n',
];
const STRANGE_NAMES: unknown = JSON.parse(
  '{"__proto__":{"a":1},"constructor":1,"a":{"toString":"\\u0000"}}',
);
const OTHER_TYPES: readonly unknown[] = [null, true, 2 ** 63, [], ['\ud83d'], STRANGE_NAMES];

/** What may stand in place of a value that is good. */
export function oddInsteadOf(good: unknown): readonly unknown[] {
  if (typeof good !== 'string') return ['1', '\ud83d', 0.5, -1, ...OTHER_TYPES];
  const more = /^\d{4}-\d\d/.test(good)
    ? DATES
    : good.includes('@')
      ? EMAILS
      : good.startsWith('http')
        ? ADDRESSES
        : [];
  return [...TEXTS, ...more, ...OTHER_TYPES];
}

/** As they stand in an address: escaped, and as people type them. */
export const ODD_ESCAPES: readonly string[] = [
  'a%00b',
  '%ED%A0%80',
  '%ff',
  '%',
  '%20%0A',
  '%F0%9F%92%AA%E2%80%AE',
  '%EF%BC%91%EF%BC%92',
  '9223372036854775808',
  '9007199254740993',
  '__proto__',
  '2026-W47-6',
  '20261121T170410Z',
  '2026-11-21T17:04:10+00:00',
  '0000-01-01',
  'a..b+c@x.com',
  'x'.repeat(3_000),
];

export const ODD_HEADERS: readonly string[] = [
  '',
  '%00',
  'é',
  '__proto__',
  '-1',
  'x'.repeat(3_000),
];

/** What nobody who calls an API can do anything with. */
export const FOR_PROGRAMMERS =
  /\/\^|\$\/|\\[dswpu]\b|\[\^|regular expression|ISO 8601|(?:longer|shorter) than or equal|conforming|\[object|\bundefined\b|node_modules|\n\s+at /;

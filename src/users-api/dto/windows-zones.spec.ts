import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { windowsZone } from './windows-zones.js';

const RENAMED = [
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['US/Eastern', 'America/New_York'],
] as const;

describe('the Windows name of a time zone', () => {
  it.each([
    ['America/Sao_Paulo', 'E. South America Standard Time'],
    ['Europe/Warsaw', 'Central European Standard Time'],
    ['Europe/Kyiv', 'FLE Standard Time'],
    ['UTC', 'UTC'],
  ])('of %s is %s', (zone, name) => {
    expect(windowsZone(zone)).toBe(name);
  });

  it('is the IANA name where the table has none', () => {
    expect(windowsZone('Antarctica/Troll')).toBe('Antarctica/Troll');
  });

  it('covers every zone that a gym may have, under new and old names', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC');
    const untold = zones.filter((zone) => windowsZone(zone) === zone);
    // Windows has no name for Antarctica/Troll; a newer Node may know a zone that the table does not.
    expect(untold.filter((zone) => !zone.startsWith('Antarctica/')).length).toBeLessThan(3);
    for (const [older, newer] of RENAMED) expect(windowsZone(older)).toBe(windowsZone(newer));
  });

  it('lists each zone once', () => {
    const table = readFileSync(new URL('windows-zones.ts', import.meta.url), 'utf8');
    const zones =
      table.match(/\b(America|Europe|Africa|Asia|Australia|Pacific|Atlantic|Indian)\/[\w/-]+/g) ??
      [];
    expect(zones.length).toBeGreaterThan(400);
    expect(new Set(zones).size).toBe(zones.length);
  });
});

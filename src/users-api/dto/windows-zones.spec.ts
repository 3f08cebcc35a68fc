import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { windowsZone } from './windows-zones.js';

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

  it('is told once for each zone, and only for zones that exist', () => {
    const table = readFileSync(new URL('windows-zones.ts', import.meta.url), 'utf8');
    const zones =
      table.match(/\b(America|Europe|Africa|Asia|Australia|Pacific|Atlantic|Indian)\/[\w/-]+/g) ??
      [];
    expect(zones.length).toBeGreaterThan(150);
    expect(new Set(zones).size).toBe(zones.length);
    for (const timeZone of zones)
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  });
});

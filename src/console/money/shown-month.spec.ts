import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Form } from '../../pages/index.js';
import { Formats } from '../frame/formats.js';
import { shownMonth } from './money-report.js';

const formats = new Formats('pt', 'America/Sao_Paulo');
const at = (...zones: string[]) => zones.map((timeZone, id) => ({ id, name: 'Fit', timeZone }));

describe('the day and the month that a screen opens on', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-12-01T01:30:00Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('C-27 are those of the gym, where its clock is not the partner’s', () => {
    expect(formats.todayAt(at('UTC'))).toBe('2026-12-01');
    expect(shownMonth({ formats, query: new Form({}) }, at('UTC'))).toBe('2026-12');
  });

  it('C-27 are those of all gyms where they share a clock', () => {
    expect(formats.todayAt(at('Europe/Berlin', 'Europe/Berlin'))).toBe('2026-12-01');
  });

  it('C-27 are the partner’s where its gyms have several clocks, or none is named', () => {
    expect(formats.todayAt(at('UTC', 'Europe/Berlin'))).toBe('2026-11-30');
    expect(shownMonth({ formats, query: new Form({}) }, [])).toBe('2026-11');
  });

  it.each([
    ['2026-03', '2026-03'],
    ['2026-13', '2026-12'],
  ])('C-27 with the month %s in the address it is %s', (month, shown) => {
    expect(shownMonth({ formats, query: new Form({ month }) }, at('UTC'))).toBe(shown);
  });
});

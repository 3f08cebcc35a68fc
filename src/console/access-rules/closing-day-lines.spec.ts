import { describe, expect, it } from '@jest/globals';
import { closingDayLines, closingDaysIn } from './closing-day-lines.js';

describe('lines of closing days', () => {
  it.each([
    ['25/12 Natal', { date: '12-25', name: 'Natal' }],
    ['1/5', { date: '05-01' }],
    ['24.12.2027 14:00-24:00', { date: '2027-12-24', from: '14:00', to: '24:00' }],
    ['25.12. Weihnachten', { date: '12-25', name: 'Weihnachten' }],
    [
      '2027-12-24 9:00–12:30 Half day',
      { date: '2027-12-24', from: '09:00', to: '12:30', name: 'Half day' },
    ],
    ['12-25', { date: '12-25' }],
    ['Christmas', { date: 'Christmas' }],
    ['99/99', { date: '99-99' }],
  ])('are read: %s', (line, day) => {
    expect(closingDaysIn(`\n ${line}\r\n\n`)).toEqual([day]);
  });

  it('are written as they can be read again', () => {
    const days = [
      { date: '12-25', name: 'Natal' },
      { date: '2027-12-24', from: '14:00', to: null },
    ];
    expect(closingDayLines(days, '/')).toBe('25/12 Natal\n24/12/2027 14:00-24:00');
    expect(closingDayLines(days, '.')).toBe('25.12. Natal\n24.12.2027 14:00-24:00');
    expect(closingDaysIn(closingDayLines(days, '.'))).toEqual([
      days[0],
      { date: '2027-12-24', from: '14:00', to: '24:00' },
    ]);
  });
});

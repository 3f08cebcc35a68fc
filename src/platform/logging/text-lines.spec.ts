import { describe, expect, it } from '@jest/globals';
import { asText } from './text-lines.js';

const line = (fields: object) =>
  asText(JSON.stringify({ time: '2026-11-29T18:02:11.000Z', ...fields }));

describe('a line of the log at a terminal', () => {
  it('K-42 is its words, with what else is known of it', () => {
    const text = line({
      severity: 'WARNING',
      room: 'mailbox',
      msg: 'no server',
      pod: 'a',
      tries: 3,
    });
    expect(text).toMatch(/^\d\d:\d\d:11 WARNING mailbox: no server tries=3\n$/);
  });

  it('is nothing but its words where a process speaks of itself', () => {
    expect(line({ severity: 'INFO', room: 'process', msg: 'Gatehouse listens' })).toBe(
      'Gatehouse listens\n',
    );
  });

  it('shows where an error came from', () => {
    const err = { message: 'no', stack: 'Error: no\n    at here' };
    expect(line({ severity: 'ERROR', room: 'a', msg: 'b', err })).toMatch(
      / a: b\nError: no\n    at here\n$/,
    );
  });
});

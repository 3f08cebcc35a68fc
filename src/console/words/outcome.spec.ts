import { describe, expect, it } from '@jest/globals';
import { isAskable, outcomeOf, toneOf } from './outcome.js';

const seen = (state: string, more: object = {}) =>
  ({
    state,
    cause: 'WEBHOOK',
    alreadyValidated: false,
    isPaused: false,
    attempts: 0,
    ...more,
  }) as Parameters<typeof outcomeOf>[0];

describe('how a check-in stands', () => {
  it.each([
    ['PENDING', {}, 'waiting'],
    ['PENDING', { attempts: 1 }, 'unreachable'],
    ['PENDING', { attempts: 1, isPaused: true }, 'credentialsRefused'],
    ['PENDING', { isPaused: true }, 'waiting'],
    ['VALIDATED', {}, 'validated'],
    ['VALIDATED', { alreadyValidated: true }, 'alreadyValidated'],
    ['EXPIRED', { cause: 'DESK' }, 'expired'],
    ['EXPIRED', { cause: 'DEADLINE' }, 'notValidatedInTime'],
    ['CANCELED', {}, 'canceled'],
    ['NOT_FOUND', {}, 'notFound'],
    ['REJECTED', {}, 'rejected'],
  ])('%s %p is told as %s', (state, more, outcome) => {
    expect(outcomeOf(seen(state, more))).toBe(outcome);
  });

  it('is never "waiting" when the desk has just asked', () => {
    expect(outcomeOf(seen('PENDING'), true)).toBe('unreachable');
    expect(outcomeOf(seen('PENDING', { isPaused: true }), true)).toBe('credentialsRefused');
  });

  it('lets the person in only when Wellhub said yes', () => {
    const all = ['PENDING', 'VALIDATED', 'EXPIRED', 'CANCELED', 'NOT_FOUND', 'REJECTED'];
    const good = all.filter((state) => toneOf(outcomeOf(seen(state), true)) === 'good');
    expect(good).toEqual(['VALIDATED']);
  });

  it('can be asked about again where an answer can change it (W-52)', () => {
    const askable = (state: string, cause: string) => isAskable(seen(state, { cause }));
    expect(askable('PENDING', 'WEBHOOK')).toBe(true);
    expect(askable('NOT_FOUND', 'DESK')).toBe(true);
    expect(askable('EXPIRED', 'DEADLINE')).toBe(true);
    expect(askable('EXPIRED', 'DESK')).toBe(false);
    expect(askable('CANCELED', 'DESK')).toBe(false);
    expect(askable('REJECTED', 'DESK')).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { canBeValidated, outcomeOf, toneOf } from './outcome.js';

const seen = (state: string, more: object = {}) =>
  ({
    state,
    cause: 'WEBHOOK',
    alreadyValidated: false,
    isPaused: false,
    attempts: 0,
    ...more,
  }) as Parameters<typeof outcomeOf>[0];

describe('the state of a check-in at the desk', () => {
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
  ])('%s %p is shown as %s', (state, more, outcome) => {
    expect(outcomeOf(seen(state, more))).toBe(outcome);
  });

  it('is never "waiting" when the desk has just validated', () => {
    expect(outcomeOf(seen('PENDING'), true)).toBe('unreachable');
    expect(outcomeOf(seen('PENDING', { isPaused: true }), true)).toBe('credentialsRefused');
  });

  it('lets the person in only when Wellhub validated', () => {
    const all = ['PENDING', 'VALIDATED', 'EXPIRED', 'CANCELED', 'NOT_FOUND', 'REJECTED'];
    const good = all.filter((state) => toneOf(outcomeOf(seen(state), true)) === 'good');
    expect(good).toEqual(['VALIDATED']);
  });

  it('can be validated again where that can change the result (W-52)', () => {
    const canValidate = (state: string, cause: string) => canBeValidated(seen(state, { cause }));
    expect(canValidate('PENDING', 'WEBHOOK')).toBe(true);
    expect(canValidate('NOT_FOUND', 'DESK')).toBe(true);
    expect(canValidate('EXPIRED', 'DEADLINE')).toBe(true);
    expect(canValidate('EXPIRED', 'DESK')).toBe(false);
    expect(canValidate('CANCELED', 'DESK')).toBe(false);
    expect(canValidate('REJECTED', 'DESK')).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { judgeValidation, type AnswerFacts } from './answer-rule.js';

const FACTS: AnswerFacts = {
  notFoundTries: 0,
  secondsSinceWebhook: 5,
  anotherValidatedThatDay: false,
  unanswered: false,
};
const ended = (state: string, alreadyValidated = false, isRepeat = false) => ({
  kind: 'ended',
  state,
  alreadyValidated,
  isRepeat,
});

describe('what an answer of Wellhub means', () => {
  it('W-44 ends a check-in by every definite answer', () => {
    expect(judgeValidation({ kind: 'validated', at: undefined }, FACTS)).toEqual(
      ended('VALIDATED'),
    );
    expect(judgeValidation({ kind: 'expired' }, FACTS)).toEqual(ended('EXPIRED'));
    expect(judgeValidation({ kind: 'canceled' }, FACTS)).toEqual(ended('CANCELED'));
    expect(judgeValidation({ kind: 'rejected' }, FACTS)).toEqual(ended('REJECTED'));
  });

  it.each<[string, Partial<AnswerFacts>, boolean, boolean]>([
    ['nobody asked before: validated elsewhere', {}, true, false],
    ['our own lost answer', { unanswered: true }, false, false],
    ['another one of the day is ours', { anotherValidatedThatDay: true }, true, true],
    ['both', { anotherValidatedThatDay: true, unanswered: true }, true, true],
  ])('W-45 reads "already validated": %s', (_, more, flag, isRepeat) => {
    expect(judgeValidation({ kind: 'already-validated' }, { ...FACTS, ...more })).toEqual(
      ended('VALIDATED', flag, isRepeat),
    );
  });

  it.each([
    [{ cause: 'timeout' }, true],
    [{ cause: 'network' }, true],
    [{ cause: 'status', status: 503 }, true],
    [{ cause: 'status', status: 429 }, false],
    [{ cause: 'breaker' }, false],
  ] as const)('W-45 knows whether %j may have reached Wellhub: %s', (how, unanswered) => {
    expect(judgeValidation({ kind: 'unreachable', ...how }, FACTS)).toEqual({
      kind: 'again',
      reason: 'unreachable',
      unanswered,
    });
  });

  it.each<[string, Partial<AnswerFacts>, boolean]>([
    ['the first one, 5 s after the webhook', {}, true],
    ['the first one, 31 s after the webhook', { secondsSinceWebhook: 31 }, false],
    ['the third one, late', { notFoundTries: 2, secondsSinceWebhook: 40 }, true],
    ['the fourth one', { notFoundTries: 3 }, false],
    ['a probe or a typed id', { secondsSinceWebhook: null }, false],
  ])('W-47 reads a 404 as young or final: %s', (_, more, isYoung) => {
    const verdict = judgeValidation({ kind: 'not-found', status: 404 }, { ...FACTS, ...more });
    expect(verdict).toEqual(
      isYoung
        ? { kind: 'again', reason: 'young-not-found', unanswered: false }
        : ended('NOT_FOUND'),
    );
  });

  it('W-48 never ends a check-in for refused credentials, and a 429 was answered', () => {
    const refused = judgeValidation({ kind: 'credentials-refused', status: 401 }, FACTS);
    expect(refused).toEqual({ kind: 'again', reason: 'credentials-refused', unanswered: false });
    const busy = judgeValidation({ kind: 'unreachable', cause: 'status', status: 429 }, FACTS);
    expect(busy).toEqual({ kind: 'again', reason: 'unreachable', unanswered: false });
    const lost = judgeValidation({ kind: 'unreachable', cause: 'timeout' }, FACTS);
    expect(lost).toEqual({ kind: 'again', reason: 'unreachable', unanswered: true });
  });
});

import type { PlannedAnswer } from '../../simulator/index.js';
import { inventPerson, type InventedPerson } from '../play/person.js';
import type { Play } from '../play/play.js';
import type { ConformanceCheck, CheckFinding } from './check.js';
import { contract } from './documents.js';
import { CALLS_ARE_RIGHT } from './validate.js';

const needs = ['secret', 'listen'] as const;
const SLOW = ['secret', 'listen', 'slow'] as const;
const after = CALLS_ARE_RIGHT;
const RETRIED = contract('5.3', '408, 429, 5xx, timeout, network error');

type Plan = Omit<PlannedAnswer, 'wellhubId'>;

/** A person checks in and validate is answered like this. */
async function checkedIn(play: Play, plans: readonly Plan[]): Promise<InventedPerson> {
  const person = inventPerson();
  play.planAnswers(person, plans);
  await play.checkInWebhook(await play.checkIn(person));
  return person;
}

/** Whether the call comes again after an answer that decides nothing. */
async function unlessRetried(
  play: Play,
  plan: Plan,
  waitMs = play.partner.waits.validate,
): Promise<CheckFinding> {
  const person = await checkedIn(play, [{ ...plan, times: 1 }]);
  const calls = await play.validateCalls(person, 2, waitMs);
  const within = `within ${waitMs / 1000} s`;
  return calls.length >= 2 ? undefined : `no second call of validate came ${within}`;
}

/** Whether a call that worked although no answer came is followed by one more, and by no third. */
async function unlessOver(
  play: Play,
  answer: 'commit-then-reset' | 'commit-then-hang',
  waitMs = play.partner.waits.validate,
): Promise<CheckFinding> {
  const person = await checkedIn(play, [{ answer, times: 1 }]);
  const calls = await play.validateCalls(person, 2, waitMs);
  if (calls.length < 2) return 'no second call of validate came';
  const all = await play.callsAfterAWhile(person);
  return all.length > 2 ? `validate was called ${all.length} times` : undefined;
}

const FINAL = ['already', 'expired', 'canceled', 'rejected'] as const;

/** Whether definite answers are taken as such. */
async function unlessFinal(play: Play): Promise<CheckFinding> {
  const people = await Promise.all(
    FINAL.map(async (answer) => ({ answer, person: await checkedIn(play, [{ answer }]) })),
  );
  for (const { answer, person } of people)
    if ((await play.validateCalls(person)).length === 0)
      return `no call came to answer "${answer}"`;
  await play.callsAfterAWhile(inventPerson());
  for (const { answer, person } of people) {
    const { length } = await play.validateCalls(person);
    if (length > 1) return `validate was answered "${answer}" and was called ${length} times`;
  }
  return undefined;
}

/** What the partner makes of the answers of `validate`. */
export const VALIDATE_ANSWER_CHECKS: readonly ConformanceCheck[] = [
  {
    id: 'validate.final',
    title: 'Wellhub\'s answers "already validated", "expired", "canceled" and "rejected" are final',
    document: contract('5.3', 'other 4xx with a key'),
    mend: 'Read errors[0].key, keep the result, and do not call again: the answer will stay the same, and needless calls count in your limit.',
    needs,
    after,
    run: unlessFinal,
  },
  {
    id: 'validate.retries-500',
    title: 'After a 500 validate is called again',
    document: RETRIED,
    mend: 'Try again after 2, 5, 10, 20, 40 s, until the check-in has run out: a visit that is not validated is not paid.',
    needs,
    after,
    run: (play) => unlessRetried(play, { answer: '500' }),
  },
  {
    id: 'validate.retries-reset',
    title: 'After a connection that broke validate is called again',
    document: RETRIED,
    mend: 'Treat an error of the network like a 500: try again. "Already validated" then means that the first call had worked.',
    needs,
    after,
    run: (play) => unlessRetried(play, { answer: 'reset' }),
  },
  {
    id: 'validate.retry-after',
    title: 'After a 429 with Retry-After validate is called again, and not before',
    document: contract('W-48', '429 with Retry-After: 7 → next call not before 7 s.'),
    mend: 'Read Retry-After and wait so many seconds before the next call about this gym.',
    needs,
    after,
    run: async (play) => {
      const { retryAfter } = play.partner.waits;
      const person = await checkedIn(play, [{ answer: '429', retryAfter, times: 1 }]);
      const [first, second] = await play.validateCalls(person, 2);
      if (first === undefined || second === undefined) return 'no second call of validate came';
      const seconds = (second.at.getTime() - first.at.getTime()) / 1000;
      return seconds >= retryAfter - TOLERANCE_SECONDS
        ? undefined
        : `Retry-After was ${retryAfter}, and the next call came after ${seconds} s`;
    },
  },
  {
    id: 'validate.odd-answers',
    title: 'HTML, a flood, a redirect or nothing in an answer stops no other validation',
    document: contract(
      '5.3',
      'Error bodies that we accept: the envelope, {"message"}, {"Message"}, an array of {field, error}, text, empty.',
    ),
    mend: 'Bound what you read, parse only JSON, and let one odd answer fail alone: the next check-in must be validated.',
    needs,
    after: [...after, 'validate.retries-500'],
    run: async (play) => {
      for (const answer of ['html', 'huge', 'redirect', 'empty', 'notfound'] as const) {
        await play.validateCalls(await checkedIn(play, [{ answer, times: 1 }]));
        const [call] = await play.validateCalls(await checkedIn(play, []));
        if (call === undefined) return `after the answer "${answer}" no validation came any more`;
      }
      return undefined;
    },
  },
  {
    id: 'validate.lost-answer',
    title: 'When the answer was lost, "already validated" at the next call is the end',
    document: contract('W-45', 'the retry gets "already validated" → one VALIDATED CheckIn'),
    mend: 'Call again after an answer that was lost, and take checkin.already.validated for a success: the first call had worked.',
    needs,
    after: ['validate.retries-reset', 'validate.final', 'validate.odd-answers'],
    run: (play) => unlessOver(play, 'commit-then-reset'),
  },
  {
    id: 'validate.retries-hang',
    title: 'After a call that was never answered validate is called again',
    document: RETRIED,
    mend: 'Give up a call after 10 s, and try again.',
    needs: SLOW,
    after: ['validate.retries-reset', 'validate.odd-answers'],
    run: (play) => unlessRetried(play, { answer: 'hang' }, play.partner.waits.longValidate),
  },
  {
    id: 'validate.lost-in-silence',
    title: 'When the answer never came, "already validated" at the next call is the end',
    document: contract('W-45', 'the retry gets "already validated" → one VALIDATED CheckIn'),
    mend: 'After a time-out, too, take checkin.already.validated for a success: the silent call had worked.',
    needs: SLOW,
    after: ['validate.lost-answer', 'validate.retries-hang'],
    run: (play) => unlessOver(play, 'commit-then-hang', play.partner.waits.longValidate),
  },
  {
    id: 'validate.retries-slow-bytes',
    title: 'After an answer of one byte a second validate is called again',
    document: RETRIED,
    mend: 'Limit the whole call to 10 s, not only the wait for its first byte.',
    needs: SLOW,
    after: ['validate.retries-hang'],
    run: (play) => unlessRetried(play, { answer: 'slow-bytes' }, play.partner.waits.longValidate),
  },
  {
    id: 'validate.retries-401',
    title: 'After a 401 or 403 validate is called again later',
    document: contract('5.3', 'at most 1 per minute per gym'),
    mend: 'Keep the check-in, tell a person that the token is refused, and call again at most once a minute: when the token works again, the visit is still paid.',
    needs: SLOW,
    after: ['validate.odd-answers'],
    run: async (play) => {
      const { longValidate } = play.partner.waits;
      const wrong = await unlessRetried(play, { answer: 'unauthorized' }, longValidate);
      return wrong ?? unlessRetried(play, { answer: 'forbidden' }, longValidate);
    },
  },
];

const TOLERANCE_SECONDS = 0.05;

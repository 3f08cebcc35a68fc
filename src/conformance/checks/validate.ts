import type { PartnerExchange } from '../http/exchange.js';
import type { SeenRequest } from '../../simulator/index.js';
import { withData } from '../play/events.js';
import { inventPerson } from '../play/person.js';
import type { Play } from '../play/play.js';
import type { ConformanceCheck, CheckFinding } from './check.js';
import { contract } from './documents.js';
import { unlessInTime } from './verdicts.js';

const needs = ['secret', 'listen'] as const;
/** What is refused by Wellhub is called again: nothing can be counted. */
export const CALLS_ARE_RIGHT = [
  'validate.arrives',
  'validate.authorization',
  'validate.gym',
  'validate.id',
];
const CALL = contract('5.2', 'POST {base}/access/v1/validate');

/** The first call of `validate` that a new check-in leads to. */
async function firstCall(play: Play): Promise<SeenRequest | undefined> {
  const person = inventPerson();
  await play.checkInWebhook(await play.checkIn(person));
  const [call] = await play.validateCalls(person);
  return call;
}

const TEN_MINUTES = 600;

/** The call that the partner makes for each check-in, which is what Wellhub pays. */
export const VALIDATE_CHECKS: readonly ConformanceCheck[] = [
  {
    id: 'validate.arrives',
    title: 'A check-in is validated',
    document: CALL,
    mend: 'Call POST {base}/access/v1/validate for each check-in, with JSON and Content-Type: application/json; the base is the address of --listen. If a person of the gym has to press a button or scan, do it while the kit waits (--validate-within).',
    needs,
    after: ['check-in.good'],
    run: async (play) => {
      const since = new Date();
      if ((await firstCall(play)) !== undefined) return undefined;
      const [stray] = play.strayRequests(since);
      const nothing = `no call of validate came within ${play.partner.waits.validate / 1000} s`;
      if (stray === undefined) return nothing;
      const type = stray.headers['content-type'] ?? 'none';
      return `${nothing}; instead ${stray.method} ${stray.url} (Content-Type: ${type}) came and was answered ${stray.status}`;
    },
  },
  {
    id: 'validate.authorization',
    title: 'validate carries Authorization: Bearer <token>',
    document: contract('5.2', 'Bearer <token>; partner-wide token'),
    mend: 'Send the header "Authorization: Bearer …" with the token of --validate-token.',
    needs,
    after: ['validate.arrives'],
    run: async (play) => {
      const header = (await firstCall(play))?.headers.authorization;
      if (header === `Bearer ${play.partner.validateToken}`) return undefined;
      return header === undefined
        ? 'the header Authorization is missing'
        : 'the header Authorization is another one than Bearer with the token of --validate-token';
    },
  },
  {
    id: 'validate.gym',
    title: "validate carries X-Gym-Id with Wellhub's number of the gym",
    document: contract(
      '5.2',
      "X-Gym-Id, Content-Type | Wellhub's numeric gym id; application/json",
    ),
    mend: 'Send the header X-Gym-Id with gym.id of the check-in.',
    needs,
    after: ['validate.arrives'],
    run: async (play) => {
      const header = (await firstCall(play))?.headers['x-gym-id'];
      const isRight = header === play.partner.gymId;
      return isRight ? undefined : `X-Gym-Id is ${header ?? 'missing'}, not ${play.partner.gymId}`;
    },
  },
  {
    id: 'validate.id',
    title: 'validate sends gympass_id as text, with its leading zeros',
    document: contract(
      '5.2',
      'string, required; 13 digits on manual entry, sent as received when it came from Wellhub',
    ),
    mend: 'Keep user.unique_token as text everywhere, also in the database, and send it as it came: {"gympass_id": "0012345678905"}.',
    needs,
    after: ['validate.arrives'],
    run: async (play) => {
      const person = inventPerson();
      await play.checkInWebhook(await play.checkIn(person));
      const [call] = await play.validateCalls(person);
      const { gympass_id: id } = (call?.body ?? {}) as { gympass_id?: unknown };
      if (id === person.wellhubId) return undefined;
      return `gympass_id is ${JSON.stringify(id)}, not "${person.wellhubId}"`;
    },
  },
  {
    id: 'validate.late',
    title: 'A check-in that comes 10 min late, and is still open, is validated',
    document: contract('5.1', 'Our clock never prevents a call'),
    mend: 'Let Wellhub decide whether a check-in has run out: call validate also for one that comes late.',
    needs,
    after: ['validate.arrives', 'check-in.late'],
    run: async (play) => {
      const person = inventPerson();
      const timestamp = Math.floor(Date.now() / 1000) - TEN_MINUTES;
      await play.checkInWebhook(withData(await play.checkIn(person), { timestamp }));
      const [call] = await play.validateCalls(person);
      return call === undefined ? 'no call of validate came' : undefined;
    },
  },
  {
    id: 'validate.after-answer',
    title: 'The webhook is answered before validate is',
    document: contract(
      '4.1',
      'Everything else (validation, notifications, calls to Wellhub) happens after the answer.',
    ),
    mend: 'Store the check-in, answer 200, and call validate afterwards: it may take longer than the second that Wellhub waits.',
    needs,
    after: [...CALLS_ARE_RIGHT, 'check-in.in-time'],
    run: async (play) => {
      const { webhookLimit } = play.partner.waits;
      const exchanges: PartnerExchange[] = [];
      for (let time = 1; time <= 3; time += 1) {
        const person = inventPerson();
        play.planAnswers(person, [{ answer: 'ok', delayMs: 2 * webhookLimit, times: 1 }]);
        exchanges.push(await play.checkInWebhook(await play.checkIn(person)));
        await play.validateCalls(person);
      }
      return unlessInTime(exchanges, webhookLimit);
    },
  },
  {
    id: 'validate.unsigned',
    title: 'A check-in that was not signed is not validated',
    document: contract('W-27', 'no call to Wellhub'),
    mend: 'Do nothing with a body whose signature does not match.',
    needs,
    after: ['validate.arrives', 'signature.missing'],
    run: async (play) => {
      const person = inventPerson();
      await play.checkInWebhook(await play.checkIn(person), { signature: null });
      const calls = await play.callsAfterAWhile(person);
      return calls.length === 0 ? undefined : 'validate was called for it';
    },
  },
  {
    id: 'validate.once',
    title: 'The same check-in four times is validated once',
    document: contract('W-38', 'one CheckIn, at most one validate, one notification'),
    mend: 'Recognise a repeat by person, gym and timestamp, and do nothing more for it.',
    needs,
    after: [...CALLS_ARE_RIGHT, 'check-in.repeated'],
    run: async (play) => {
      const person = inventPerson();
      const body = JSON.stringify(await play.checkIn(person));
      for (let time = 1; time <= 4; time += 1) await play.checkInWebhook(body);
      await play.validateCalls(person);
      return moreThanOne(await play.callsAfterAWhile(person));
    },
  },
  {
    id: 'validate.once-parallel',
    title: 'The same check-in four times at one moment is validated once',
    document: contract('W-38', 'One delivery 4 times in parallel'),
    mend: 'Let the database decide which delivery is the first (a unique key): a look-up before an insert lets two of them through.',
    needs,
    after: ['validate.once', 'check-in.parallel'],
    run: async (play) => {
      const person = inventPerson();
      const body = JSON.stringify(await play.checkIn(person));
      await Promise.all(Array.from({ length: 4 }, () => play.checkInWebhook(body)));
      await play.validateCalls(person);
      return moreThanOne(await play.callsAfterAWhile(person));
    },
  },
];

const moreThanOne = (calls: readonly SeenRequest[]): CheckFinding =>
  calls.length > 1 ? `validate was called ${calls.length} times` : undefined;

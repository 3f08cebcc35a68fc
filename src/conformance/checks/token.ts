import type { PartnerExchange } from '../http/exchange.js';
import { jsonObject, textField } from '../http/json-fields.js';
import { inventPerson } from '../play/person.js';
import type { ConformanceCheck } from './check.js';
import { contract, newer } from './documents.js';
import { firstFinding, unlessInTime, unlessJson, unlessStatus } from './verdicts.js';

const FORBIDDEN = newer('403 Forbidden. Missing API key or wrong API key');
const GOOD = ['token.good-key'];

const fieldsOf = (exchange: PartnerExchange): Record<string, unknown> =>
  jsonObject(exchange.answer?.body) ?? {};

export const TOKEN_CHECKS: readonly ConformanceCheck[] = [
  {
    id: 'token.good-key',
    title: 'GET with the right X-Api-Key answers 200 and JSON with an access_token',
    document: newer(
      'access_token Body required string eyJhbGciO... Access Token to be used in the user registration call',
    ),
    mend: 'Answer 200 itself, without a redirect, with Content-Type: application/json and {"access_token": "…", "token_type": "Bearer", "expires_at": …}. If this is 403, check that --key is the key you gave to Wellhub.',
    after: ['connection.answers'],
    run: async (play) => {
      const exchange = await play.getToken();
      const wrong = unlessJson(exchange, 'the token');
      if (wrong !== undefined) return wrong;
      return textField(exchange.answer?.body, 'access_token') === undefined
        ? 'access_token is missing, or no text'
        : undefined;
    },
  },
  {
    id: 'token.content-type',
    title: 'The token is answered as application/json',
    document: newer('HEADER Content-Type: application/json'),
    mend: 'Answer with the header Content-Type: application/json.',
    after: GOOD,
    run: async (play) => {
      const { answer } = await play.getToken();
      const type = answer?.headers['content-type'] ?? 'nothing';
      return /^application\/json\b/i.test(type) ? undefined : `Content-Type is ${type}`;
    },
  },
  {
    id: 'token.type',
    title: 'token_type is exactly Bearer',
    document: newer('Supported token types: Bearer'),
    mend: 'Answer "token_type": "Bearer", with a capital B.',
    after: GOOD,
    run: async (play) => {
      const { token_type: type } = fieldsOf(await play.getToken());
      return type === 'Bearer' ? undefined : `token_type is ${JSON.stringify(type)}`;
    },
  },
  {
    id: 'token.expires-at',
    title: 'expires_at is a moment to come, as a whole number of Unix seconds',
    document: newer('expires_at Body required Int 1571536335 Expired at timestamp in SECONDS'),
    mend: 'Answer the Unix time in seconds at which the token ends, as a JSON number: not milliseconds, not the seconds that are left, not text.',
    after: GOOD,
    run: async (play) => expiryFault(fieldsOf(await play.getToken()).expires_at),
  },
  {
    id: 'token.in-time',
    title: 'The token comes within 3 s',
    document: newer(
      'The response time to this request should not exceed 3000ms as this will result in an error for the Wellhub user.',
    ),
    mend: 'Wellhub gets a token while its user waits: answer it without slow work.',
    after: GOOD,
    run: async (play) => {
      const exchanges = [await play.getToken(), await play.getToken(), await play.getToken()];
      return unlessInTime(exchanges, play.partner.waits.registrationLimit);
    },
  },
  {
    id: 'token.header-case',
    title: 'The name of the header X-Api-Key is read in any case',
    document: contract('2.1', 'Header X-Api-Key (required; name case-insensitive)'),
    mend: 'Header names have no case (RFC 9110), and HTTP/2 sends them in lower case: look the header up without regard to case.',
    after: GOOD,
    run: async (play) => {
      for (const name of ['x-api-key', 'X-API-KEY']) {
        const wrong = unlessStatus(await play.getToken([[name, play.partner.key]]), [200], name);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    },
  },
  {
    id: 'token.wrong-key',
    title: 'A wrong API key is answered 403',
    document: FORBIDDEN,
    mend: 'Compare the whole key, and answer 403 (not 401) for any other.',
    after: GOOD,
    run: async (play) => {
      const { key } = play.partner;
      const wrongKeys = ['wrong-key', `${key}x`, key.slice(0, -1), `${key.slice(0, -1)}~`];
      const others = wrongKeys.filter((wrong) => wrong !== key && wrong !== '');
      return firstFinding(
        await Promise.all(
          others.map(async (wrong) =>
            unlessStatus(await play.getToken([['X-Api-Key', wrong]]), [403], 'a wrong key'),
          ),
        ),
      );
    },
  },
  {
    id: 'token.missing-key',
    title: 'A missing or empty API key is answered 403',
    document: FORBIDDEN,
    mend: 'Answer 403 (not 401, not 400) when X-Api-Key is missing or empty.',
    after: GOOD,
    run: async (play) =>
      firstFinding([
        unlessStatus(await play.getToken([]), [403], 'no key'),
        unlessStatus(await play.getToken([['X-Api-Key', '']]), [403], 'an empty key'),
      ]),
  },
  {
    id: 'token.lives',
    title: 'A token registers users until expires_at, also after a newer one was made',
    document: contract('2.1', 'Unix time in seconds; default life 3,600 s'),
    mend: 'Keep every token valid until its own expires_at: not for one call only, and not only until the next token.',
    after: ['registration.newer', 'token.expires-at'],
    run: async (play) => {
      const [first, second] = [await play.newToken(), await play.newToken()];
      const wrongs: (string | undefined)[] = [];
      for (const [what, token] of [
        ['the older of two tokens', first],
        ['the newer of two tokens', second],
        ['the older token once more', first],
      ] as const) {
        const body = play.newerBody(inventPerson());
        wrongs.push(unlessStatus(await play.register(body, `Bearer ${token}`), [200], what));
      }
      return firstFinding(wrongs);
    },
  },
];

function expiryFault(value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value))
    return `expires_at is ${JSON.stringify(value)}, which is no whole number`;
  if (value > 1e11) return `expires_at is ${value}: these are milliseconds`;
  const now = Math.floor(Date.now() / 1000);
  if (value > now) return undefined;
  const what = value < 1e8 ? 'a duration, not a moment' : 'a moment that is past';
  return `expires_at is ${value}: ${what}`;
}

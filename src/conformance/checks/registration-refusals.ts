import { inventPerson } from '../play/person.js';
import type { ConformanceCheck } from './check.js';
import { newer, older } from './documents.js';
import { firstFinding, unlessStatus } from './verdicts.js';

const GOOD = ['registration.newer'];
const UNAUTHORIZED = newer('401 Unauthorized Request. Missing or wrong access token');

/** `POST registration` that must be refused. */
export const REGISTRATION_REFUSALS: readonly ConformanceCheck[] = [
  {
    id: 'registration.missing-id',
    title: 'A missing, null or empty gympass_user_id is answered 400',
    document: older("400 Bad Request. Missing 'gympass_user_id'"),
    mend: 'Answer 400 unless gympass_user_id is a text that is not empty.',
    after: GOOD,
    run: async (play) => {
      const { gympass_user_id: _, ...without } = play.newerBody();
      const nothing = await play.register(without);
      const none = await play.register({ ...without, gympass_user_id: null });
      const empty = await play.register({ ...without, gympass_user_id: '' });
      return firstFinding([
        unlessStatus(nothing, [400], 'no gympass_user_id'),
        unlessStatus(none, [400], 'gympass_user_id null'),
        unlessStatus(empty, [400], 'an empty gympass_user_id'),
      ]);
    },
  },
  {
    id: 'registration.no-token',
    title: 'A registration without an access token is answered 401',
    document: UNAUTHORIZED,
    mend: 'Require "Authorization: Bearer <access_token>", and answer 401 (not 403) without it.',
    after: GOOD,
    run: async (play) =>
      unlessStatus(await play.register(play.newerBody(), null), [401], 'no token'),
  },
  {
    id: 'registration.wrong-token',
    title: 'A registration with a wrong access token is answered 401',
    document: UNAUTHORIZED,
    mend: 'Check the whole token, its signature included, and answer 401 (not 403) for any other.',
    after: ['registration.no-token'],
    run: async (play) => {
      const token = await play.accessToken();
      const changed = token.slice(0, -4) + token.slice(-4).split('').toReversed().join('');
      const wrongs = ['wrong-token', token.slice(0, -6), ...(changed === token ? [] : [changed])];
      const found: (string | undefined)[] = [];
      for (const wrong of wrongs) {
        const exchange = await play.register(play.newerBody(inventPerson()), `Bearer ${wrong}`);
        found.push(unlessStatus(exchange, [401], 'a wrong token'));
      }
      return firstFinding(found);
    },
  },
  {
    id: 'registration.key-as-token',
    title: 'The API key is no access token',
    document: UNAUTHORIZED,
    mend: 'Take only tokens that your token URL made: the key never ends, so a token must not be replaceable by it.',
    after: ['registration.wrong-token'],
    run: async (play) => {
      const exchange = await play.register(play.newerBody(), `Bearer ${play.partner.key}`);
      return unlessStatus(exchange, [401], 'the API key as a token');
    },
  },
];

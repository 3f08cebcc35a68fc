import { newBooking, withData } from '../play/events.js';
import { inventPerson } from '../play/person.js';
import type { PartnerExchange } from '../http/exchange.js';
import type { ConformanceCheck } from './check.js';
import { contract } from './documents.js';
import { firstFinding, unlessAccepted, unlessHandled, unlessInTime } from './verdicts.js';

const GOOD = ['check-in.good'];
const needs = ['secret'] as const;
const RESENT = contract(
  '4.1',
  'Wellhub wants the answer within 1 s and otherwise sends the event again at once, up to 3 times.',
);
const OPTIONAL = contract(
  'W-35',
  'Names, e-mail, phone missing → 200; unknown extra fields → 200.',
);
const MINUTE = 60;
const unixSeconds = (): number => Math.floor(Date.now() / 1000);

/** Deliveries of the `checkin` webhook. */
export const CHECK_IN_CHECKS: readonly ConformanceCheck[] = [
  {
    id: 'check-in.good',
    title: 'A signed check-in is taken',
    document: contract('4.1', '→ 200 { "received": true }'),
    mend: 'Answer 200 once the check-in is stored: no redirect, no other status. If this is 401, check --secret; if 404, --check-in-url (or --hook).',
    needs,
    after: ['connection.answers'],
    run: async (play) => {
      const event = await play.checkIn(inventPerson());
      const location = { lat: -23.5505, lon: -46.6333 };
      return unlessAccepted(await play.checkInWebhook(withData(event, { location })), 'a check-in');
    },
  },
  {
    id: 'check-in.minimal',
    title: 'A check-in without names, e-mail and telephone is taken',
    document: OPTIONAL,
    mend: 'Require only event_type, user.unique_token, gym.id and timestamp.',
    needs,
    after: GOOD,
    run: async (play) => {
      const { wellhubId } = inventPerson();
      const event = await play.checkIn({ ...inventPerson(), wellhubId });
      const gym = { id: Number(play.partner.gymId) };
      const body = withData(event, { user: { unique_token: wellhubId }, gym });
      return unlessAccepted(await play.checkInWebhook(body), 'a check-in without names');
    },
  },
  {
    id: 'check-in.placeholders',
    title: 'A check-in with placeholders (empty texts, null, zero) is taken',
    document: OPTIONAL,
    mend: 'Take empty texts, null and 0 in optional fields for "not known": do not fail on them, and do not look people up by them.',
    needs,
    after: ['check-in.minimal'],
    run: async (play) => {
      const person = inventPerson();
      const event = await play.checkIn(person);
      const empty = { first_name: '', last_name: '', email: '', phone_number: null };
      const user = { unique_token: person.wellhubId, ...empty };
      const gym = {
        id: Number(play.partner.gymId),
        title: '',
        product: { id: 0, description: '' },
      };
      const body = withData(event, { user, gym, location: { lat: 0, lon: 0 } });
      return unlessAccepted(await play.checkInWebhook(body), 'a check-in with placeholders');
    },
  },
  {
    id: 'check-in.more-fields',
    title: 'A check-in with fields that no document names is taken',
    document: contract('4.4', 'Unknown fields are ignored.'),
    mend: 'Ignore fields you do not know: Wellhub adds some without notice.',
    needs,
    after: GOOD,
    run: async (play) => {
      const event = await play.checkIn(inventPerson());
      const body = { ...withData(event, { new_field: { of: 'tomorrow' } }), version: 2 };
      return unlessAccepted(await play.checkInWebhook(body), 'a check-in with more fields');
    },
  },
  {
    id: 'check-in.repeated',
    title: 'The same check-in four times is taken four times',
    document: RESENT,
    mend: 'Recognise a repeat by person, gym and timestamp, and answer it like the first one: 200, not 409.',
    needs,
    after: GOOD,
    run: async (play) => {
      const body = JSON.stringify(await play.checkIn(inventPerson()));
      for (let time = 1; time <= 4; time += 1) {
        const wrong = unlessAccepted(await play.checkInWebhook(body), `delivery ${time}`);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    },
  },
  {
    id: 'check-in.parallel',
    title: 'The same check-in four times at one moment is taken four times',
    document: contract('W-38', 'One delivery 4 times in parallel → 4 × 200'),
    mend: 'Let the database decide which delivery is the first (a unique key), and answer the others 200 too.',
    needs,
    after: ['check-in.repeated'],
    run: async (play) => {
      const body = JSON.stringify(await play.checkIn(inventPerson()));
      const copies = Array.from({ length: 4 }, () => play.checkInWebhook(body));
      return firstFinding(
        (await Promise.all(copies)).map((copy) => unlessAccepted(copy, 'one of four')),
      );
    },
  },
  {
    id: 'check-in.late',
    title: 'A check-in that comes late is taken, also when it has run out',
    document: contract(
      '4.2',
      'No age window is enforced, because Wellhub sends no signed send-time.',
    ),
    mend: 'Take it with 200 whatever its timestamp is: a 4xx is final, and the visit is lost.',
    needs,
    after: GOOD,
    run: async (play) => {
      for (const minutes of [10, 180]) {
        const timestamp = unixSeconds() - minutes * MINUTE;
        const body = withData(await play.checkIn(inventPerson()), { timestamp });
        const what = `a check-in that is ${minutes} min old`;
        const wrong = unlessAccepted(await play.checkInWebhook(body), what);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    },
  },
  {
    id: 'check-in.booked',
    title: 'A check-in for a booked class is taken, also when its booking never came',
    document: contract(
      'W-39',
      'checkin and checkin-booking-occurred of one visit, in any order → one CheckIn',
    ),
    mend: 'Handle checkin-booking-occurred like checkin, and do not require that booking-requested came before it.',
    needs,
    after: GOOD,
    run: async (play) => {
      const event = await play.checkIn(inventPerson(), newBooking().number);
      return unlessAccepted(await play.checkInWebhook(event), 'checkin-booking-occurred');
    },
  },
  {
    id: 'check-in.unknown-type',
    title: 'An event of a type that no document names is taken',
    document: contract('4.3', 'stored as IGNORED, 200, one alert per type'),
    mend: 'Answer 200 and do nothing: a new type of Wellhub must not look like a failure.',
    needs,
    after: GOOD,
    run: async (play) => {
      const event = { ...(await play.checkIn(inventPerson())), event_type: 'something-new' };
      return unlessAccepted(await play.checkInWebhook(event), 'an unknown type');
    },
  },
  {
    id: 'check-in.in-time',
    title: 'A check-in is answered within 1 s',
    document: RESENT,
    mend: 'Store the event, answer, and do the work (validate, mail, doors) afterwards.',
    needs,
    after: GOOD,
    run: async (play) => {
      const exchanges: PartnerExchange[] = [];
      for (let time = 1; time <= 3; time += 1)
        exchanges.push(await play.checkInWebhook(await play.checkIn(inventPerson())));
      return unlessInTime(exchanges, play.partner.waits.webhookLimit);
    },
  },
  {
    id: 'check-in.broken-json',
    title: 'A signed body that is no JSON is no server error',
    document: contract('W-32', 'Good signature, broken JSON → 400'),
    mend: 'Answer 400: a 5xx is sent again, and will fail again.',
    needs,
    after: GOOD,
    run: async (play) =>
      unlessHandled(await play.checkInWebhook('{"event_type": "checkin", '), 'broken JSON'),
  },
  {
    id: 'check-in.no-person',
    title: 'A check-in without unique_token or gym is no server error',
    document: contract('W-33', 'Known type without its routing id or unique_token → 422'),
    mend: 'Answer 422 (or 400): a 5xx is sent again, and will fail again.',
    needs,
    after: GOOD,
    run: async (play) => {
      const event = await play.checkIn(inventPerson());
      const nobody = withData(event, { user: {} });
      const nowhere = withData(event, { gym: undefined });
      return firstFinding([
        unlessHandled(await play.checkInWebhook(nobody), 'no unique_token'),
        unlessHandled(await play.checkInWebhook(nowhere), 'no gym'),
      ]);
    },
  },
];

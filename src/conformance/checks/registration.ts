import { inventPerson } from '../play/person.js';
import type { ConformanceCheck } from './check.js';
import { contract, newer, older } from './documents.js';
import { linkOf } from './redirect-link.js';
import { firstFinding, unlessHandled, unlessInTime, unlessJson, unlessStatus } from './verdicts.js';

const GOOD = ['registration.newer'];
const REDIRECT_LINK = newer(
  '200 HEADER Content-Type: application/json BODY { "redirect_link": "https://<partner_url>/path/to/signup/form" }',
);

/** `POST registration` with bodies that must be taken. */
export const REGISTRATION_CHECKS: readonly ConformanceCheck[] = [
  {
    id: 'registration.newer',
    title: 'A registration as in the newer document answers 200 with a redirect_link',
    document: REDIRECT_LINK,
    mend: 'Take gympass_user_id, email, origin, user_status and country_code, and answer 200 with {"redirect_link": "https://…"}: no other status, no redirect, no HTML.',
    after: ['token.good-key'],
    run: async (play) => {
      const exchange = await play.register(play.newerBody());
      const wrong = unlessJson(exchange, 'the registration');
      if (wrong !== undefined) return wrong;
      return linkOf(exchange) === undefined ? 'redirect_link is missing, or no text' : undefined;
    },
  },
  {
    id: 'registration.older',
    title: 'A registration as in the older document, with names and without a country, answers 200',
    document: older('first_name optional string John First name in Gympass'),
    mend: 'Take first_name and last_name, and require neither origin nor country_code: the older document knows no country.',
    after: GOOD,
    run: async (play) => {
      const { gpwId, email, firstName, lastName } = inventPerson();
      const names = { first_name: firstName, last_name: lastName };
      const body = { gympass_user_id: gpwId, email, ...names, user_status: '1' };
      return unlessJson(await play.register(body), 'the registration with names');
    },
  },
  {
    id: 'registration.only-id',
    title: 'A registration without anything personal answers 200',
    document: newer(
      'Ideally no PII should be shared via API, only the gympass_user_id (gpw_id). Users should then input their own personal information upon completing registration.',
    ),
    mend: 'Require nothing but gympass_user_id (and user_status, with several offers): let the person type the rest into your form.',
    after: ['registration.older'],
    run: async (play) => {
      const offer = play.partner.multiOffer ? { user_status: '1' } : {};
      const body = { gympass_user_id: inventPerson().gpwId, ...offer };
      return unlessJson(await play.register(body), 'the registration with an id only');
    },
  },
  {
    id: 'registration.origins',
    title: 'Each origin (web, android, ios) answers 200',
    document: newer('origin optional string web, android, ios OS of device used by user'),
    mend: 'Take all three origins.',
    after: GOOD,
    run: async (play) => {
      for (const origin of ['web', 'android', 'ios']) {
        const body = { ...play.newerBody(), origin };
        const wrong = unlessJson(await play.register(body), `origin ${origin}`);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    },
  },
  {
    id: 'registration.again',
    title: 'The same person again, before signing up, answers 200',
    document: contract('W-10', 'Same gpw id again before sign-up → 200, fresh link'),
    mend: 'A person may leave your form and come back later: answer a link again, not 409 or 400.',
    after: GOOD,
    run: async (play) => {
      const body = play.newerBody();
      await play.register(body);
      return unlessJson(await play.register(body), 'the second registration');
    },
  },
  {
    id: 'registration.parallel',
    title: 'Five people at the same moment answer 200 five times',
    document: newer('200 HEADER Content-Type: application/json'),
    mend: 'Let registrations share nothing that only one of them can have: a lock, a sequence of your own, one connection.',
    after: ['token.lives'],
    run: async (play) => {
      const people = Array.from({ length: 5 }, () => play.newerBody());
      const exchanges = await Promise.all(people.map((body) => play.register(body)));
      return firstFinding(exchanges.map((exchange) => unlessJson(exchange, 'one of five')));
    },
  },
  {
    id: 'registration.in-time',
    title: 'A registration is answered within 3 s',
    document: newer(
      'The response time to this request should not exceed 3000ms as this will result in an error for the Wellhub user.',
    ),
    mend: 'Answer the link at once, and do slow work (mail, your CRM) afterwards.',
    after: GOOD,
    run: async (play) => {
      const exchanges = [];
      for (const body of [play.newerBody(), play.newerBody(), play.newerBody()])
        exchanges.push(await play.register(body));
      return unlessInTime(exchanges, play.partner.waits.registrationLimit);
    },
  },
  {
    id: 'registration.existing-user',
    title: 'A user who has signed up is answered 200 with the log-in page',
    document: newer('If the user already exists, return 200 with the login page as redirect_link.'),
    mend: 'Answer 200 with the link to your log-in page for a known gympass_user_id: not 409, and not the sign-up form.',
    needs: ['existingUser'],
    after: GOOD,
    run: async (play) => {
      const gpwId = play.partner.existingUser;
      const known = await play.register({ ...play.newerBody(), gympass_user_id: gpwId });
      const wrong = unlessJson(known, 'the existing user');
      if (wrong !== undefined) return wrong;
      const unknown = linkOf(await play.register(play.newerBody()));
      const page = (link: string | undefined) => link?.split(/[?#]/)[0];
      return page(linkOf(known)) === page(unknown)
        ? 'redirect_link leads to the same page as for a new user'
        : undefined;
    },
  },
  {
    id: 'registration.offer',
    title: 'With several offers a missing user_status is answered 400',
    document: newer(
      'user_status is an optional param for partners with a single offer, however, it is required for partners with a multi-offer',
    ),
    mend: 'Answer 400 when user_status is missing, since you cannot tell which offer the person has.',
    needs: ['multiOffer'],
    after: GOOD,
    run: async (play) => {
      const { user_status: _, ...body } = play.newerBody();
      return unlessStatus(await play.register(body), [400], 'no user_status');
    },
  },
  {
    id: 'registration.broken-json',
    title: 'A body that is no JSON is answered with a 4xx',
    document: contract('W-8', 'Body not JSON or not an object → 400'),
    mend: 'Answer 400 when the body cannot be read: 500 tells Wellhub that your system is ill.',
    after: GOOD,
    run: async (play) => {
      const exchange = await play.register('{"gympass_user_id": "gpw-');
      const wrong = unlessHandled(exchange, 'broken JSON');
      const isTaken = exchange.answer !== undefined && exchange.answer.status < 300;
      return wrong ?? (isTaken ? 'broken JSON was taken as a registration' : undefined);
    },
  },
];

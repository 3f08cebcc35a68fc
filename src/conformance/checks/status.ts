import type { PartnerExchange } from '../http/exchange.js';
import { cancellation, planChange } from '../play/events.js';
import { inventPerson, type InventedPerson } from '../play/person.js';
import type { Play, WebhookChange } from '../play/play.js';
import type { ConformanceCheck } from './check.js';
import { contract } from './documents.js';
import { SIGNATURE } from './signatures.js';
import {
  firstFinding,
  unlessAccepted,
  unlessHandled,
  unlessInTime,
  unlessStatus,
} from './verdicts.js';

const GOOD = ['status.cancel'];
const needs = ['secret'] as const;
const REPEATS = contract('3', 'Wellhub repeats up to 10 times at varying intervals.');

const cancel = (play: Play, body: object, change?: WebhookChange): Promise<PartnerExchange> =>
  play.webhook(play.partner.urls.cancel, body, change);

/** A person whom the partner has registered. */
async function registered(play: Play): Promise<InventedPerson> {
  const person = inventPerson();
  await play.register(play.newerBody(person));
  return person;
}

/** The webhooks that tell that a user left, came back, or changed plan. */
export const STATUS_CHECKS: readonly ConformanceCheck[] = [
  {
    id: 'status.cancel',
    title: 'A signed "cancel" of a registered person is taken',
    document: contract('3', "Both URLs and the secret are typed into Wellhub's portal."),
    mend: 'Answer 200 once it is stored, also for a person who has not signed up yet. If this is 401, check --secret; if 404, --cancel-url.',
    needs,
    after: ['registration.newer'],
    run: async (play) =>
      unlessAccepted(await cancel(play, cancellation(await registered(play))), '"cancel"'),
  },
  {
    id: 'status.change',
    title: 'A signed "change" of a registered person is taken',
    document: contract('3', 'any type except cancel, plan_id present and not "0"'),
    mend: 'Serve the "change" URL, and answer 200 once it is stored: the person came back, or has another plan. If this is 404, check --change-url.',
    needs,
    after: ['registration.newer'],
    run: async (play) => {
      const body = planChange(await registered(play));
      return unlessAccepted(await play.webhook(play.partner.urls.change, body), '"change"');
    },
  },
  {
    id: 'status.signature',
    title: 'A "cancel" with a wrong signature, or none, is refused',
    document: SIGNATURE,
    mend: 'Verify X-Gympass-Signature over the raw body before anything else, and answer 401: else anybody can cancel your members.',
    needs,
    after: GOOD,
    run: async (play) => {
      const body = cancellation(await registered(play));
      const wrong = await cancel(play, body, { signature: play.sign('another body') });
      const none = await cancel(play, body, { signature: null });
      return firstFinding([
        unlessStatus(wrong, [401, 403], 'a wrong signature'),
        unlessStatus(none, [401, 403], 'no signature'),
      ]);
    },
  },
  {
    id: 'status.repeated',
    title: 'The same "cancel" 11 times is taken 11 times',
    document: REPEATS,
    mend: 'Remember event_id, and answer a repeat as the first time: anything but 200 makes Wellhub repeat again.',
    needs,
    after: GOOD,
    run: async (play) => {
      const body = cancellation(await registered(play));
      for (let time = 1; time <= 11; time += 1) {
        const wrong = unlessAccepted(await cancel(play, body), `delivery ${time}`);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    },
  },
  {
    id: 'status.shuffled',
    title: 'A "cancel" that comes after a later "change" is taken',
    document: contract('W-24', 'event_time older than the last applied one → 200, not applied.'),
    mend: 'Compare event_time with that of the last event you applied: take the older one with 200, and do not apply it.',
    needs,
    after: ['status.cancel', 'status.change'],
    run: async (play) => {
      const person = await registered(play);
      const now = Date.now();
      await play.webhook(play.partner.urls.change, planChange(person, now));
      const late = await cancel(play, cancellation(person, now - 60_000));
      return unlessAccepted(late, 'the older "cancel"');
    },
  },
  {
    id: 'status.no-user',
    title: 'A "cancel" without user_id is no server error',
    document: contract('3', 'errors 400, 401, 405, 413, 415, 422 (no user_id), 503'),
    mend: 'Answer 422 (or 400): a 5xx is repeated 10 times.',
    needs,
    after: GOOD,
    run: async (play) => {
      const body = { ...cancellation(inventPerson()), user_id: undefined };
      return unlessHandled(await cancel(play, body), 'no user_id');
    },
  },
  {
    id: 'status.in-time',
    title: 'A "cancel" is answered within 1 s',
    document: contract('1.2', 'user left (signed) | 1 s'),
    mend: 'Store the event, answer, and do the work afterwards.',
    needs,
    after: GOOD,
    run: async (play) => {
      const exchanges: PartnerExchange[] = [];
      for (let time = 1; time <= 3; time += 1)
        exchanges.push(await cancel(play, cancellation(inventPerson())));
      return unlessInTime(exchanges, play.partner.waits.webhookLimit);
    },
  },
];

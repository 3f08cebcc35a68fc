import type { SeenRequest } from '../../simulator/index.js';
import { newBooking } from '../play/events.js';
import { inventPerson } from '../play/person.js';
import type { ConformanceCheck, CheckFinding } from './check.js';
import { contract } from './documents.js';
import { SIGNATURE } from './signatures.js';
import { firstFinding, unlessAccepted, unlessInTime, unlessStatus } from './verdicts.js';

const GOOD = ['booking.requested'];
const needs = ['secret'] as const;
const DECIDING = ['secret', 'listen', 'decision'] as const;
const DECISIONS: readonly unknown[] = ['RESERVED', 'REJECTED', 'CANCELLED_BY_GYM'];

/** The webhooks about booked classes, and the decision that follows. */
export const BOOKING_CHECKS: readonly ConformanceCheck[] = [
  {
    id: 'booking.requested',
    title: 'A signed booking-requested is taken',
    document: contract('4.3', 'booking REQUESTED, forwarded'),
    mend: 'Answer 200 once it is stored, and decide afterwards. If this is 404, check --booking-url.',
    needs,
    after: ['connection.answers'],
    run: async (play) => {
      const event = await play.booking('requested', inventPerson(), newBooking());
      return unlessAccepted(await play.bookingWebhook(event), 'booking-requested');
    },
  },
  {
    id: 'booking.canceled',
    title: 'booking-canceled and booking-late-canceled are taken',
    document: contract('4.3', 'booking LATE_CANCELED, forwarded'),
    mend: 'Handle both types, and answer 200.',
    needs,
    after: GOOD,
    run: async (play) => {
      for (const end of ['canceled', 'late-canceled'] as const) {
        const [person, booking] = [inventPerson(), newBooking()];
        await play.bookingWebhook(await play.booking('requested', person, booking));
        const event = await play.booking(end, person, booking);
        const wrong = unlessAccepted(await play.bookingWebhook(event), `booking-${end}`);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    },
  },
  {
    id: 'booking.signature',
    title: 'A booking with a wrong signature, or none, is refused',
    document: SIGNATURE,
    mend: 'Verify X-Gympass-Signature of bookings as of check-ins, and answer 401.',
    needs,
    after: GOOD,
    run: async (play) => {
      const event = await play.booking('requested', inventPerson(), newBooking());
      const wrong = await play.bookingWebhook(event, { signature: play.sign('{}') });
      const none = await play.bookingWebhook(event, { signature: null });
      return firstFinding([
        unlessStatus(wrong, [401, 403], 'a wrong signature'),
        unlessStatus(none, [401, 403], 'no signature'),
      ]);
    },
  },
  {
    id: 'booking.repeated',
    title: 'The same booking-requested four times is taken four times',
    document: contract('W-62', 'Repeated event → the same decision again, no second seat'),
    mend: 'Recognise a repeat by event_id or booking_number, and answer it like the first one: 200, not 409.',
    needs,
    after: GOOD,
    run: async (play) => {
      const body = JSON.stringify(await play.booking('requested', inventPerson(), newBooking()));
      for (let time = 1; time <= 4; time += 1) {
        const wrong = unlessAccepted(await play.bookingWebhook(body), `delivery ${time}`);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    },
  },
  {
    id: 'booking.shuffled',
    title: 'A booking-canceled that comes before its booking-requested is taken',
    document: contract(
      'W-40',
      'booking-canceled before booking-requested → booking ends CANCELED; the late request does not revive it.',
    ),
    mend: 'Events overtake each other: remember the cancellation with 200 instead of answering 404, and let the late request change nothing.',
    needs,
    after: ['booking.canceled'],
    run: async (play) => {
      const [person, booking] = [inventPerson(), newBooking()];
      const request = await play.booking('requested', person, booking);
      const end = await play.booking('canceled', person, booking);
      return firstFinding([
        unlessAccepted(await play.bookingWebhook(end), 'the early cancellation'),
        unlessAccepted(await play.bookingWebhook(request), 'the late request'),
      ]);
    },
  },
  {
    id: 'booking.in-time',
    title: 'A booking is answered within 1 s',
    document: contract('4.1', 'Wellhub wants the answer within 1 s'),
    mend: 'Store the event, answer, and decide afterwards: the decision is a call of its own.',
    needs,
    after: GOOD,
    run: async (play) => {
      const exchanges = [];
      for (let time = 1; time <= 3; time += 1) {
        const event = await play.booking('requested', inventPerson(), newBooking());
        exchanges.push(await play.bookingWebhook(event));
      }
      return unlessInTime(exchanges, play.partner.waits.webhookLimit);
    },
  },
  {
    id: 'booking.decided',
    title: 'A requested booking is decided with a PATCH',
    document: contract(
      '6',
      'PATCH {base}/booking/v2/gyms/{gym}/bookings/{booking_number} | status (RESERVED, REJECTED, CANCELLED_BY_GYM) required',
    ),
    mend: 'Call PATCH /booking/v2/gyms/{gym}/bookings/{booking_number} with {"status": "RESERVED"} or REJECTED and the bearer token: no answer in 15 min, and Wellhub rejects it.',
    needs: DECIDING,
    after: GOOD,
    run: async (play) => {
      const booking = newBooking();
      await play.bookingWebhook(await play.booking('requested', inventPerson(), booking));
      const calls = await play.bookingCalls(booking.number, 1, play.partner.waits.decision ?? 0);
      return decisionFault(calls[0]);
    },
  },
  {
    id: 'booking.slot',
    title: 'The number of booked places follows the decision',
    document: contract('6', 'On a request Wellhub wants the booking PATCH and the slot PATCH'),
    mend: 'Call PATCH /booking/v1/gyms/{gym}/classes/{class}/slots/{slot} with total_booked after each decision.',
    needs: DECIDING,
    after: ['booking.decided'],
    run: async (play) => {
      const booking = newBooking();
      await play.bookingWebhook(await play.booking('requested', inventPerson(), booking));
      const within = play.partner.waits.decision ?? 0;
      const [call] = await play.bookingCalls(String(booking.slotId), 1, within);
      if (call === undefined) return 'no PATCH of the slot came';
      return call.status === 204 ? undefined : `the PATCH of the slot was answered ${call.status}`;
    },
  },
];

function decisionFault(call: SeenRequest | undefined): CheckFinding {
  if (call === undefined) return 'no PATCH of the booking came';
  const body = (call.body ?? {}) as { status?: unknown };
  if (!DECISIONS.includes(body.status)) return `its status is ${JSON.stringify(body.status)}`;
  return call.status === 204 ? undefined : `the PATCH was answered ${call.status}`;
}

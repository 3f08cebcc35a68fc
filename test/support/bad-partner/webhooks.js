import { setTimeout as sleep } from 'node:timers/promises';
import { parsed, redirect, sendJson } from './answers.js';
import { isSigned } from './signature.js';

const OLD_SECONDS = 300;
const USER_FIELDS = ['unique_token', 'first_name', 'last_name', 'email', 'phone_number', 'name'];
const DATA_FIELDS = ['user', 'location', 'timestamp', 'gym', 'booking', 'expires_at'];
const taken = (response) => sendJson(response, 200, { received: true });
const refuse = (response, status) => sendJson(response, status, { message: 'Refused' });

const isCheckIn = ({ event_type: type }) => /^checkin(-booking-occurred)?$/.test(type);
const isComplete = ({ event_data: data }) => data?.user?.unique_token && data.gym?.id;

function hasForeignFields({ event_data: data, ...event }) {
  const foreign = [
    ...Object.keys(event).filter((name) => name !== 'event_type'),
    ...Object.keys(data).filter((name) => !DATA_FIELDS.includes(name)),
    ...Object.keys(data.user).filter((name) => !USER_FIELDS.includes(name)),
  ];
  return foreign.length > 0;
}

/** Each gives the status of a refusal, or nothing; the first that does holds. */
const CHECK_IN_RULES = [
  (event, has) => !isCheckIn(event) && has('unknown-type-500') && 500,
  (event, has) => isCheckIn(event) && !isComplete(event) && (has('nobody-500') ? 500 : 422),
  (event, has) => has('names-required') && !event.event_data.user?.first_name && 400,
  (event, has) => has('placeholders-500') && event.event_data.user?.phone_number === null && 500,
  (event, has) => has('strict-fields') && hasForeignFields(event) && 400,
  ({ event_data: data }, has) =>
    has('old-refused') && data.timestamp < Date.now() / 1000 - OLD_SECONDS && 422,
  (event, has) => has('booked-refused') && event.event_data.booking && 404,
];

/** What Wellhub sends: user status, check-ins, bookings. */
export class Webhooks {
  #seen = new Set();
  #under = new Set();
  #bookings = new Map();
  #statusTimes = new Map();

  constructor(options, validations) {
    this.options = options;
    this.validations = validations;
    this.has = (fault) => options.faults.has(fault);
  }

  #isSigned(request, text, has = () => false) {
    return isSigned(request.headers['x-gympass-signature'], text, this.options.secret, has);
  }

  async status(request, response, text) {
    const { has } = this;
    const isCancel = request.url.endsWith('/cancel');
    if (!isCancel && has('no-change-url')) return refuse(response, 404);
    if (has('cancel-slow')) await sleep(this.options.slowMs);
    const isBelieved = has('cancel-unsigned') || this.#isSigned(request, text);
    if (!isBelieved) return refuse(response, 401);
    const body = parsed(text);
    if (!body?.user_id) return refuse(response, has('cancel-nobody-500') ? 500 : 422);
    const refusal = isCancel && has('cancel-404') ? 404 : this.#conflict(body);
    return refusal ? refuse(response, refusal) : taken(response);
  }

  #conflict({ user_id: user, event_id: event, event_time: time }) {
    const isRepeat = this.#seen.has(event);
    this.#seen.add(event);
    const isOlder = time < (this.#statusTimes.get(user) ?? 0);
    if (!isOlder) this.#statusTimes.set(user, time);
    const isConflict =
      (isRepeat && this.has('cancel-again-409')) || (isOlder && this.has('cancel-late-409'));
    return isConflict ? 409 : undefined;
  }

  async event(request, response, text) {
    const { has } = this;
    const isBooking = /"event_type":\s*"booking-/.test(text);
    if (isBooking) return this.#booking(request, response, text);
    if (has('check-in-redirects')) return redirect(response, '/elsewhere');
    if (has('check-in-slow')) await sleep(this.options.slowMs);
    const event = parsed(text);
    if (!this.#isSigned(request, text, has)) {
      if (has('validates-unsigned') && event) void this.validations.start(event.event_data);
      return refuse(response, 401);
    }
    if (event === undefined) return refuse(response, has('broken-event-500') ? 500 : 400);
    return this.#checkIn(response, event);
  }

  async #checkIn(response, event) {
    const { has } = this;
    const wrong = CHECK_IN_RULES.map((rule) => rule(event, has)).find(Boolean);
    if (wrong) return refuse(response, wrong);
    if (!isCheckIn(event)) return taken(response);
    const { user, timestamp } = event.event_data;
    const key = `${event.event_type} ${user.unique_token} ${timestamp}`;
    if (this.#under.has(key) && has('race-500')) return refuse(response, 500);
    if (this.#seen.has(key) && has('again-refused')) return refuse(response, 409);
    const isRepeat = this.#seen.has(key) && !has('validates-again');
    await this.#storedSlowly(key);
    this.#seen.add(key);
    const validation = isRepeat ? undefined : this.validations.start(event.event_data);
    if (has('validates-first')) await validation;
    return taken(response);
  }

  /** The look-up was before; what comes meanwhile finds nothing yet. */
  async #storedSlowly(key) {
    if (!this.has('race') && !this.has('race-500')) return;
    this.#under.add(key);
    await sleep(30);
    this.#under.delete(key);
  }

  async #booking(request, response, text) {
    const { has } = this;
    if (has('booking-404')) return refuse(response, 404);
    if (has('booking-slow')) await sleep(this.options.slowMs);
    if (!has('booking-unsigned') && !this.#isSigned(request, text)) return refuse(response, 401);
    const { event_type: type, event_data: data } = parsed(text) ?? {};
    if (!data?.slot?.booking_number) return refuse(response, 422);
    if (type === 'booking-late-canceled' && has('no-late-cancel')) return refuse(response, 404);
    return type === 'booking-requested'
      ? this.#requested(response, data.slot)
      : this.#canceled(response, data.slot);
  }

  #requested(response, slot) {
    const known = this.#bookings.get(slot.booking_number);
    if (known === 'requested' && this.has('booking-again-409')) return refuse(response, 409);
    if (known === undefined) {
      this.#bookings.set(slot.booking_number, 'requested');
      void this.validations.decide(slot);
    }
    return taken(response);
  }

  #canceled(response, slot) {
    const known = this.#bookings.get(slot.booking_number);
    this.#bookings.set(slot.booking_number, 'canceled');
    const isEarly = known === undefined && this.has('early-cancel-404');
    return isEarly ? refuse(response, 404) : taken(response);
  }
}
